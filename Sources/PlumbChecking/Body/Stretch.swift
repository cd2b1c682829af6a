import PlumbText

/// The exact bytes that once stood between two values.
///
/// A server writes the same bytes again and again: a comma, a line break, an indent, the next name,
/// a colon. One masked compare stands for reading all of it anew.
struct Stretch {
  /// The longest stretch, in bytes.
  static let limit = 32

  // Until something is remembered, no JSON begins like this.
  private var text = SIMD4<UInt64>(0x0101_0101_0101_0101, 0, 0, 0)
  private var mask = SIMD4<UInt64>(.max, 0, 0, 0)

  /// A stretch that stands nowhere.
  init() {}

  /// Remembers a stretch of 1 to ``limit`` bytes.
  init(_ bytes: RawSpan, _ range: Range<Int>) {
    let length = range.count
    text = bytes.vector32(range.lowerBound)
    mask = SIMD4(
      Self.mask(length),
      Self.mask(length - 8),
      Self.mask(length - 16),
      Self.mask(length - 24)
    )
  }

  /// Whether the very bytes stand at an offset.
  ///
  /// All words are compared before the one branch: where the first difference is says nothing.
  @inline(__always)
  func stands(_ bytes: RawSpan, at offset: Int) -> Bool {
    let differing = (bytes.vector32(offset) ^ text) & mask
    let halves = differing.lowHalf | differing.highHalf
    return halves.x | halves.y == 0
  }

  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? ~0 : count <= 0 ? 0 : (1 &<< UInt64(count &* 8)) &- 1
  }
}
