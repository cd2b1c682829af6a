/// What a server sends for one request, bad weather included.
public struct ServedResponse: Hashable, Sendable {
  /// The status code.
  public var status: Int

  /// The header fields, in order; the server itself adds those that frame the message.
  ///
  /// `Transfer-Encoding: chunked` asks for chunks; a `Content-Length` counts only where no body is
  /// sent. A `Content-Encoding` says that the body is encoded already.
  public var fields: [HTTPField]

  /// The body as the client shall read it, before any content coding.
  public var body: Body

  /// How long to wait before the first byte is sent.
  public var delay: Duration

  /// How the message ends.
  public var ending: Ending

  /// Creates a response.
  public init(
    status: Int,
    fields: [HTTPField] = [],
    body: Body = .bytes([]),
    delay: Duration = .zero,
    ending: Ending = .whole
  ) {
    self.status = status
    self.fields = fields
    self.body = body
    self.delay = delay
    self.ending = ending
  }

  /// Where the bytes of a body are.
  public enum Body: Hashable, Sendable {
    /// In memory.
    case bytes([UInt8])

    /// In a file, sent piece by piece.
    case file(path: String, range: Range<Int>)

    /// Yet to come.
    case stream(StreamedBody)

    /// The number of bytes; 0 for what is yet to come.
    public var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, let range): range.count
      case .stream: 0
      }
    }
  }

  /// How a message ends.
  public enum Ending: Hashable, Sendable {
    /// As it should.
    case whole

    /// The connection closes after so many bytes of the body, although more were announced.
    case truncated(after: Int)

    /// The connection is reset before anything is sent.
    case reset
  }
}
