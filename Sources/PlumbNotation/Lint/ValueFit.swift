import PlumbModel
import PlumbText

/// Tells whether a text that a request carries is a value of a parameter.
struct ValueFit {
  let lookup: FieldLookup

  /// Why a text is no value of a parameter; `nil` when it is one.
  func problem(_ text: String, _ parameter: Parameter) -> String? {
    guard parameter.list == .comma || parameter.list == .repeated else {
      return problem(text, parameter.type)
    }
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    return items.lazy.compactMap { problem(String($0), parameter.type) }.first
  }

  /// Why a text is no value of a type; `nil` when it is one.
  func problem(_ text: String, _ type: FieldType) -> String? {
    let type = lookup.resolve(type)
    let narrowing = type.narrowing
    switch type.shape {
    case .integer, .number:
      guard let number = JSONNumber(text), type.shape == .number || number.isInteger else {
        return "is no \(type.word)"
      }
      if let least = narrowing.minimum, number < least { return "is below \(least.text)" }
      if let most = narrowing.maximum, most < number { return "is above \(most.text)" }
      let values = narrowing.values.compactMap { JSONNumber($0) }
      return values.isEmpty || values.contains(number) ? nil : notListed(text, narrowing.values)
    case .boolean:
      guard text == "true" || text == "false" else { return "is no boolean" }
      return narrowing.values.isEmpty || narrowing.values.contains(text)
        ? nil : notListed(text, narrowing.values)
    case .string: return stringProblem(text, narrowing)
    default: return nil
    }
  }

  private func stringProblem(_ text: String, _ narrowing: Narrowing) -> String? {
    if !narrowing.values.isEmpty, !narrowing.values.contains(text) {
      return notListed(text, narrowing.values)
    }
    let length = text.unicodeScalars.count
    if let least = narrowing.minimumLength, length < least {
      return "has fewer than \(least) characters"
    }
    if let most = narrowing.maximumLength, length > most {
      return "has more than \(most) characters"
    }
    if let pattern = narrowing.pattern, !pattern.matches(text) {
      return "does not match /\(pattern.source)/"
    }
    return nil
  }

  private func notListed(_ text: String, _ values: [String]) -> String {
    let near = Suggestion.nearest(to: text, among: values).map { " (did you mean `\($0)`?)" } ?? ""
    return "is none of \(values.map { "`\($0)`" }.joined(separator: ", "))\(near)"
  }
}
