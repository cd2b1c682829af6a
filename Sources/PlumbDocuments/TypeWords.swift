import PlumbModel
import PlumbText

/// How a reference page words types.
struct TypeWords {
  /// The API's own types.
  let types: [String: FieldType]

  /// Returns a type with its name resolved.
  func resolve(_ type: FieldType) -> FieldType { type.resolved(by: types) }

  /// The words for a type: `string`, `list of objects`, `integer Values: 1–5`.
  func words(_ type: FieldType) -> String {
    let resolved = resolve(type)
    let null = resolved.isNullable ? " or null" : ""
    if case .list(let item) = resolved.shape {
      return "list of \(plural(item))\(null)"
    }
    return singular(resolved) + null + values(resolved.narrowing)
  }

  /// The words for a parameter: as for a type, or `list of integers (comma-separated)`.
  func words(_ parameter: Parameter) -> String {
    guard let list = parameter.list else { return words(parameter.type) }
    let style = list == .comma ? "comma-separated" : "repeated"
    let values = values(resolve(parameter.type).narrowing)
    return "list of \(plural(parameter.type)) (\(style))\(values)"
  }

  private func plural(_ type: FieldType) -> String {
    let resolved = resolve(type)
    switch resolved.shape {
    case .any: return "any values"
    case .list(let item): return "lists of \(plural(item))"
    default: return singular(resolved) + "s"
    }
  }

  private func singular(_ type: FieldType) -> String { type.word }

  /// A page words lists of values and closed ranges; what else narrows a type it does not show.
  private func values(_ narrowing: Narrowing) -> String {
    if !narrowing.values.isEmpty {
      return " Values: " + narrowing.values.joined(separator: ", ")
    }
    if let least = narrowing.minimum, let most = narrowing.maximum {
      return " Values: \(least.text)–\(most.text)"
    }
    return ""
  }
}
