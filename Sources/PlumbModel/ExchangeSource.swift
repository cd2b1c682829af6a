/// Where an exchange comes from.
public struct ExchangeSource: Hashable, Sendable {
  /// The path of the file as it was given; `-` for standard input.
  public var file: String

  /// The rank of the file among all that are checked, from 0: what places are ordered by.
  public var rank: Int

  /// The index from 0 of the exchange within the file; `nil` when the file holds one exchange.
  public var entry: Int?

  /// The session the exchange belongs to: the path of its folder or file.
  public var session: String

  /// Creates a source.
  public init(file: String, rank: Int, entry: Int? = nil, session: String) {
    self.file = file
    self.rank = rank
    self.entry = entry
    self.session = session
  }
}
