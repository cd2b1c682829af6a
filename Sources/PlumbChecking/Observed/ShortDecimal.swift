import PlumbText

/// A number with a point, of so few digits that it is rounded but once.
struct ShortDecimal {
  /// The value, rounded to the nearest.
  let value: Double
  /// Whether nothing but zeros stands behind the point.
  let isInteger: Bool

  private static let powers = [
    1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Reads a JSON number; `nil` when it has an exponent, no point, or too many digits.
  init?(_ bytes: RawSpan, _ text: Range<Int>) {
    guard text.count <= 16 else { return nil }
    var digits = 0
    var fraction = 0
    var point: Int?
    let isNegative = bytes.byte(text.lowerBound) == 0x2d
    for offset in (isNegative ? text.lowerBound + 1 : text.lowerBound)..<text.upperBound {
      let byte = bytes.byte(offset)
      if JSONScan.isDigit(byte) {
        digits = digits &* 10 &+ Int(byte & 0x0f)
        if point != nil { fraction |= Int(byte & 0x0f) }
      } else if byte == 0x2e {
        point = offset
      } else {
        return nil
      }
    }
    guard let point else { return nil }
    // Both are exact below 2 to the power of 53, so that the division alone rounds.
    let magnitude = Double(digits) / Self.powers[text.upperBound - point - 1]
    value = isNegative ? -magnitude : magnitude
    isInteger = fraction == 0
  }
}
