import PlumbModel
import PlumbText

/// Holds values to what narrows their types; one for each thread, because patterns learn.
struct NarrowingCheck {
  /// What of a narrowing a value breaks.
  enum Breach: String {
    case range, values, pattern, format, length
  }

  private var rules: [Rule]

  private struct Rule {
    let narrowing: Narrowing
    let strings: [[UInt8]]
    let numbers: [JSONNumber]
    let isForNumbers: Bool
    /// The range, when both its ends are small enough to compare at once.
    let range: ClosedRange<Int>?
    var matcher: PatternMatcher?
    /// Whether a text is held to a length or a format besides.
    let hasFurther: Bool
  }

  /// Prepares the narrowings of a table.
  init(plan: TablePlan) {
    let kinds = Dictionary(
      plan.nodes.filter { $0.narrowing >= 0 }.map { ($0.narrowing, $0.kind) },
      uniquingKeysWith: { first, _ in first }
    )
    self.init(
      plan.narrowings.enumerated().map { index, narrowing in
        let kind = kinds[Int32(index)]
        return (narrowing, kind == .integer || kind == .number)
      }
    )
  }

  /// Prepares narrowings, each with whether it is for numbers.
  init(_ narrowings: [(Narrowing, isForNumbers: Bool)]) {
    rules = narrowings.map { narrowing, isForNumbers in
      Rule(
        narrowing: narrowing,
        strings: narrowing.values.map { Array($0.utf8) },
        numbers: narrowing.values.compactMap { JSONNumber($0) },
        isForNumbers: isForNumbers,
        range: isForNumbers && narrowing.values.isEmpty ? Self.range(of: narrowing) : nil,
        matcher: narrowing.pattern?.makeMatcher(),
        hasFurther: narrowing.minimumLength != nil || narrowing.maximumLength != nil
          || narrowing.format != nil
      )
    }
  }

  /// What a value breaks; `nil` when it conforms.
  ///
  /// - Parameters:
  ///   - index: The narrowing.
  ///   - value: The token; of a string, what stands between its quotes.
  ///   - bytes: The buffer.
  mutating func breach(of index: Int32, by value: Range<Int>, in bytes: RawSpan) -> Breach? {
    let at = Int(index)
    if rules[at].isForNumbers { return breachByNumber(at, value, bytes) }
    guard NameText.hasEscape(bytes, value) else {
      guard let breach = breachByText(at, value, bytes) else { return nil }
      return isPlaceholder(value, bytes) ? nil : breach
    }
    let text = JSONUnescaping.text(bytes, value) + [UInt8](repeating: 0, count: 16)
    return breachByText(at, 0..<(text.count - 16), text.span.bytes)
  }

  /// Whether a text stands in the place of a credential, of which nothing but the type is known.
  private func isPlaceholder(_ value: Range<Int>, _ bytes: RawSpan) -> Bool {
    let text = bytes.text(value)
    return text.hasPrefix("{{secret:") && text.hasSuffix("}}")
  }

  /// What a text that is no JSON token breaks, such as a parameter; `nil` when it conforms.
  mutating func breach(ofText index: Int32, by value: Range<Int>, in bytes: RawSpan) -> Breach? {
    let at = Int(index)
    if rules[at].isForNumbers { return breachByNumber(at, value, bytes) }
    return breachByText(at, value, bytes)
  }

  private static func range(of narrowing: Narrowing) -> ClosedRange<Int>? {
    let least = narrowing.minimum.map(\.integer) ?? Int.min
    let most = narrowing.maximum.map(\.integer) ?? Int.max
    guard let least, let most, least <= most else { return nil }
    return least...most
  }

  /// The value of one to eighteen digits; `nil` for any other number.
  private func smallInteger(_ value: Range<Int>, _ bytes: RawSpan) -> Int? {
    guard !value.isEmpty, value.count <= 18 else { return nil }
    var number = 0
    for offset in value {
      let byte = bytes.byte(offset)
      guard JSONScan.isDigit(byte) else { return nil }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return number
  }

  private func breachByNumber(_ at: Int, _ value: Range<Int>, _ bytes: RawSpan) -> Breach? {
    if let range = rules[at].range, let number = smallInteger(value, bytes) {
      return range.contains(number) ? nil : .range
    }
    let rule = rules[at]
    guard let number = JSONNumber(withoutLeadingZeros(bytes.text(value))) else { return .values }
    if let least = rule.narrowing.minimum, number < least { return .range }
    if let most = rule.narrowing.maximum, most < number { return .range }
    if !rule.narrowing.values.isEmpty, !rule.numbers.contains(number) { return .values }
    return nil
  }

  /// Parameters may be written `007`, which is no JSON number.
  private func withoutLeadingZeros(_ text: String) -> String {
    guard text.count > 1, text.hasPrefix("0") || text.hasPrefix("-0"),
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || JSONScan.isDigit($0) })
    else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.drop { $0 == "-" || $0 == "0" }
    return sign + (digits.isEmpty ? "0" : digits)
  }

  private mutating func breachByText(_ at: Int, _ value: Range<Int>, _ bytes: RawSpan) -> Breach? {
    if !rules[at].narrowing.values.isEmpty {
      let isListed = rules[at].strings.contains {
        $0.count == value.count && bytes.holds($0, at: value.lowerBound)
      }
      if !isListed { return .values }
    }
    if let matches = rules[at].matcher?.matches(bytes, value), !matches { return .pattern }
    return rules[at].hasFurther ? breachByForm(rules[at].narrowing, value, bytes) : nil
  }

  private func breachByForm(
    _ narrowing: Narrowing,
    _ value: Range<Int>,
    _ bytes: RawSpan
  ) -> Breach? {
    if narrowing.minimumLength != nil || narrowing.maximumLength != nil {
      let length = value.count { bytes.byte($0) & 0xc0 != 0x80 }
      if length < narrowing.minimumLength ?? 0 { return .length }
      if length > narrowing.maximumLength ?? Int.max { return .length }
    }
    if let format = narrowing.format, !FormatCheck.holds(format, bytes, value) {
      return .format
    }
    return nil
  }
}
