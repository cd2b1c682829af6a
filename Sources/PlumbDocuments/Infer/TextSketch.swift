import PlumbModel
import PlumbText

/// What was seen of the texts in one place; it grows no further once they are many.
struct TextSketch {
  /// How many there were.
  private(set) var count = 0

  /// How often each was there; `nil` once there are too many.
  private(set) var values: [String: Int]? = [:]

  private var mask: TextMask?
  private var isDateTime = true
  private var isURI = true

  /// Whether every text is an integer, a number, or `true` or `false`: what parameters may be.
  private(set) var isInteger = true
  private(set) var isNumber = true
  private(set) var isBoolean = true

  /// Adds a text.
  ///
  /// - Parameter isParameter: Whether it stands for a value that may be no text.
  mutating func add(_ text: String, isParameter: Bool = false) {
    mask = count == 0 ? TextMask(text) : mask.flatMap { TextMask(text).flatMap($0.merged) }
    count += 1
    if isDateTime { isDateTime = FormatCheck.holds(.dateTime, text) }
    if isURI { isURI = FormatCheck.holds(.uri, text) }
    keep(text, 1)
    guard isParameter else { return }
    let number = isNumber ? JSONNumber(text) : nil
    isNumber = number != nil
    isInteger = isInteger && number?.isInteger == true
    isBoolean = isBoolean && (text == "true" || text == "false")
  }

  private mutating func keep(_ text: String, _ times: Int) {
    guard values != nil else { return }
    values?[text, default: 0] += times
    if let values, values.count > Thresholds.distinct || text.utf8.count > 1 << 12 {
      self.values = nil
    }
  }

  /// Adds all texts of another sketch.
  mutating func merge(_ other: TextSketch) {
    guard other.count > 0 else { return }
    mask = count == 0 ? other.mask : mask.flatMap { mask in other.mask.flatMap(mask.merged) }
    count += other.count
    isDateTime = isDateTime && other.isDateTime
    isURI = isURI && other.isURI
    isInteger = isInteger && other.isInteger
    isNumber = isNumber && other.isNumber
    isBoolean = isBoolean && other.isBoolean
    guard let added = other.values else { return values = nil }
    for (text, times) in added { keep(text, times) }
  }

  /// What can be said of all texts with some certainty.
  ///
  /// - Parameters:
  ///   - name: What the row or parameter is called.
  ///   - redactor: What knows credentials, which are never listed as values.
  ///   - listsValues: Whether a list of values may be inferred.
  func narrowing(
    of name: String,
    _ redactor: Redactor,
    listsValues: Bool = true
  ) -> Narrowing {
    if count >= Thresholds.formatCount {
      if isDateTime { return Narrowing(format: .dateTime) }
      if isURI { return Narrowing(format: .uri) }
    }
    if listsValues, let list = listedValues, !redactor.soundsSecret(name),
      list.allSatisfy({ redactor.redacted($0) == $0 })
    {
      return Narrowing(values: list)
    }
    let isVaried = values.map { $0.count >= Thresholds.patternValues } ?? true
    if count >= Thresholds.patternCount, isVaried, let mask,
      let pattern = try? Pattern(mask.pattern)
    {
      return Narrowing(pattern: pattern)
    }
    return Narrowing()
  }

  /// The only values, when they are few, were seen often, and look like words of a list.
  private var listedValues: [String]? {
    guard count >= Thresholds.valuesCount, let values, values.count <= Thresholds.valuesMost,
      values.values.allSatisfy({ $0 >= Thresholds.valuesEach }),
      values.keys.allSatisfy(Self.isWord)
    else { return nil }
    return values.keys.sorted()
  }

  private static func isWord(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...Thresholds.valuesLength).contains(bytes.count) else { return false }
    let digits = bytes.count { $0 &- 0x30 < 10 }
    let letters = bytes.count { ($0 | 0x20) &- 0x61 < 26 }
    // What is mostly digits is a code, of which there may be more.
    return digits <= letters
      && bytes.count == digits + letters + bytes.count { "_-.".utf8.contains($0) }
  }
}
