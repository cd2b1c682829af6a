import PlumbText

/// What every reader of a contract file does: expect a kind of node, and say what is wrong.
struct NodeReading {
  let file: NotationFile
  let log: DiagnosticLog

  /// Reads a text; logs what else is found.
  func text(_ node: NotationNode, _ what: String) -> NotationText? {
    if case .text(let text) = node.content { return text }
    if case .map = node.content, node.isFlow {
      log.error(
        "\(what) is text, here is a map",
        at: node.place,
        remedy: "quote a value that begins with `{`"
      )
      return nil
    }
    log.error("\(what) is text, here is \(node.kind)", at: node.place)
    return nil
  }

  /// Reads a text without leading or trailing blanks.
  func string(_ node: NotationNode, _ what: String) -> String? {
    text(node, what)?.string
  }

  /// Reads `true` or `false`.
  func flag(_ node: NotationNode, _ what: String) -> Bool? {
    guard let text = string(node, what) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      log.error("\(what) is `true` or `false`, here is `\(text)`", at: node.place)
      return nil
    }
  }

  /// Reads a whole number within bounds.
  func number(_ node: NotationNode, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = string(node, what) else { return nil }
    if let value = Int(text), range.contains(value) { return value }
    let bounds =
      range.upperBound == .max
      ? "a whole number from \(range.lowerBound)"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    log.error("\(what) is \(bounds), here is `\(text)`", at: node.place)
    return nil
  }

  /// Reads a list.
  func list(_ node: NotationNode, _ what: String) -> [NotationNode]? {
    if case .list(let items) = node.content { return items }
    log.error("\(what) is a list, here is \(node.kind)", at: node.place)
    return nil
  }

  /// Reads a map.
  func map(_ node: NotationNode, _ what: String) -> [NotationEntry]? {
    if case .map(let entries) = node.content { return entries }
    log.error("\(what) is a map, here is \(node.kind)", at: node.place)
    return nil
  }

  /// Reads a map whose keys are known, and logs those that are not.
  func keys(_ node: NotationNode, _ what: String, _ known: [String]) -> [String: NotationEntry]? {
    guard let entries = map(node, what) else { return nil }
    var found: [String: NotationEntry] = [:]
    for entry in entries {
      if known.contains(entry.key) {
        found[entry.key] = entry
      } else {
        unknown(entry.key, "key of \(what)", known, at: entry.keyPlace)
      }
    }
    return found
  }

  /// Logs a word that is none of those known.
  func unknown(_ word: String, _ what: String, _ known: [String], at place: SourcePlace) {
    log.error(
      "`\(word)` is no \(what)",
      at: place,
      remedy: Suggestion.nearest(to: word, among: known).map { "did you mean `\($0)`?" }
        ?? "known are \(known.map { "`\($0)`" }.joined(separator: ", "))"
    )
  }

  /// Reads one of the small languages from a text, and logs what is wrong where it is wrong.
  func parse<Value>(
    _ node: NotationNode,
    _ what: String,
    _ read: (inout NotationScanner) throws(NotationProblem) -> Value
  ) -> Value? {
    guard let text = text(node, what) else { return nil }
    var scanner = NotationScanner(text.string)
    do {
      let value = try read(&scanner)
      try scanner.end()
      return value
    } catch {
      report(error, in: text, at: node.place)
      return nil
    }
  }

  /// Reads one of the small languages from a key.
  func parse<Value>(
    key: String,
    at place: SourcePlace,
    _ read: (inout NotationScanner) throws(NotationProblem) -> Value
  ) -> Value? {
    var scanner = NotationScanner(key)
    do {
      let value = try read(&scanner)
      try scanner.end()
      return value
    } catch {
      report(error, in: NotationText(string: key, isPlain: true), at: place)
      return nil
    }
  }

  private func report(_ problem: NotationProblem, in text: NotationText, at place: SourcePlace) {
    var at = place
    at.column += text.isPlain ? problem.offset : problem.offset + 1
    if problem.isUnclosed, let comment = text.comment {
      log.error(
        "\(problem.message): YAML takes `\(comment)` as a comment",
        at: at,
        remedy: "quote the value: `'…'`"
      )
    } else {
      log.error(problem.message, at: at, remedy: problem.remedy)
    }
  }
}
