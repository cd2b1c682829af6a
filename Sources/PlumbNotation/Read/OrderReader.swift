import PlumbModel
import PlumbText

/// Reads how a listing is sorted.
struct OrderReader {
  let reading: NodeReading

  /// Reads the value of `order`.
  func read(_ entry: NotationEntry) -> SortOrder? {
    let node = entry.value
    guard case .map(let entries) = node.content else {
      guard let keys = keys(node) else { return nil }
      let choice = SortOrder.Choice(value: nil, readings: [keys], place: node.place)
      return SortOrder(choices: [choice], place: entry.keyPlace)
    }
    if entries.contains(where: { $0.key == "one of" }) {
      guard let choice = choice(nil, entry) else { return nil }
      return SortOrder(choices: [choice], place: entry.keyPlace)
    }
    guard let known = reading.keys(node, "`order`", ["parameter", "keys", "one of"]) else {
      return nil
    }
    guard let parameter = known["parameter"], let keys = known["keys"] else {
      reading.log.error(
        "`order` has `parameter` and `keys`, or is a key itself: `order: title`",
        at: entry.keyPlace
      )
      return nil
    }
    guard let name = reading.string(parameter.value, "`parameter`"),
      let entries = reading.map(keys.value, "`keys`")
    else { return nil }
    let choices = entries.compactMap { choice($0.key, $0) }
    return SortOrder(parameter: name, choices: choices, place: entry.keyPlace)
  }

  private func choice(_ value: String?, _ entry: NotationEntry) -> SortOrder.Choice? {
    var readings: [[SortKey]] = []
    if case .map = entry.value.content {
      guard let known = reading.keys(entry.value, "an order", ["one of"]),
        let list = known["one of"],
        let items = reading.list(list.value, "`one of`")
      else { return nil }
      readings = items.compactMap(keys)
      guard readings.count == items.count else { return nil }
    } else {
      guard let keys = keys(entry.value) else { return nil }
      readings = [keys]
    }
    return SortOrder.Choice(value: value, readings: readings, place: entry.keyPlace)
  }

  private func keys(_ node: NotationNode) -> [SortKey]? {
    reading.parse(node, "an order") { scanner throws(NotationProblem) in
      var keys: [SortKey] = []
      repeat {
        keys.append(try scanner.sortKey())
        scanner.skipBlanks()
      } while scanner.take(",")
      return keys
    }
  }
}

extension NotationScanner {
  private static let orderWords = [
    "ascending", "descending", "either", "text", "bytes", "numeric",
  ]

  /// Reads a sort key: `count(a) + count(b) descending numeric`.
  mutating func sortKey() throws(NotationProblem) -> SortKey {
    var key = SortKey(terms: [try sortTerm()])
    skipBlanks()
    while take("+") {
      key.terms.append(try sortTerm())
      skipBlanks()
    }
    while let next = peek, next != "," {
      let start = offset
      let word = word()
      if let direction = SortKey.Direction(rawValue: word) {
        key.direction = direction
      } else if let collation = SortKey.Collation(rawValue: word) {
        key.collation = collation
      } else {
        throw fail(
          word.isEmpty ? "`\(rest)` was not expected here" : "`\(word)` says nothing of an order",
          at: start,
          remedy: Suggestion.nearest(to: word, among: Self.orderWords).map {
            "did you mean `\($0)`?"
          } ?? "known are \(Self.orderWords.map { "`\($0)`" }.joined(separator: ", "))"
        )
      }
      skipBlanks()
    }
    return key
  }

  private mutating func sortTerm() throws(NotationProblem) -> SortKey.Term {
    skipBlanks()
    let start = offset
    let word = word()
    guard take("(") else {
      offset = start
      return .value(try path())
    }
    let path = try path()
    skipBlanks()
    guard take(")") else {
      throw NotationProblem(
        message: "the bracket `(` is not closed",
        offset: start + word.unicodeScalars.count,
        isUnclosed: true
      )
    }
    switch word {
    case "count": return .count(path)
    case "first": return .first(path)
    case "min": return .least(path)
    default:
      throw fail(
        "`\(word)` makes no sort key",
        at: start,
        remedy: Suggestion.nearest(to: word, among: ["count", "first", "min"]).map {
          "did you mean `\($0)`?"
        } ?? "known are `count`, `first`, `min`"
      )
    }
  }
}
