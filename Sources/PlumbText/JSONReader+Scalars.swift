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

  /// The length of the UTF-8 sequence that begins here; 0 when none does.
  var characterLength: Int {
    let span = bytes.span
    return UTF8Sequence.length(span.bytes, at: offset, to: bytes.count)
  }

  /// Whether the text ends inside a UTF-8 sequence that begins here.
  private var isCutCharacter: Bool {
    let rest = bytes[offset...].prefix(4)
    guard rest.count < 4 else { return false }
    // The second byte's bounds depend on the first, but one of these two is always within them.
    return [0x80, 0xBF].contains { (continuation: UInt8) in
      let padded = rest + repeatElement(continuation, count: 4 - rest.count)
      let copy = Array(padded)
      let span = copy.span
      return UTF8Sequence.length(span.bytes, at: 0, to: 4) > rest.count
    }
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    let start = offset
    offset += 1
    guard offset < bytes.count else { throw unexpected("a character after \"\\\"") }
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[offset])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      offset += 1
      text += String(try readScalar(escapedFrom: start)).utf8
      return
    default: throw unexpected("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
    offset += 1
  }

  private mutating func readScalar(escapedFrom start: Int) throws(JSONSyntaxError) -> Unicode.Scalar
  {
    let unit = try readCodeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let afterFirst = offset
    if unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      let low = try readCodeUnit()
      if (0xDC00...0xDFFF).contains(low) {
        let pair = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        if let scalar = Unicode.Scalar(pair) { return scalar }
      }
      // What follows is no second half, and stands for itself.
      offset = afterFirst
    }
    loneSurrogates.append(base + start)
    return "\u{FFFD}"
  }

  private mutating func readCodeUnit() throws(JSONSyntaxError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count, let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue
      else { throw unexpected("four hexadecimal digits after \"\\u\"") }
      unit = unit << 4 | UInt32(digit)
      offset += 1
    }
    return unit
  }
}
