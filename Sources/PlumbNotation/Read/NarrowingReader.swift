import PlumbModel
import PlumbText

/// Reads what narrows a type: ranges, values, patterns, formats, lengths.
struct NarrowingReader {
  let shape: FieldType.Shape
  var narrowing = Narrowing()

  private static let words = ["length", "date-time", "uri"]

  init(shape: FieldType.Shape) {
    self.shape = shape
  }

  /// Reads the narrowing that stands next.
  mutating func read(
    _ scanner: inout NotationScanner,
    _ use: TypeReader.Use
  ) throws(NotationProblem) {
    let start = scanner.offset
    if case .named(let name) = shape {
      throw scanner.fail(
        "`\(scanner.rest)` was not expected here: `\(name)` is narrowed where it is named",
        remedy: "write it in api.yaml under `types`"
      )
    }
    switch scanner.peek {
    case "(": try values(&scanner)
    case "/": try pattern(&scanner)
    case let next? where ("0"..."9").contains(next) || next == "-" || next == ".":
      try range(&scanner)
    default:
      let word = scanner.word()
      if word == "length" {
        try length(&scanner)
      } else if let format = Narrowing.Format(rawValue: word) {
        try demand([.string], "a format", scanner, start)
        narrowing.format = format
      } else {
        throw unknown(word, scanner, start, use)
      }
    }
  }

  private func unknown(
    _ word: String,
    _ scanner: NotationScanner,
    _ start: Int,
    _ use: TypeReader.Use
  ) -> NotationProblem {
    if word.isEmpty {
      return scanner.fail("`\(scanner.rest)` was not expected here", at: start)
    }
    if word == "items" || word == "unique" {
      return scanner.fail("`\(word)` stands under `rows`", at: start)
    }
    if word == "optional" {
      return scanner.fail(
        "`optional` is said by a `?` behind the name",
        at: start
      )
    }
    return scanner.fail(
      "`\(word)` narrows no type",
      at: start,
      remedy: Suggestion.nearest(to: word, among: Self.words).map { "did you mean `\($0)`?" }
        ?? "a type is narrowed by `1..5`, `(a, b)`, `/…/`, `length 1..5`, `date-time` or `uri`"
    )
  }

  private func demand(
    _ shapes: [FieldType.Shape],
    _ what: String,
    _ scanner: NotationScanner,
    _ offset: Int,
    remedy: String? = nil
  ) throws(NotationProblem) {
    guard !shapes.contains(shape) else { return }
    throw scanner.fail(
      "\(what) narrows \(shapes.map { FieldType($0).word }.joined(separator: ", ")), "
        + "not \(FieldType(shape).word)",
      at: offset,
      remedy: remedy
    )
  }

  // MARK: - Values

  private mutating func values(_ scanner: inout NotationScanner) throws(NotationProblem) {
    let start = scanner.offset
    try demand([.string, .integer, .number, .boolean], "a list of values", scanner, start)
    scanner.offset += 1
    repeat {
      scanner.skipBlanks()
      let valueStart = scanner.offset
      let value = try value(&scanner)
      scanner.skipBlanks()
      guard !scanner.isAtEnd else {
        throw NotationProblem(
          message: "the bracket `(` is not closed",
          offset: start,
          isUnclosed: true
        )
      }
      guard !value.isEmpty || scanner.offset > valueStart else {
        throw scanner.fail("a value was expected")
      }
      guard isOfShape(value) else {
        throw scanner.fail("`\(value)` is no \(FieldType(shape).word)", at: valueStart)
      }
      guard !narrowing.values.contains(value) else {
        throw scanner.fail("`\(value)` is listed twice", at: valueStart)
      }
      narrowing.values.append(value)
    } while scanner.take(",")
    guard scanner.take(")") else {
      throw scanner.fail("expected `,` or `)`", remedy: "quote a value that holds one: `\"a)\"`")
    }
  }

  private func value(_ scanner: inout NotationScanner) throws(NotationProblem) -> String {
    if scanner.peek == "\"" || scanner.peek == "'" { return try scanner.quoted() }
    var text = scanner.run { $0 != "," && $0 != ")" }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private func isOfShape(_ value: String) -> Bool {
    switch shape {
    case .integer: JSONNumber(value)?.isInteger ?? false
    case .number: JSONNumber(value) != nil
    case .boolean: value == "true" || value == "false"
    default: true
    }
  }

  // MARK: - Ranges

  private mutating func range(_ scanner: inout NotationScanner) throws(NotationProblem) {
    let start = scanner.offset
    try demand(
      [.integer, .number],
      "a range",
      scanner,
      start,
      remedy: "for the length of a string write `length 1..5`"
    )
    let (lower, upper) = try RangeText(&scanner).numbers(scanner)
    narrowing.minimum = lower
    narrowing.maximum = upper
  }

  private mutating func length(_ scanner: inout NotationScanner) throws(NotationProblem) {
    let start = scanner.offset
    try demand([.string], "`length`", scanner, start)
    scanner.skipBlanks()
    let (lower, upper) = try RangeText(&scanner).counts(scanner)
    narrowing.minimumLength = lower
    narrowing.maximumLength = upper
  }

  // MARK: - Patterns

  private mutating func pattern(_ scanner: inout NotationScanner) throws(NotationProblem) {
    let start = scanner.offset
    try demand([.string], "a pattern", scanner, start)
    scanner.offset += 1
    var source = String.UnicodeScalarView()
    var offsets: [Int] = []
    var isInClass = false
    while let next = scanner.peek, isInClass || next != "/" {
      offsets.append(scanner.offset)
      scanner.offset += 1
      if next == "\\", let escaped = scanner.peek {
        // A slash needs its backslash here alone, as the pattern would end otherwise.
        if escaped != "/" {
          source.append(next)
          offsets.append(scanner.offset)
        }
        source.append(escaped)
        scanner.offset += 1
        continue
      }
      if next == "[" { isInClass = true }
      if next == "]" { isInClass = false }
      source.append(next)
    }
    guard scanner.take("/") else {
      throw NotationProblem(
        message: "the pattern is not closed by a `/`",
        offset: start,
        isUnclosed: true
      )
    }
    do {
      narrowing.pattern = try Pattern(String(source))
    } catch {
      let at = offsets.indices.contains(error.offset) ? offsets[error.offset] : scanner.offset - 1
      throw scanner.fail(error.message, at: at)
    }
  }
}
