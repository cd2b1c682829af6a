/// Holds strings to documented formats.
package enum FormatCheck {
  /// Whether a text has the format.
  package static func holds(_ format: Narrowing.Format, _ text: String) -> Bool {
    switch format {
    case .dateTime: isDateTime(Array(text.utf8))
    case .uri: isAbsoluteURI(Array(text.utf8))
    }
  }

  /// RFC 3339, section 5.6: `2026-01-31T12:00:00.5+02:00`.
  private static func isDateTime(_ text: [UInt8]) -> Bool {
    guard text.count >= 20 else { return false }
    let shape = Array("dddd-dd-ddtdd:dd:dd".utf8)
    for (byte, expected) in zip(text, shape) {
      switch expected {
      case UInt8(ascii: "d"): guard isDigit(byte) else { return false }
      case UInt8(ascii: "t"): guard byte | 0x20 == 0x74 || byte == 0x20 else { return false }
      default: guard byte == expected else { return false }
      }
    }
    let year = number(text[0..<4])
    let month = number(text[5..<7])
    guard (1...12).contains(month), number(text[8..<10]) >= 1,
      number(text[8..<10]) <= days(in: month, of: year),
      number(text[11..<13]) < 24, number(text[14..<16]) < 60, number(text[17..<19]) < 61
    else { return false }
    var rest = text[19...]
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: isDigit)
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    return isOffset(Array(rest))
  }

  private static func isOffset(_ text: [UInt8]) -> Bool {
    if text.count == 1 { return text[0] | 0x20 == UInt8(ascii: "z") }
    guard text.count == 6, text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
      text[3] == UInt8(ascii: ":"), isDigit(text[1]), isDigit(text[2]), isDigit(text[4]),
      isDigit(text[5])
    else { return false }
    return number(text[1..<3]) < 24 && number(text[4..<6]) < 60
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// RFC 3986, section 4.3, apart from the details of host and path.
  private static func isAbsoluteURI(_ text: [UInt8]) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < text.count,
      isLetter(text[0])
    else { return false }
    let scheme = text[..<colon].allSatisfy {
      isLetter($0) || isDigit($0) || $0 == 0x2b || $0 == 0x2d || $0 == 0x2e
    }
    let refused = Set(" \"<>\\^`{|}".utf8)
    return scheme && text.allSatisfy { $0 > 0x20 && $0 < 0x7f && !refused.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 & 0x0f) }
  }
}
