package import PlumbChecking

/// The only values of a place, where they look like a list of words.
struct ValueList {
  /// The values.
  let texts: Set<String>

  /// The list of a place where each value was seen often; `nil` where others are to be expected.
  init?(_ value: ObservedValue) {
    guard let values = value.values, !values.isEmpty,
      value.strings + value.integers + value.booleans == value.count - value.nulls
    else { return nil }
    // With ten times as many values as different ones, hardly one is missing. A single one is no
    // list: it may be what was asked for.
    let seen = values.reduce(0) { $0 + $1.count }
    guard values.count > 1, seen >= 10 * values.count, values.allSatisfy({ $0.count >= 3 }) else {
      return nil
    }
    self.init(all: values)
  }

  /// Whatever was seen.
  init(all values: [ObservedValue.Value]) {
    texts = Set(values.map(\.text))
  }

  /// `(a, b, c)`; in quotes where a comma would divide a value.
  var words: String {
    let words = texts.sorted().map { $0.isEmpty || $0.contains(",") ? "\"\($0)\"" : $0 }
    return "(\(words.joined(separator: ", ")))"
  }
}

extension ObservedValue.Form {
  /// The form in the notation's words.
  package var words: String {
    switch self {
    case .digits: "digits"
    case .dateTime: "date-time"
    case .uri: "uri"
    case .code(let pattern): "/\(pattern)/"
    }
  }
}
