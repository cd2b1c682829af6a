import PlumbText

/// Between which two numbers a number with a point is, found without reading it exactly.
///
/// Rounding keeps the order: what is between two numbers once all are rounded is between them.
struct RoughDecimal {
  /// The rounded bounds; they are the same when the number has few digits.
  let bounds: ClosedRange<Double>
  /// Whether nothing but zeros stands behind the point.
  let isInteger: Bool

  /// The digits that count: with one more, a product of ten could no longer be exact.
  private static let digits = 15
  /// Powers of ten that are exact.
  private static let powers = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads a JSON number; `nil` when it has an exponent or no point, or is too large or too small.
  init?(_ bytes: RawSpan, _ number: Range<Int>) {
    var digits = 0
    var count = 0
    var scale = 0
    var hasPoint = false
    var fraction: UInt8 = 0
    var rest: UInt8 = 0
    let isNegative = bytes.byte(number.lowerBound) == 0x2d
    for offset in (isNegative ? number.lowerBound + 1 : number.lowerBound)..<number.upperBound {
      let byte = bytes.byte(offset)
      guard JSONScan.isDigit(byte) else {
        guard byte == 0x2e else { return nil }
        hasPoint = true
        continue
      }
      let digit = byte & 0x0f
      if hasPoint { fraction |= digit }
      if count < Self.digits {
        digits = digits &* 10 &+ Int(digit)
        if digits > 0 { count += 1 }
        if hasPoint { scale += 1 }
      } else {
        guard hasPoint else { return nil }
        rest |= digit
      }
    }
    guard hasPoint, scale < Self.powers.count else { return nil }
    // Both are exact, so that the division alone rounds.
    let least = Double(digits) / Self.powers[scale]
    let greatest = rest == 0 ? least : Double(digits + 1) / Self.powers[scale]
    bounds = isNegative ? -greatest ... -least : least...greatest
    isInteger = fraction == 0
  }
}
