/// A decimal number taken apart: digits without zeros at either end, times a power of ten.
///
/// The digits stay where they are in the text, so that neither long numbers nor large exponents
/// cost more than reading them once.
struct DecimalValue {
  /// The digits as written, without the point.
  private let digits: [UInt8]
  /// Which of the digits count.
  private let significant: Range<Int>
  /// Whether the sign is a minus; never for zero.
  let isNegative: Bool
  /// The power of ten that the digits, read as an integer, are multiplied with.
  let scale: DecimalScale

  /// Takes apart a JSON number, which the text must be.
  init(_ text: String) {
    var digits: [UInt8] = []
    var fraction: Int?
    var exponent: [UInt8] = []
    var isExponent = false
    var hasNegativeExponent = false
    var hasMinus = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"):
        if isExponent { hasNegativeExponent = true } else { hasMinus = true }
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): fraction = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
      case let digit where isExponent: exponent.append(digit &- 0x30)
      case let digit: digits.append(digit &- 0x30)
      }
    }
    let first = digits.firstIndex { $0 != 0 } ?? digits.count
    let last = digits.lastIndex { $0 != 0 } ?? digits.count - 1
    self.digits = digits
    significant = first..<max(first, last + 1)
    isNegative = hasMinus && !significant.isEmpty
    let point = fraction ?? digits.count
    scale = DecimalScale(
      isNegative: hasNegativeExponent,
      digits: exponent,
      plus: point - significant.upperBound
    )
  }

  /// Whether the value is 0.
  var isZero: Bool { significant.isEmpty }

  /// How many digits count.
  var digitCount: Int { significant.count }

  /// Returns a digit that counts, the foremost being 0.
  func digit(_ index: Int) -> UInt8 { digits[significant.lowerBound + index] }

  /// Returns a number below, at or above 0 as this value is less than, equal to or more than the
  /// other one.
  func compare(with other: DecimalValue) -> Int {
    guard !isZero, !other.isZero, isNegative == other.isNegative else { return sign - other.sign }
    let size = scale.adding(digitCount).compare(with: other.scale.adding(other.digitCount))
    if size != 0 { return size * sign }
    for index in 0..<max(digitCount, other.digitCount) {
      let left = index < digitCount ? Int(digit(index)) : 0
      let right = index < other.digitCount ? Int(other.digit(index)) : 0
      if left != right { return (left - right).signum() * sign }
    }
    return 0
  }

  private var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// The same bytes for the same value, and for no other one.
  var canonical: [UInt8] {
    guard !isZero else { return [] }
    return [isNegative ? 1 : 0] + scale.canonical + [0xff] + digits[significant]
  }

  func hash(into hasher: inout Hasher) {
    guard !isZero else {
      hasher.combine(0)
      return
    }
    hasher.combine(isNegative)
    hasher.combine(digits[significant])
    hasher.combine(scale)
  }
}
