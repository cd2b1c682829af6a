/// A JSON number of any size, compared by value and never rounded.
///
/// ```swift
/// JSONNumber("1.0") == JSONNumber("10e-1")  // true
/// JSONNumber("01")                          // nil
/// ```
///
/// Source: RFC 8259, section 6.
public struct JSONNumber: Sendable {
  /// The number as written.
  public let text: String

  /// Reads a number; `nil` when the text is no JSON number.
  public init?(_ text: String) {
    guard Self.isNumber(text.utf8Span.span) else { return nil }
    self.text = text
  }

  /// Reads the number that a stretch of bytes holds; `nil` when it holds no JSON number.
  public init?(in bytes: RawSpan, _ range: Range<Int>) {
    self.init(bytes.text(range))
  }

  /// Takes a text that a reader has already found to be a number.
  init(unchecked text: String) {
    self.text = text
  }

  /// Creates the number of an integer.
  public init(_ value: Int) {
    text = String(value)
  }

  /// Whether the value has no fractional part, however it is written: `1.0` and `1e2` have none.
  ///
  /// Source: JSON Schema 2020-12 Validation, section 6.1.1.
  public var isInteger: Bool {
    let value = DecimalValue(text)
    return value.isZero || !value.scale.isNegative
  }

  /// The value, when it is an integer that fits.
  public var integer: Int? {
    if let plain = Int(text) { return plain }
    let value = DecimalValue(text)
    if value.isZero { return 0 }
    guard case .small(let zeros) = value.scale, (0...19).contains(zeros) else { return nil }
    guard value.digitCount <= 19 else { return nil }
    var total = 0
    for index in 0..<(value.digitCount + zeros) {
      let digit = index < value.digitCount ? Int(value.digit(index)) : 0
      let (tens, overflow) = total.multipliedReportingOverflow(by: 10)
      let step = value.isNegative ? -digit : digit
      let (sum, carry) = tens.addingReportingOverflow(step)
      guard !overflow, !carry else { return nil }
      total = sum
    }
    return total
  }

  private static func isNumber(_ text: Span<UInt8>) -> Bool {
    var offset = 0
    func digits() -> Int {
      let start = offset
      while offset < text.count, text[offset] &- 0x30 < 10 { offset += 1 }
      return offset - start
    }
    if offset < text.count, text[offset] == UInt8(ascii: "-") { offset += 1 }
    let leadsWithZero = offset < text.count && text[offset] == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || (whole > 1 && !leadsWithZero) else { return false }
    if offset < text.count, text[offset] == UInt8(ascii: ".") {
      offset += 1
      guard digits() > 0 else { return false }
    }
    if offset < text.count, text[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < text.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(text[offset]) {
        offset += 1
      }
      guard digits() > 0 else { return false }
    }
    return offset == text.count
  }
}

extension JSONNumber: Hashable, Comparable, CustomStringConvertible {
  /// Returns whether the two values are the same, however they are written.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.text == rhs.text || DecimalValue(lhs.text).compare(with: DecimalValue(rhs.text)) == 0
  }

  /// Returns whether the one value is less than the other.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    if let left = Int(lhs.text), let right = Int(rhs.text) { return left < right }
    return DecimalValue(lhs.text).compare(with: DecimalValue(rhs.text)) < 0
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) {
    DecimalValue(text).hash(into: &hasher)
  }

  /// The same bytes for the same value, however it is written, and for no other one.
  package var canonical: [UInt8] { DecimalValue(text).canonical }

  /// The number as written.
  public var description: String { text }
}
