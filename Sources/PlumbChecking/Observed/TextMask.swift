import PlumbText

/// What all codes of one place have in common, character by character.
///
/// At each place stands one very character, a digit or a capital: a range of bytes.
struct TextMask: Sendable {
  private typealias Blocks = InlineArray<3, SIMD16<UInt8>>

  private static let digit = (least: UInt8(0x30), span: UInt8(9))
  private static let capital = (least: UInt8(0x41), span: UInt8(25))

  /// How many characters there are.
  private let count: Int
  /// The least byte at each place, and how far above it others may be; behind the end, any.
  private var least = Blocks(repeating: SIMD16())
  private var span = Blocks(repeating: SIMD16(repeating: .max))

  /// The mask of one text; `nil` when its characters are not those of codes.
  init?(_ bytes: RawSpan, _ text: Range<Int>) {
    guard (2...ObservationLimits.codeLength).contains(text.count) else { return nil }
    count = text.count
    var hasDigit = false
    for (index, offset) in text.enumerated() {
      let byte = bytes.byte(offset)
      switch byte {
      case 0x30...0x39:
        set(index, Self.digit)
        hasDigit = true
      case 0x21...0x2F, 0x3A...0x5A, 0x5F: set(index, (byte, 0))
      default: return nil
      }
    }
    guard hasDigit else { return nil }
  }

  private func sign(_ index: Int) -> (least: UInt8, span: UInt8) {
    (least[index >> 4][index & 15], span[index >> 4][index & 15])
  }

  private mutating func set(_ index: Int, _ sign: (least: UInt8, span: UInt8)) {
    least[index >> 4][index & 15] = sign.least
    span[index >> 4][index & 15] = sign.span
  }

  /// Whether a text has this very form already; `false` also where the buffer ends too soon to see.
  @inline(__always)
  func holds(_ bytes: RawSpan, _ text: Range<Int>) -> Bool {
    let start = text.lowerBound
    guard text.count == count, bytes.byteCount &- start >= 48 else { return false }
    let beyond =
      (bytes.vector16(start) &- least[0] .> span[0])
      .| (bytes.vector16(start &+ 16) &- least[1] .> span[1])
      .| (bytes.vector16(start &+ 32) &- least[2] .> span[2])
    let halves = unsafeBitCast(beyond, to: SIMD2<UInt64>.self)
    return halves.x | halves.y == 0
  }

  /// The mask of both; `nil` when they have no form in common.
  func merged(with other: TextMask) -> TextMask? {
    guard count == other.count else { return nil }
    var merged = self
    for index in 0..<count where sign(index) != other.sign(index) {
      guard Self.isCapital(sign(index)), Self.isCapital(other.sign(index)) else { return nil }
      merged.set(index, Self.capital)
    }
    return merged
  }

  private static func isCapital(_ sign: (least: UInt8, span: UInt8)) -> Bool {
    sign == capital || (sign.span == 0 && sign.least &- capital.least <= capital.span)
  }

  /// The pattern that the mask stands for.
  var pattern: String {
    var pattern = ""
    var index = 0
    while index < count {
      var end = index
      while end < count, sign(end) == sign(index) { end += 1 }
      let word =
        switch sign(index) {
        case let sign where sign == Self.digit: "\\d"
        case let sign where sign == Self.capital: "[A-Z]"
        case let sign: Self.escaped(sign.least)
        }
      pattern += end - index <= 2 ? String(repeating: word, count: end - index) : word
      if end - index > 2 { pattern += "{\(end - index)}" }
      index = end
    }
    return pattern
  }

  private static func escaped(_ byte: UInt8) -> String {
    let sign = String(Unicode.Scalar(byte))
    let isPlain = (0x41...0x5A).contains(byte) || "_-,:;@#%&!=<>'\"".utf8.contains(byte)
    return isPlain ? sign : "\\" + sign
  }
}
