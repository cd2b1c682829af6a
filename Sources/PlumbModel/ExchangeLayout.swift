/// Where the parts of one exchange lie in a buffer.
///
/// All ranges count bytes of that buffer. At least 64 readable bytes must follow the end of the
/// body (``padding``), so that the checker's wide reads need no test for the end.
public struct ExchangeLayout: Hashable, Sendable {
  /// How many readable bytes must follow a body.
  public static let padding = 64

  /// A header field's name and value.
  public struct Field: Hashable, Sendable {
    /// The name.
    public var name: Range<Int>

    /// The value, without white space around it.
    public var value: Range<Int>

    /// Creates a field.
    public init(name: Range<Int>, value: Range<Int>) {
      self.name = name
      self.value = value
    }
  }

  /// The request method.
  public var method: Range<Int> = 0..<0

  /// The absolute URL of the request.
  public var url: Range<Int> = 0..<0

  /// The header fields of the request.
  public var requestFields: [Field] = []

  /// The body of the request; empty when there was none.
  public var requestBody: Range<Int> = 0..<0

  /// The status code; 0 when no answer came.
  public var status = 0

  /// The header fields of the response.
  public var fields: [Field] = []

  /// The body of the response.
  public var body: Range<Int> = 0..<0

  /// A hash of the body as received that the recording itself carries; 0 when it carries none.
  public var bodyHash: UInt64 = 0

  /// Why the answer is not whole; `nil` when it is.
  public var failure: String?

  /// Creates an empty layout, to be filled and reused.
  public init() {}

  /// Empties it, keeping the storage.
  public mutating func reset() {
    method = 0..<0
    url = 0..<0
    requestFields.removeAll(keepingCapacity: true)
    requestBody = 0..<0
    status = 0
    fields.removeAll(keepingCapacity: true)
    body = 0..<0
    bodyHash = 0
    failure = nil
  }
}
