import PlumbText

/// How a text is written in YAML, so that reading it gives the very same text back.
enum YAMLText {
  /// Where a text stands.
  enum Use {
    /// The value of a key, on a line of its own.
    case value
    /// A name or sentence, which other readers of YAML must not take for a number or a truth.
    case prose
    /// A key.
    case key
    /// Inside `{ }` or `[ ]`.
    case flow
    /// A name inside `{ }` or `[ ]`, which other readers must not take for a number or a truth.
    case flowName
  }

  /// Writes a text, in quotes only where it needs them.
  static func written(_ text: String, _ use: Use) -> String {
    if text.unicodeScalars.contains(where: { !isPrintable($0) }) { return escaped(text) }
    let isPlain =
      switch use {
      case .value: isPlain(text)
      case .prose: isPlain(text) && !isOtherValue(text)
      case .key: isPlain(text) && isPlainKey(text)
      case .flow: isPlainInFlow(text)
      case .flowName: isPlainInFlow(text) && !isOtherValue(text)
      }
    if isPlain { return text }
    return use == .value ? singleQuoted(text) : doubleQuoted(text)
  }

  /// Whether a text can stand without quotes behind a key.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, !isNothing(text) else { return false }
    guard !isBlank(first), !isBlank(last), last != ":" else { return false }
    guard !",[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) else { return false }
    if "-?:".unicodeScalars.contains(first) {
      guard scalars.count > 1, !isBlank(scalars[1]), !text.hasPrefix("---") else { return false }
    }
    for (one, next) in zip(scalars, scalars.dropFirst()) {
      if one == ":", isBlank(next) { return false }
      if isBlank(one), next == "#" { return false }
    }
    return true
  }

  private static func isPlainKey(_ text: String) -> Bool {
    text != "<<" && text != "="
      && !text.unicodeScalars.contains { "{}[],'\"#".unicodeScalars.contains($0) }
      || isFieldPath(text)
  }

  /// Paths such as `occupation[].href` stand plain as keys.
  private static func isFieldPath(_ text: String) -> Bool {
    let signs = "_-.$[]".unicodeScalars
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "$"
    else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || signs.contains($0)
    }
  }

  private static func isPlainInFlow(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !isNothing(text) else { return false }
    guard isLetterOrDigit(first) || first == "/" || first == "_" else { return false }
    let signs = "_-./*".unicodeScalars
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty
        && word.unicodeScalars.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func isNothing(_ text: String) -> Bool {
    ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// Whether other readers of YAML take the text for something else than text.
  private static func isOtherValue(_ text: String) -> Bool {
    JSONNumber(text) != nil
      || ["true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// Whether a YAML file may hold the scalar as it is, on one line.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func singleQuoted(_ text: String) -> String {
    "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    text.unicodeScalars.contains("\"") || text.unicodeScalars.contains("\\")
      ? singleQuoted(text) : "\"\(text)\""
  }

  /// Writes a text with everything that a line cannot hold as an escape.
  private static func escaped(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\r": written += "\\r"
      case "\t": written += "\\t"
      case _ where isPrintable(scalar): written.unicodeScalars.append(scalar)
      default:
        let code = String(scalar.value, radix: 16, uppercase: true)
        written += "\\u" + String(repeating: "0", count: max(0, 4 - code.count)) + code
      }
    }
    return written + "\""
  }
}
