/// A longest part of a sequence that is in order, ties allowed.
///
/// Source: Fredman, "On computing the length of longest increasing subsequences", 1975.
package enum LongestOrdered {
  /// The positions that a longest ordered part leaves out, rising; n log n comparisons.
  ///
  /// It goes from the end to the beginning, so that of two neighbours in the wrong order the second
  /// is left out.
  ///
  /// - Parameters:
  ///   - count: The length of the sequence.
  ///   - isAfter: Whether the element at the first position belongs after that at the second.
  package static func complement(count: Int, isAfter: (Int, Int) -> Bool) -> [Int] {
    // For each length, the position of the greatest element that an ordered part can begin with.
    var heads: [Int] = []
    var next = [Int32](repeating: -1, count: count)
    for position in stride(from: count - 1, through: 0, by: -1) {
      let length = rank(position, heads, isAfter)
      if length > 0 { next[position] = Int32(heads[length - 1]) }
      if length == heads.count { heads.append(position) } else { heads[length] = position }
    }
    var left: [Int] = []
    var kept = heads.last ?? count
    for position in 0..<count {
      if position == kept {
        kept = next[position] < 0 ? count : Int(next[position])
      } else {
        left.append(position)
      }
    }
    return left
  }

  /// The number of heads that the element can stand before.
  private static func rank(
    _ position: Int,
    _ heads: [Int],
    _ isAfter: (Int, Int) -> Bool
  ) -> Int {
    if let last = heads.last, !isAfter(position, last) { return heads.count }
    var low = 0
    var high = heads.count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(position, heads[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
