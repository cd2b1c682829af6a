/// A pattern of one length in which every byte lies in one range, such as `\d\d-\d{4}\.\d\d`.
///
/// All bytes are compared at once: less the lower bound, none may exceed the width of its range.
struct FixedPattern: Sendable {
  /// The greatest length, in bytes.
  private static let longest = 32

  private let ranges: [ClosedRange<UInt8>]
  private let head: Block
  private let tail: Block

  /// Sixteen bounds; those beyond the pattern's end hold any byte.
  private struct Block {
    var lows = SIMD16<UInt8>(repeating: 0)
    var widths = SIMD16<UInt8>(repeating: 0xFF)

    init(_ ranges: ArraySlice<ClosedRange<UInt8>>) {
      for (lane, range) in ranges.enumerated() {
        lows[lane] = range.lowerBound
        widths[lane] = range.upperBound - range.lowerBound
      }
    }

    @inline(__always)
    func excess(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
      let distance = bytes &- lows
      return distance &- pointwiseMin(distance, widths)
    }
  }

  /// Takes the shape of a pattern; `nil` when it has no such shape.
  init?(_ node: PatternNode) {
    var ranges: [ClosedRange<UInt8>] = []
    guard Self.append(node, to: &ranges), !ranges.isEmpty else { return nil }
    self.ranges = ranges
    head = Block(ranges.prefix(16))
    // Of a longer pattern the last sixteen, which may overlap with the first.
    tail = Block(ranges.suffix(16))
  }

  @inline(__always)
  func matches(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    guard range.count == ranges.count else { return false }
    guard range.lowerBound &+ 16 <= bytes.byteCount else { return matchesSlowly(bytes, range) }
    var excess = head.excess(bytes.vector16(range.lowerBound))
    if range.count > 16 { excess |= tail.excess(bytes.vector16(range.upperBound &- 16)) }
    let halves = unsafeBitCast(excess, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] == 0
  }

  private func matchesSlowly(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    zip(range, ranges).allSatisfy { $1.contains(bytes.byte($0)) }
  }

  private static func append(_ node: PatternNode, to ranges: inout [ClosedRange<UInt8>]) -> Bool {
    switch node {
    case .anchor: return true
    case .alternatives: return false
    case .set(let set):
      guard set.ranges.count == 1 else { return false }
      let sequences = UTF8Ranges.sequences(set.ranges[0])
      guard sequences.count == 1 else { return false }
      ranges += sequences[0]
      return ranges.count <= longest
    case .sequence(let nodes):
      return nodes.allSatisfy { append($0, to: &ranges) }
    case .repetition(let node, let least, let most):
      guard least == most else { return false }
      for _ in 0..<least {
        let before = ranges.count
        guard append(node, to: &ranges) else { return false }
        if ranges.count == before { return true }
      }
      return true
    }
  }
}
