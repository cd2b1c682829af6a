/// Where the exchange of a line came from before it stood in this stream.
public struct ExchangeOrigin: Hashable, Sendable {
  /// The path of the file.
  public var file: String

  /// The index from 0 of the exchange within that file; `nil` when the file holds one exchange.
  public var entry: Int?

  /// The session that it belongs to; `nil` for one that is called like the file.
  public var session: String?

  /// Creates an origin.
  public init(file: String, entry: Int? = nil, session: String? = nil) {
    self.file = file
    self.entry = entry
    self.session = session
  }
}
