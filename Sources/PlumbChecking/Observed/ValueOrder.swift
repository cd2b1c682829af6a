/// Where a value stands, as recordings are ordered: by file, entry and offset.
struct ValueOrder: Hashable, Comparable, Sendable {
  /// The rank of the file.
  var rank: Int
  /// The entry in the file; -1 when it holds one exchange.
  var entry: Int
  /// The offset in the body.
  var offset: Int

  static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.rank, lhs.entry, lhs.offset) < (rhs.rank, rhs.entry, rhs.offset)
  }

  /// The same exchange as a whole.
  var exchange: ValueOrder { ValueOrder(rank: rank, entry: entry, offset: 0) }
}
