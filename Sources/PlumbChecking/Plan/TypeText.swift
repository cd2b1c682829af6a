package import PlumbModel
import PlumbText

/// Says a type in the notation's words.
package enum TypeText {
  /// The type with what narrows it, e.g. `integer 1..5`.
  package static func describe(_ type: FieldType) -> String {
    var text = type.word
    if case .list(let item) = type.shape {
      text = "list of \(plural(item))"
    }
    let narrowing = describe(type.narrowing)
    if !narrowing.isEmpty { text += " " + narrowing }
    return type.isNullable ? text + " or null" : text
  }

  /// What narrows a type, e.g. `1..5` or `(a, b)`; empty for nothing.
  package static func describe(_ narrowing: Narrowing) -> String {
    var parts: [String] = []
    if narrowing.minimum != nil || narrowing.maximum != nil {
      parts.append("\(narrowing.minimum?.text ?? "")..\(narrowing.maximum?.text ?? "")")
    }
    if !narrowing.values.isEmpty {
      parts.append("(" + narrowing.values.joined(separator: ", ") + ")")
    }
    if let pattern = narrowing.pattern { parts.append("/\(pattern.source)/") }
    if let format = narrowing.format { parts.append(format.rawValue) }
    if narrowing.minimumLength != nil || narrowing.maximumLength != nil {
      let least = narrowing.minimumLength.map(String.init) ?? ""
      let most = narrowing.maximumLength.map(String.init) ?? ""
      parts.append("length \(least)..\(most)")
    }
    if narrowing.isUnique { parts.append("unique") }
    return parts.joined(separator: " ")
  }

  private static func plural(_ type: FieldType) -> String {
    switch type.shape {
    case .any: "values"
    case .list: "lists"
    case .boolean: "booleans"
    default: type.word + "s"
    }
  }
}
