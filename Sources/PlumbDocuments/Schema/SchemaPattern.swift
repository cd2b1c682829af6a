import PlumbText

/// A schema's pattern, which may match anywhere, as one for the whole value.
enum SchemaPattern {
  private static let anything = "[\\s\\S]*"

  /// Turns a pattern of a schema into one of the notation.
  ///
  /// - Parameter source: A regular expression, ECMA-262; it need not be anchored.
  /// - Throws: What the notation has no words for, by its name.
  static func whole(_ source: String) throws(SyntaxError) -> Pattern {
    var branches: [String] = []
    for branch in alternatives(of: unslashed(source)) {
      var text = branch
      var before = anything
      var after = anything
      if text.first == "^" {
        text.removeFirst()
        before = ""
      }
      if text.last == "$", !endsInEscape(text.dropLast()) {
        text.removeLast()
        after = ""
      }
      if before.isEmpty, after.isEmpty, let inner = wholeGroup(text) { text = inner }
      let isLoose = !before.isEmpty || !after.isEmpty
      if isLoose, alternatives(of: text).count > 1 { text = "(?:\(text))" }
      branches.append(before + text + after)
    }
    return try Pattern(branches.joined(separator: "|"))
  }

  /// A pattern without the backslash before a slash, which only languages with `/…/` need.
  private static func unslashed(_ source: String) -> String {
    var written = ""
    var isEscaped = false
    for character in source {
      if isEscaped {
        if character != "/" { written.append("\\") }
        written.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        written.append(character)
      }
    }
    return isEscaped ? written + "\\" : written
  }

  /// The alternatives that stand in no group.
  private static func alternatives(of source: String) -> [String] {
    var branches = [""]
    var walk = PatternWalk()
    for character in source {
      walk.step(character)
      if character == "|", walk.depth == 0, !walk.isInClass, !walk.wasEscaped {
        branches.append("")
      } else {
        branches[branches.count - 1].append(character)
      }
    }
    return branches
  }

  /// The inside of a pattern that is one group and nothing else.
  private static func wholeGroup(_ text: String) -> String? {
    guard text.hasPrefix("(?:"), text.hasSuffix(")") else { return nil }
    var walk = PatternWalk()
    for (index, character) in text.enumerated() {
      walk.step(character)
      if walk.depth == 0, index < text.count - 1 { return nil }
    }
    return walk.depth == 0 && !walk.wasEscaped ? String(text.dropFirst(3).dropLast()) : nil
  }

  private static func endsInEscape(_ text: Substring) -> Bool {
    text.reversed().prefix { $0 == "\\" }.count % 2 == 1
  }
}

/// Where in a pattern a reader is: how deep in groups, and whether in a class.
private struct PatternWalk {
  private(set) var depth = 0
  private(set) var isInClass = false
  /// Whether the last character stood behind a backslash.
  private(set) var wasEscaped = false
  private var isEscaped = false

  mutating func step(_ character: Character) {
    wasEscaped = isEscaped
    if isEscaped {
      isEscaped = false
      return
    }
    switch character {
    case "\\": isEscaped = true
    case "[": isInClass = true
    case "]": isInClass = false
    case "(" where !isInClass: depth += 1
    case ")" where !isInClass: depth -= 1
    default: return
    }
  }
}
