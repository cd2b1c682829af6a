extension JSONReader {
  /// Reads the rest of `true`, `false` or `null`.
  mutating func readWord(_ word: String) throws(JSONSyntaxError) {
    for byte in word.utf8 {
      guard offset < bytes.count, bytes[offset] == byte else { throw unexpected("\"\(word)\"") }
      offset += 1
    }
  }

  /// Reads a number, RFC 8259 section 6.
  mutating func readNumber() throws(JSONSyntaxError) -> JSONNumber {
    let start = offset
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let leadsWithZero = offset < bytes.count && bytes[offset] == UInt8(ascii: "0")
    if leadsWithZero { offset += 1 } else { try readDigits("a digit") }
    if leadsWithZero, offset < bytes.count, JSONScan.isDigit(bytes[offset]) {
      throw unexpected("no digit after a leading 0")
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try readDigits("a digit after \".\"")
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count,
        bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      try readDigits("a digit in the exponent")
    }
    return JSONNumber(unchecked: String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func readDigits(_ expected: String) throws(JSONSyntaxError) {
    guard offset < bytes.count, JSONScan.isDigit(bytes[offset]) else { throw unexpected(expected) }
    while offset < bytes.count, JSONScan.isDigit(bytes[offset]) { offset += 1 }
  }

  /// Reads a string from its opening quote on, RFC 8259 section 7.
  mutating func readString() throws(JSONSyntaxError) -> String {
    offset += 1
    var text: [UInt8] = []
    var plain = offset
    while true {
      guard offset < bytes.count else { throw unexpected("a quotation mark that ends the string") }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        text += bytes[plain..<offset]
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[plain..<offset]
        try readEscape(into: &text)
        plain = offset
      case 0x00..<0x20:
        throw unexpected("a control character to be escaped")
      case 0x20..<0x80:
        offset += 1
      default:
        try skipCharacter()
      }
    }
  }

  private mutating func skipCharacter() throws(JSONSyntaxError) {
    let length = characterLength
    guard length == 0 else {
      offset += length
      return
    }
    if isCutCharacter {
      offset = bytes.count
      throw unexpected("the rest of a UTF-8 sequence")
    }
    throw error(.invalidUTF8, "expected UTF-8, found \(found)")
  }

  /// The length of the character that begins here; 0 when none does.
  var characterLength: Int {
    let span = bytes.span
    return UTF8Scan.length(span.bytes, at: offset, to: bytes.count)
  }

  /// Whether the text ends inside a character that begins here.
  private var isCutCharacter: Bool {
    let span = bytes.span
    return UTF8Scan.isCut(span.bytes, at: offset, by: bytes.count)
  }

  /// The escape that begins here; `nil` when it is broken.
  private var escape: JSONEscape? {
    let span = bytes.span
    return JSONEscape(span.bytes, at: offset, to: bytes.count)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    guard let escape else { throw brokenEscape() }
    if escape.isLoneSurrogate { loneSurrogates.append(base + offset) }
    text += String(escape.scalar).utf8
    offset += escape.length
  }

  /// The error at the first byte by which an escape is broken.
  private mutating func brokenEscape() -> JSONSyntaxError {
    offset += 1
    guard offset < bytes.count else { return unexpected("a character after \"\\\"") }
    guard bytes[offset] == UInt8(ascii: "u") else {
      return unexpected("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
    offset += 1
    while offset < bytes.count, Hexadecimal.value(of: bytes[offset]) >= 0 { offset += 1 }
    return unexpected("four hexadecimal digits after \"\\u\"")
  }
}
