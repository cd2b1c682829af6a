import PlumbModel

/// A collation that the documentation does not name, and under which a chain is in order.
struct OtherCollation {
  /// The collation.
  let collation: SortKey.Collation
  /// The reading and the directions that hold under it.
  let candidate: OrderJudge.Candidate
  /// Whether the contract names a collation, so that this one breaks its promise.
  let isDocumented: Bool

  /// Looks for a collation under which all judged items are in order; `nil` when there is none.
  init?(_ chain: ChainKeys, reading: Int) {
    let textKeys = chain.textKeys
    guard !textKeys.isEmpty else { return nil }
    for collation in [SortKey.Collation.bytes, .text, .numeric] {
      let other = chain.collated(collation, textKeys)
      guard other.judged == chain.judged,
        let falls = other.directions.first(where: { other.breaks($0, limit: 1).isEmpty })
      else { continue }
      self.collation = collation
      candidate = OrderJudge.Candidate(reading: reading, falls: falls)
      isDocumented = textKeys.contains { chain.keys[$0].collation != nil }
      return
    }
    return nil
  }
}
