extension SortKey {
  /// The key as contracts write it: `count(tasks) + count(skills) descending`.
  package var text: String {
    var text = terms.map(\.text).joined(separator: " + ")
    if direction != .ascending { text += " \(direction.rawValue)" }
    if let collation { text += " \(collation.rawValue)" }
    return text
  }
}

extension [SortKey] {
  /// The keys as contracts write them, separated by commas.
  package var text: String { map(\.text).joined(separator: ", ") }
}

extension SortKey.Term {
  /// The term as contracts write it: `first(types[].code)`.
  package var text: String {
    switch self {
    case .value(let path): "\(path)"
    case .count(let path): "count(\(path))"
    case .first(let path): "first(\(path))"
    case .least(let path): "min(\(path))"
    }
  }
}
