import PlumbModel
import PlumbText

/// Reads the text of a type: `integer 1..5`, `string (a, b) | null`, `list of integer, comma`.
struct TypeReader {
  /// What may stand in the text besides a type.
  enum Use {
    /// A row of a field table: nothing else.
    case row
    /// A parameter: `list of`, a style and a default.
    case parameter
  }

  /// A type with what a parameter says besides.
  struct Reading {
    var type: FieldType
    var list: Parameter.ListStyle?
    var isList = false
    var defaultValue: Parameter.Default?
    var isSecret = false
  }

  static let words = ["string", "integer", "number", "boolean", "object", "any"]

  /// The names of the API's own types.
  let names: Set<String>

  let use: Use

  /// Reads a type.
  func read(_ scanner: inout NotationScanner) throws(NotationProblem) -> Reading {
    scanner.skipBlanks()
    let isList = try listOf(&scanner)
    var reading = Reading(type: FieldType(try shape(&scanner)), isList: isList)
    var narrowings = NarrowingReader(shape: reading.type.shape)
    while true {
      scanner.skipBlanks()
      guard let next = scanner.peek else { break }
      if next == "|" {
        try null(&scanner, &reading)
      } else if next == "," {
        try style(&scanner, &reading)
      } else if next == "=" {
        try defaultValue(&scanner, &reading)
      } else if scanner.takeWords("secret") {
        guard use == .parameter else {
          throw scanner.fail("`secret` stands under `rows`", at: scanner.offset - 6)
        }
        reading.isSecret = true
      } else {
        try narrowings.read(&scanner, use)
      }
    }
    if isList, reading.list == nil {
      throw scanner.fail(
        "a list says how it is written",
        remedy: "add `, comma` (one value) or `, repeated` (one parameter for each item)"
      )
    }
    reading.type.narrowing = narrowings.narrowing
    return reading
  }

  private func listOf(_ scanner: inout NotationScanner) throws(NotationProblem) -> Bool {
    let start = scanner.offset
    guard scanner.takeWords("list") else { return false }
    guard use == .parameter else {
      throw scanner.fail(
        "a list in a field table is a YAML list of one element",
        at: start,
        remedy: "write the type of the items in the next line, behind `- `"
      )
    }
    guard scanner.takeWords("of") else {
      throw scanner.fail("`list` goes on with `of` and the type of the items")
    }
    scanner.skipBlanks()
    return true
  }

  private func shape(_ scanner: inout NotationScanner) throws(NotationProblem) -> FieldType.Shape {
    let start = scanner.offset
    let word = scanner.word()
    switch word {
    case "string": return .string
    case "integer": return .integer
    case "number": return .number
    case "boolean": return .boolean
    case "any": return .any
    case "object": return .object(ObjectType(rows: [], others: FieldType(.any)))
    case "":
      throw scanner.fail("a type was expected", remedy: "known are \(Self.known(Self.words))")
    default:
      if names.contains(word) { return .named(word) }
      let all = Self.words + names.sorted()
      throw scanner.fail(
        "`\(word)` is no type",
        at: start,
        remedy: Suggestion.nearest(to: word, among: all).map { "did you mean `\($0)`?" }
          ?? "known are \(Self.known(all))"
      )
    }
  }

  private static func known(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }

  private func null(
    _ scanner: inout NotationScanner,
    _ reading: inout Reading
  ) throws(NotationProblem) {
    scanner.offset += 1
    guard scanner.takeWords("null") else {
      throw scanner.fail("only `null` may stand behind `|`")
    }
    reading.type.isNullable = true
  }

  private func style(
    _ scanner: inout NotationScanner,
    _ reading: inout Reading
  ) throws(NotationProblem) {
    let start = scanner.offset
    scanner.offset += 1
    scanner.skipBlanks()
    let wordStart = scanner.offset
    let word = scanner.word()
    guard reading.isList else {
      throw scanner.fail(
        "nothing follows a comma here",
        at: start,
        remedy: "list values in brackets: `(a, b)`"
      )
    }
    guard let style = Parameter.ListStyle(rawValue: word) else {
      throw scanner.fail(
        "`\(word)` is no way to write a list",
        at: wordStart,
        remedy: "known are `comma`, `repeated`"
      )
    }
    reading.list = style
  }

  private func defaultValue(
    _ scanner: inout NotationScanner,
    _ reading: inout Reading
  ) throws(NotationProblem) {
    guard use == .parameter else {
      throw scanner.fail("a row of a field table has no default")
    }
    scanner.offset += 1
    scanner.skipBlanks()
    guard let next = scanner.peek else {
      throw NotationProblem(
        message: "the default has no value",
        offset: scanner.offset,
        isUnclosed: true
      )
    }
    if next == "\"" || next == "'" {
      reading.defaultValue = .text(try scanner.quoted())
      return
    }
    if reading.type.shape == .integer || reading.type.shape == .number,
      let relative = Self.relative(&scanner)
    {
      reading.defaultValue = relative
      return
    }
    var text = scanner.rest
    while text.last?.isWhitespace == true { text.removeLast() }
    scanner.offset = scanner.scalars.count
    reading.defaultValue = .text(text)
  }

  /// Reads `start`, `start + 19` or `start - 1`; the scanner stays where it is when it is neither.
  private static func relative(_ scanner: inout NotationScanner) -> Parameter.Default? {
    let start = scanner.offset
    let name = scanner.word()
    guard !name.isEmpty else { return nil }
    scanner.skipBlanks()
    if scanner.isAtEnd { return .relative(to: name, plus: 0) }
    let isMinus = scanner.peek == "-"
    if isMinus || scanner.peek == "+" {
      scanner.offset += 1
      scanner.skipBlanks()
      let digits = scanner.run { ("0"..."9").contains($0) }
      if let number = Int(digits) {
        return .relative(to: name, plus: isMinus ? -number : number)
      }
    }
    scanner.offset = start
    return nil
  }
}
