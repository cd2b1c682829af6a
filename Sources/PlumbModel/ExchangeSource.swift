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

  /// Whether the exchange itself named its file and its entry, as a line of a stream may: then files
  /// come in any order, and are ordered by name, and nothing can be looked up in them again.
  public var isNamed = false

  /// Creates a source.
  public init(file: String, rank: Int, entry: Int? = nil, session: String) {
    self.file = file
    self.rank = rank
    self.entry = entry
    self.session = session
  }
}
