/// Text as XML 1.0 may hold it.
///
/// Source: Extensible Markup Language (XML) 1.0 (Fifth Edition), sections 2.2, 2.4 and 3.3.3.
enum XMLText {
  /// A text as the content of an element.
  static func content(_ text: String) -> String {
    escaped(text) { scalar in scalar == "\r" ? "&#13;" : nil }
  }

  /// A text as the value of an attribute, in which a reader would turn a line feed into a space.
  static func attribute(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "\"": "&quot;"
      case "\t", "\n", "\r": "&#\(scalar.value);"
      default: nil
      }
    }
  }

  private static func escaped(
    _ text: String,
    _ special: (Unicode.Scalar) -> String?
  ) -> String {
    text.unicodeScalars.reduce(into: "") { output, scalar in
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      default:
        if let special = special(scalar) {
          output += special
        } else {
          output.unicodeScalars.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
        }
      }
    }
  }

  /// Whether a document may hold the scalar at all, escaped or not.
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
