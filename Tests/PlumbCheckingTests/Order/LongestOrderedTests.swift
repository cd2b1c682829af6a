import StandIn
import TestSupport
import Testing

@testable import PlumbChecking

@Suite struct LongestOrderedTests {
  private static func left(_ values: [Int]) -> [Int] {
    LongestOrdered.complement(count: values.count) { values[$0] > values[$1] }
  }

  /// The length of a longest ordered part, by trying all parts.
  private static func longest(_ values: [Int]) -> Int {
    (0..<(1 << values.count)).reduce(0) { best, mask in
      let part = values.indices.filter { mask >> $0 & 1 == 1 }.map { values[$0] }
      let isOrdered = zip(part, part.dropFirst()).allSatisfy { $0 <= $1 }
      return isOrdered ? max(best, part.count) : best
    }
  }

  @Test(arguments: [
    ([], []), ([1], []), ([1, 1, 1], []), ([1, 2, 3, 4], []),
    ([1, 3, 2, 4], [2]), ([5, 1, 2, 3], [0]), ([1, 2, 9, 3, 4], [2]), ([2, 3, 4, 1], [3]),
    ([1, 2, 3, 0, 4, 5], [3]), ([3, 2, 1], [1, 2]),
  ])
  func `leaves out what stands wrong`(values: [Int], wrong: [Int]) {
    #expect(Self.left(values) == wrong)
  }

  @Test(arguments: 0..<400)
  func `leaves out as few as trying all parts does, and the rest is in order`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = Int.random(in: 0...10, using: &random)
    let greatest = Int.random(in: 1...10, using: &random)
    let values = (0..<count).map { _ in Int.random(in: 0...greatest, using: &random) }

    let left = Self.left(values)
    let kept = values.indices.filter { !left.contains($0) }.map { values[$0] }
    #expect(left.count == count - Self.longest(values), "\(values)")
    #expect(kept == kept.sorted(), "\(values)")
    #expect(left == left.sorted(), "\(values)")
  }
}
