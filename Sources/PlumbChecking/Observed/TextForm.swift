import PlumbModel

/// The forms that all texts of one place have.
struct TextForm: Hashable, Sendable {
  private var count = 0
  private var isDigits = true
  private var isDateTime = true
  private var isURI = true
  /// What codes have in common; `nil` when the texts are no codes of one form.
  private var mask: TextMask?

  /// Begins with no text seen.
  init() {}

  /// Adds a text.
  mutating func add(_ text: [UInt8]) {
    let string = String(decoding: text, as: UTF8.self)
    mask = count == 0 ? TextMask(text) : mask.flatMap { TextMask(text).flatMap($0.merged) }
    isDigits = isDigits && !text.isEmpty && text.allSatisfy { $0 &- 0x30 < 10 }
    isDateTime = isDateTime && FormatCheck.holds(.dateTime, string)
    isURI = isURI && FormatCheck.holds(.uri, string)
    count += 1
  }

  /// Adds all texts of another place.
  mutating func merge(_ other: TextForm) {
    guard other.count > 0 else { return }
    mask = count == 0 ? other.mask : mask.flatMap { mask in other.mask.flatMap(mask.merged) }
    isDigits = isDigits && other.isDigits
    isDateTime = isDateTime && other.isDateTime
    isURI = isURI && other.isURI
    count += other.count
  }

  /// The tightest form that all texts have.
  var form: ObservedValue.Form? {
    guard count > 0 else { return nil }
    if isDigits { return .digits }
    if isDateTime { return .dateTime }
    if isURI { return .uri }
    return mask.map { .code($0.pattern) }
  }
}
