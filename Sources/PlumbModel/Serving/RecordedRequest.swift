/// What a recording asked, without its answer: enough to find it again.
public struct RecordedRequest: Hashable, Sendable {
  /// The request.
  public var request: Exchange.Request

  /// Why there is no whole answer; `nil` when there is one.
  public var failure: String?

  /// What people find the recording by: its path, and the number of the exchange in it.
  public var name: String

  /// How long the answer took when it was recorded; `nil` when that is not known.
  public var duration: Duration?

  /// Creates a recorded request.
  public init(
    request: Exchange.Request,
    failure: String? = nil,
    name: String,
    duration: Duration? = nil
  ) {
    self.request = request
    self.failure = failure
    self.name = name
    self.duration = duration
  }
}

/// The answer of a recording, with its body where it is.
public struct RecordedAnswer: Hashable, Sendable {
  /// The status code; 0 when no answer came.
  public var status: Int

  /// The header fields, as recorded.
  public var fields: [HTTPField]

  /// The body as it was received, after content decoding.
  public var body: ServedResponse.Body

  /// Why the answer is not whole; `nil` when it is.
  public var failure: String?

  /// Creates an answer.
  public init(
    status: Int,
    fields: [HTTPField] = [],
    body: ServedResponse.Body = .bytes([]),
    failure: String? = nil
  ) {
    self.status = status
    self.fields = fields
    self.body = body
    self.failure = failure
  }
}
