import PlumbText

/// What a text of the notation says wrongly, and where in it.
struct NotationProblem: Error {
  var message: String
  /// In Unicode scalars from the beginning of the text, from 0.
  var offset: Int
  var remedy: String?
  /// Whether the text ends too early, so that YAML may have cut it.
  var isUnclosed = false
}

/// Reads the small languages inside the values of a contract: types, paths, orders, laws.
struct NotationScanner {
  let scalars: [Unicode.Scalar]
  var offset = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var peek: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  var isAtEnd: Bool { offset >= scalars.count }

  /// Everything from here on.
  var rest: String { SourceText.string(scalars[offset...]) }

  mutating func skipBlanks() {
    while let next = peek, Self.isBlank(next) { offset += 1 }
  }

  /// Steps over a text that stands here, and tells whether it did.
  mutating func take(_ text: String) -> Bool {
    guard scalars[offset...].starts(with: text.unicodeScalars) else { return false }
    offset += text.unicodeScalars.count
    return true
  }

  /// Steps over words that stand here as wholes, with any blanks between them.
  mutating func takeWords(_ words: String...) -> Bool {
    let start = offset
    for word in words {
      skipBlanks()
      guard take(word), !(peek.map(Self.isWordPart) ?? false) else {
        offset = start
        return false
      }
    }
    return true
  }

  /// Reads a word: letters, digits, `_` and `-`, beginning with a letter; empty when none is here.
  mutating func word() -> String {
    guard let first = peek, Self.isWordPart(first), first != "-",
      first == "_" || first.properties.isAlphabetic
    else { return "" }
    return run(while: Self.isWordPart)
  }

  /// Whether a scalar may stand in a word; most are ASCII, which needs no table.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    case "\0"..."\u{7f}": false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t"..."\r": true
    case "\0"..."\u{7f}": false
    default: scalar.properties.isWhitespace
    }
  }

  /// Reads the run of scalars that satisfy a condition.
  mutating func run(while holds: (Unicode.Scalar) -> Bool) -> String {
    let start = offset
    while let next = peek, holds(next) { offset += 1 }
    return SourceText.string(scalars[start..<offset])
  }

  /// Reads a text in single or double quotes; a doubled quote stands for itself.
  mutating func quoted() throws(NotationProblem) -> String {
    let start = offset
    let quote = peek
    offset += 1
    var text = String.UnicodeScalarView()
    while let next = peek {
      offset += 1
      if next == quote {
        guard peek == quote else { return String(text) }
        offset += 1
      }
      text.append(next)
    }
    throw NotationProblem(message: "the quote is not closed", offset: start, isUnclosed: true)
  }

  /// Throws a problem at this place.
  func fail(_ message: String, at offset: Int? = nil, remedy: String? = nil) -> NotationProblem {
    NotationProblem(message: message, offset: offset ?? self.offset, remedy: remedy)
  }

  /// Demands the end of the text.
  mutating func end() throws(NotationProblem) {
    skipBlanks()
    guard isAtEnd else { throw fail("`\(rest)` was not expected here") }
  }
}
