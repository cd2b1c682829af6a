import PlumbModel
import PlumbText

/// Reads what relates values.
struct LawReader {
  let reading: NodeReading

  /// Reads the map under `laws`.
  func read(_ node: NotationNode) -> [Law] {
    (reading.map(node, "`laws`") ?? []).compactMap(law)
  }

  private func law(_ entry: NotationEntry) -> Law? {
    reading.parse(entry.value, "a law") { scanner throws(NotationProblem) in
      try scanner.law(entry.key, entry.keyPlace)
    }
  }
}

extension NotationScanner {
  private static let relations = [
    "=", "<=", "<", "within", "apart from", "contains", "unique", "at most", "more than",
  ]

  /// Reads a law: `each occupation, job_family.code = {job_family}`.
  mutating func law(_ name: String, _ place: SourcePlace) throws(NotationProblem) -> Law {
    let text = SourceText.string(scalars)
    var each: FieldPath?
    if takeWords("each") {
      var path = try path()
      if path.steps.last == .items { path.steps.removeLast() }
      each = path
      skipBlanks()
      guard take(",") else { throw fail("expected `,` behind the list of `each`") }
    }
    let left = try operand()
    let relation = try relation()
    var right: Law.Operand?
    switch relation {
    case .unique, .atMost, .moreThan: break
    default: right = try operand()
    }
    return Law(
      name: name,
      text: text,
      each: each,
      left: left,
      relation: relation,
      right: right,
      place: place
    )
  }

  private mutating func relation() throws(NotationProblem) -> Law.Relation {
    skipBlanks()
    let start = offset
    if take("<=") { return .atMostEqual }
    if take("<") { return .less }
    if take("=") { return .equal }
    if takeWords("within") { return .within }
    if takeWords("apart", "from") { return .apartFrom }
    if takeWords("contains") { return .contains }
    if takeWords("unique") { return .unique }
    if takeWords("at", "most") { return .atMost(try count()) }
    if takeWords("more", "than") { return .moreThan(try count()) }
    let known = Self.relations.map { "`\($0)`" }.joined(separator: ", ")
    guard !isAtEnd else {
      throw NotationProblem(
        message: "a relation was expected",
        offset: start,
        remedy: "known are \(known)",
        isUnclosed: true
      )
    }
    let word = word()
    throw fail(
      "`\(word.isEmpty ? rest : word)` is no relation",
      at: start,
      remedy: Suggestion.nearest(to: word, among: Self.relations).map { "did you mean `\($0)`?" }
        ?? "known are \(known)"
    )
  }

  private mutating func count() throws(NotationProblem) -> Int {
    skipBlanks()
    let start = offset
    let digits = run { ("0"..."9").contains($0) }
    guard let number = Int(digits) else { throw fail("a whole number was expected", at: start) }
    return number
  }

  private mutating func operand() throws(NotationProblem) -> Law.Operand {
    skipBlanks()
    let start = offset
    guard let next = peek else {
      throw NotationProblem(
        message: "the law ends where a path, a parameter or a value was expected",
        offset: start,
        isUnclosed: true
      )
    }
    switch next {
    case "{":
      offset += 1
      let name = run { $0 != "}" }
      guard take("}") else {
        throw NotationProblem(
          message: "the brace `{` is not closed",
          offset: start,
          isUnclosed: true
        )
      }
      guard !name.isEmpty else { throw fail("`{}` names nothing", at: start) }
      return .parameter(name)
    case "(":
      offset += 1
      let name = run { $0 != ")" }
      guard take(")") else {
        throw NotationProblem(
          message: "the bracket `(` is not closed",
          offset: start,
          isUnclosed: true
        )
      }
      return .other(contract: name, try tail())
    case "\"", "'":
      return .literal("\"\(try quoted())\"")
    case "0"..."9", "-":
      let text = run { ("0"..."9").contains($0) || "+-.eE".unicodeScalars.contains($0) }
      guard let number = JSONNumber(text) else {
        throw fail("`\(text)` is no number", at: start, remedy: "quote a text: `\"…\"`")
      }
      return .literal(number.text)
    default:
      return .path(try path())
    }
  }

  /// Reads the path behind another operation's name: `.a[].b`, `[].b`, or nothing.
  private mutating func tail() throws(NotationProblem) -> FieldPath {
    guard peek == "." || peek == "[" else { return FieldPath(steps: []) }
    if peek == "." {
      offset += 1
      return try path()
    }
    guard take("[]") else { throw fail("expected `[]` or `.`") }
    var path = FieldPath(steps: [.items])
    if peek == "." || peek == "[" { path.steps += try tail().steps }
    return path
  }
}
