extension ChainKeys {
  /// The most items whose ranks are kept: more could not be told apart in a drawing.
  private static let most = 400

  /// The ranks of the keys of the judged items, from 0, in the order in which the items came; equal
  /// keys have one rank. Of a long chain, items at even distances stand for all.
  ///
  /// - Parameter falls: For each key, whether it falls.
  func ranks(_ falls: [Bool]) -> [Int] {
    let count = min(judged.count, Self.most)
    guard count > 1 else { return [] }
    let positions = (0..<count).map { $0 * (judged.count - 1) / (count - 1) }
    let sorted = positions.indices.sorted { lhs, rhs in
      let order = compare(positions[lhs], positions[rhs], falls)
      return order == 0 ? lhs < rhs : order < 0
    }
    var ranks = [Int](repeating: 0, count: count)
    var rank = 0
    for (index, place) in sorted.enumerated() {
      if index > 0, compare(positions[sorted[index - 1]], positions[place], falls) != 0 {
        rank += 1
      }
      ranks[place] = rank
    }
    return ranks
  }
}
