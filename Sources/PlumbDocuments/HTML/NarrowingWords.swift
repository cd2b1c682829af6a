import PlumbModel
import PlumbText

/// What narrows a type, as far as the tables of a reference page have no words for it.
enum NarrowingWords {
  /// The phrases, with code between backquotes; none for what a table shows.
  static func phrases(_ type: FieldType) -> [String] {
    let narrowing = type.narrowing
    var phrases: [String] = []
    switch (narrowing.minimum, narrowing.maximum) {
    case (let least?, nil): phrases.append("\(least.text) or more")
    case (nil, let most?): phrases.append("\(most.text) or less")
    default: break
    }
    if let pattern = narrowing.pattern {
      phrases.append("matches `\(pattern.source.filter { $0 != "`" })`")
    }
    switch narrowing.format {
    case .dateTime: phrases.append("a date and time, RFC 3339")
    case .uri: phrases.append("an absolute URI, RFC 3986")
    case nil: break
    }
    let isList = if case .list = type.shape { true } else { false }
    if let size = size(narrowing) { phrases.append("\(size) \(isList ? "items" : "characters")") }
    if narrowing.isUnique { phrases.append("no two of them equal") }
    if case .list(let item) = type.shape {
      let inner = itemPhrases(of: item)
      if !inner.isEmpty { phrases.append("each: \(inner.joined(separator: ", "))") }
    }
    return phrases
  }

  /// The phrases of an item, with what a table shows of single values alone.
  private static func itemPhrases(of item: FieldType) -> [String] {
    var phrases = phrases(item)
    if !item.narrowing.values.isEmpty {
      phrases.insert("one of \(item.narrowing.values.joined(separator: ", "))", at: 0)
    }
    if let least = item.narrowing.minimum, let most = item.narrowing.maximum {
      phrases.insert("\(least.text)–\(most.text)", at: 0)
    }
    return phrases
  }

  private static func size(_ narrowing: Narrowing) -> String? {
    switch (narrowing.minimumLength, narrowing.maximumLength) {
    case (let least?, let most?): least == most ? "\(least)" : "\(least) to \(most)"
    case (let least?, nil): "\(least) or more"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): nil
    }
  }
}
