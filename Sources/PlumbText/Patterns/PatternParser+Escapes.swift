extension PatternParser {
  /// Reads an escape from its backslash on.
  mutating func escape() throws(SyntaxError) -> ScalarSet {
    let start = offset
    offset += 1
    guard let letter = next else {
      throw SyntaxError(
        message: "expected a character after \"\\\": write \"\\\\\" for a backslash",
        offset: start
      )
    }
    offset += 1
    switch letter {
    case "d": return .digit
    case "D": return ScalarSet.digit.complement
    case "w": return .word
    case "W": return ScalarSet.word.complement
    case "s": return .space
    case "S": return ScalarSet.space.complement
    case "t": return ScalarSet("\t")
    case "n": return ScalarSet("\n")
    case "r": return ScalarSet("\r")
    case "f": return ScalarSet("\u{0C}")
    case "v": return ScalarSet("\u{0B}")
    case "x": return ScalarSet(try hexadecimal(digits: 2, from: start))
    case "u": return ScalarSet(try unicodeEscape(from: start))
    default:
      guard letter.isASCII, !letter.properties.isAlphabetic, letter.properties.numericType == nil
      else { throw refusal(ofEscape: letter, at: start) }
      return ScalarSet(letter)
    }
  }

  /// Reads `XXXX`, a pair of such halves, or `{…}`.
  private mutating func unicodeEscape(from start: Int) throws(SyntaxError) -> Unicode.Scalar {
    guard next == "{" else { return try hexadecimal(digits: 4, from: start) }
    offset += 1
    let first = offset
    while let digit = next, digit.properties.isASCIIHexDigit, offset - first < 7 { offset += 1 }
    let value = UInt32(text(first..<offset), radix: 16)
    guard skip("}"), let value else {
      throw SyntaxError(
        message: "expected hexadecimal digits in braces: write \"\\u{1F600}\"",
        offset: start
      )
    }
    return try scalar(value, from: start)
  }

  private mutating func hexadecimal(
    digits: Int,
    from start: Int
  ) throws(SyntaxError) -> Unicode.Scalar {
    let value = try codeUnit(digits: digits, from: start)
    guard (0xD800...0xDBFF).contains(value), next == "\\", scalar(at: offset + 1) == "u" else {
      return try scalar(value, from: start)
    }
    offset += 2
    let low = try codeUnit(digits: 4, from: start)
    guard (0xDC00...0xDFFF).contains(low) else { return try scalar(value, from: start) }
    return try scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00), from: start)
  }

  private mutating func codeUnit(digits: Int, from start: Int) throws(SyntaxError) -> UInt32 {
    let first = offset
    while offset - first < digits, let digit = next, digit.properties.isASCIIHexDigit {
      offset += 1
    }
    guard offset - first == digits, let value = UInt32(text(first..<offset), radix: 16) else {
      let example = digits == 2 ? "\\x41" : "\\u00E9"
      throw SyntaxError(
        message: "expected \(digits) hexadecimal digits: write \"\(example)\"",
        offset: start
      )
    }
    return value
  }

  private func scalar(_ value: UInt32, from start: Int) throws(SyntaxError) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else {
      throw SyntaxError(
        message: "expected a Unicode scalar, found \"\(text(start..<offset))\": no text holds it",
        offset: start
      )
    }
    return scalar
  }
}
