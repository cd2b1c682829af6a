import PlumbModel
import PlumbText

/// The forms that all texts of one place have.
struct TextForm: Sendable {
  private var count = 0
  private var isDigits = true
  private var isDateTime = true
  private var isURI = true
  /// What codes have in common; `nil` when the texts are no codes of one form.
  private var mask: TextMask?

  /// Begins with no text seen.
  init() {}

  /// Whether there is a form that the next text may break.
  var isOpen: Bool { count == 0 || isDigits || isDateTime || isURI || mask != nil }

  /// Adds a text.
  mutating func add(_ bytes: RawSpan, _ text: Range<Int>) {
    if count == 0 {
      mask = TextMask(bytes, text)
    } else if let known = mask, !known.holds(bytes, text) {
      mask = TextMask(bytes, text).flatMap(known.merged)
    }
    count &+= 1
    if isDigits { isDigits = Self.isDigits(bytes, text) }
    if isDateTime { isDateTime = FormatCheck.holds(.dateTime, bytes, text) }
    if isURI { isURI = FormatCheck.holds(.uri, bytes, text) }
  }

  private static func isDigits(_ bytes: RawSpan, _ text: Range<Int>) -> Bool {
    !text.isEmpty && text.allSatisfy { JSONScan.isDigit(bytes.byte($0)) }
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
