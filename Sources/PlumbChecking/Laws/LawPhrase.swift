import PlumbModel

/// The words that all findings of a law share.
struct LawPhrase {
  let law: Law

  /// What a break of the law is, free of values.
  var kind: String {
    switch law.relation {
    case .equal: "not equal"
    case .atMostEqual, .less: "too large"
    case .within: "not within"
    case .apartFrom: "not apart"
    case .contains: "not contained"
    case .unique: "not unique"
    case .atMost: "too many"
    case .moreThan: "too few"
    }
  }

  /// What the law promises, with the values of the side that it is held against.
  ///
  /// - Parameters:
  ///   - values: The first of those values.
  ///   - count: How many there are.
  func expected(_ values: [String], of count: Int) -> String {
    switch law.relation {
    case .equal: list(values, of: count)
    case .atMostEqual: "at most \(list(values, of: count))"
    case .less: "less than \(list(values, of: count))"
    case .within: count == 0 ? "no value" : "one of \(list(values, of: count))"
    case .apartFrom: "none of \(list(values, of: count))"
    case .contains: "\(list(values, of: count)) among its values"
    case .unique: "each value once"
    case .atMost(let most): "at most \(most) values"
    case .moreThan(let least): "more than \(least) values"
    }
  }

  /// The sentence: what was promised, then what was found.
  func message(subject: String, found: String, expected: String) -> String {
    let promise = "the law `\(law.name)` promises `\(law.text)`"
    return switch law.relation {
    case .unique: "\(promise), `\(subject)` is \(found) again"
    case .atMost, .moreThan: "\(promise), there are \(found)"
    case .contains: "\(promise), `\(subject)` has \(found), not \(expected)"
    default: "\(promise), `\(subject)` is \(found), not \(expected)"
    }
  }

  private func list(_ values: [String], of count: Int) -> String {
    let more = count - values.count
    return values.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
