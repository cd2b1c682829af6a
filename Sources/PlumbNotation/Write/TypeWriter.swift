import PlumbModel
import PlumbText

/// Writes types as rows and parameters have them: `integer 1..5`, `list of string, comma = a`.
enum TypeWriter {
  /// Whether a type stands in one line; else it is rows or a list, which stand below their key.
  static func isOneLine(_ type: FieldType) -> Bool {
    switch type.shape {
    case .list: false
    case .object(let object): object.rows.isEmpty && object.others == FieldType(.any)
    default: true
    }
  }

  /// The text of a type that stands in one line.
  ///
  /// - Parameter isNullSaid: Whether the key says already that `null` is documented.
  static func text(_ type: FieldType, isNullSaid: Bool = false) -> String {
    let null = type.isNullable && !isNullSaid ? " | null" : ""
    return type.word + narrowing(type.narrowing) + null
  }

  /// The text of a parameter.
  static func text(_ parameter: Parameter) -> String {
    var text = text(parameter.type)
    if let list = parameter.list { text = "list of \(text), \(list.rawValue)" }
    if parameter.isSecret { text += " secret" }
    if let value = parameter.defaultValue {
      text += " = \(self.text(value, of: parameter.type))"
    }
    return text
  }

  private static func text(_ value: Parameter.Default, of type: FieldType) -> String {
    switch value {
    case .relative(let name, 0): return name
    case .relative(let name, let number):
      return "\(name) \(number < 0 ? "-" : "+") \(number.magnitude)"
    case .text(let text):
      let isNumber = type.shape == .integer || type.shape == .number
      return isNumber && JSONNumber(text) == nil || !isBare(text) ? quoted(text) : text
    }
  }

  private static func narrowing(_ narrowing: Narrowing) -> String {
    var text = ""
    if narrowing.minimum != nil || narrowing.maximum != nil {
      text += " \(narrowing.minimum?.text ?? "")..\(narrowing.maximum?.text ?? "")"
    }
    if !narrowing.values.isEmpty {
      text += " (\(narrowing.values.map(value).joined(separator: ", ")))"
    }
    if let pattern = narrowing.pattern { text += " /\(slashed(pattern.source))/" }
    if let format = narrowing.format { text += " \(format.rawValue)" }
    if narrowing.minimumLength != nil || narrowing.maximumLength != nil {
      text += " length \(range(narrowing.minimumLength, narrowing.maximumLength))"
    }
    return text
  }

  /// A range of counts: `1..5`, `1..`, `..5`.
  static func range(_ least: Int?, _ most: Int?) -> String {
    "\(least.map { String($0) } ?? "")..\(most.map { String($0) } ?? "")"
  }

  private static func value(_ text: String) -> String {
    isBare(text) && !text.contains(",") && !text.contains(")") ? text : quoted(text)
  }

  /// Whether a text is read as it is: no quote in front, no blanks around it.
  private static func isBare(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return first != "\"" && first != "'" && !first.properties.isWhitespace
      && !last.properties.isWhitespace
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }

  /// A pattern with a backslash before each slash that would end it.
  private static func slashed(_ source: String) -> String {
    var written = String.UnicodeScalarView()
    var isInClass = false
    var isEscaped = false
    for scalar in source.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "[" {
        isInClass = true
      } else if scalar == "]" {
        isInClass = false
      } else if scalar == "/", !isInClass {
        written.append("\\")
      }
      written.append(scalar)
    }
    return String(written)
  }
}
