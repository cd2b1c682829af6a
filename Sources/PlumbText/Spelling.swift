/// How near two names are to each other.
package enum Spelling {
  /// Returns whether two names are the same apart from case, `_` and `-`: `job_family` and
  /// `jobFamily`.
  package static func foldedEqual(_ left: String, _ right: String) -> Bool {
    folded(left) == folded(right)
  }

  private static func folded(_ name: String) -> [Unicode.Scalar] {
    name.unicodeScalars.filter { $0 != "_" && $0 != "-" }
      .flatMap { $0.properties.lowercaseMapping.unicodeScalars }
  }

  /// Returns how many scalars must be inserted, left out, replaced or swapped with their neighbour
  /// to turn one name into the other, no part being changed twice.
  package static func distance(_ left: String, _ right: String) -> Int {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1..<(left.count + 1) {
      var current = [row]
      for column in 1..<(right.count + 1) {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(last[column] + 1, current[column - 1] + 1)
        best = min(best, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
