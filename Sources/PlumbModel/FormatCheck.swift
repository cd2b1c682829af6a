import PlumbText

/// Holds strings to documented formats.
package enum FormatCheck {
  /// Whether a text has the format.
  package static func holds(_ format: Narrowing.Format, _ text: String) -> Bool {
    let span = text.utf8Span.span
    return holds(format, span.bytes, 0..<span.count)
  }

  /// Whether the text of a stretch of bytes has the format.
  package static func holds(
    _ format: Narrowing.Format,
    _ bytes: RawSpan,
    _ text: Range<Int>
  ) -> Bool {
    switch format {
    case .dateTime: isDateTime(bytes, text)
    case .uri: isAbsoluteURI(bytes, text)
    }
  }

  /// RFC 3339, section 5.6: `2026-01-31T12:00:00.5+02:00`.
  private static func isDateTime(_ bytes: RawSpan, _ text: Range<Int>) -> Bool {
    let start = text.lowerBound
    guard text.count >= 20, bytes.byte(start + 4) == UInt8(ascii: "-"),
      bytes.byte(start + 7) == UInt8(ascii: "-"), isSeparator(bytes.byte(start + 10)),
      bytes.byte(start + 13) == UInt8(ascii: ":"), bytes.byte(start + 16) == UInt8(ascii: ":"),
      let century = number(bytes, start), let years = number(bytes, start + 2),
      let month = number(bytes, start + 5), (1...12).contains(month),
      let day = number(bytes, start + 8), day >= 1,
      day <= days(in: month, of: century * 100 + years),
      let hour = number(bytes, start + 11), hour < 24,
      let minute = number(bytes, start + 14), minute < 60,
      let second = number(bytes, start + 17), second < 61
    else { return false }
    var rest = start + 19
    if bytes.byte(rest) == UInt8(ascii: ".") {
      rest += 1
      let digits = rest
      while rest < text.upperBound, JSONScan.isDigit(bytes.byte(rest)) { rest += 1 }
      guard rest > digits else { return false }
    }
    return isOffset(bytes, rest..<text.upperBound)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "t") || byte == UInt8(ascii: " ")
  }

  private static func isOffset(_ bytes: RawSpan, _ text: Range<Int>) -> Bool {
    let start = text.lowerBound
    if text.count == 1 { return bytes.byte(start) | 0x20 == UInt8(ascii: "z") }
    guard text.count == 6,
      bytes.byte(start) == UInt8(ascii: "+") || bytes.byte(start) == UInt8(ascii: "-"),
      bytes.byte(start + 3) == UInt8(ascii: ":"), let hours = number(bytes, start + 1),
      let minutes = number(bytes, start + 4)
    else { return false }
    return hours < 24 && minutes < 60
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// RFC 3986, section 4.3, apart from the details of host and path.
  private static func isAbsoluteURI(_ bytes: RawSpan, _ text: Range<Int>) -> Bool {
    var colon = text.lowerBound
    while colon < text.upperBound, isOfScheme(bytes.byte(colon)) { colon += 1 }
    guard colon > text.lowerBound, colon + 1 < text.upperBound,
      bytes.byte(colon) == UInt8(ascii: ":"), isLetter(bytes.byte(text.lowerBound))
    else { return false }
    var offset = colon + 1
    while offset + 16 <= text.upperBound {
      if hasRefused(bytes.vector16(offset)) { return false }
      offset += 16
    }
    // The last block may be looked at twice, where there is one.
    if offset < text.upperBound, text.count >= 16 {
      return !hasRefused(bytes.vector16(text.upperBound - 16))
    }
    return (offset..<text.upperBound).allSatisfy {
      !hasRefused(SIMD16(repeating: bytes.byte($0)))
    }
  }

  /// Whether a byte is among them that no URI holds.
  @inline(__always)
  private static func hasRefused(_ block: SIMD16<UInt8>) -> Bool {
    typealias Block = SIMD16<UInt8>
    let signed = unsafeBitCast(block, to: SIMD16<Int8>.self)
    // Controls, the space and all beyond ASCII are the least of signed bytes.
    let low = signed .< SIMD16<Int8>(repeating: 0x21)
    let delete = block .== Block(repeating: 0x7f)
    // `<` and `>`, `\` and `^` differ in one bit.
    let turned = block | Block(repeating: 0x02)
    let angles = turned .== Block(repeating: 0x3e)
    let slashes = turned .== Block(repeating: 0x5e)
    let braces = (block &- Block(repeating: 0x7b)) .< Block(repeating: 3)
    let quotes = block .== Block(repeating: 0x22)
    let graves = block .== Block(repeating: 0x60)
    let refused = low .| delete .| angles .| slashes .| braces .| quotes .| graves
    let halves = unsafeBitCast(refused, to: SIMD2<UInt64>.self)
    return halves.x | halves.y != 0
  }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    isLetter(byte) || JSONScan.isDigit(byte) || byte == 0x2b || byte == 0x2d || byte == 0x2e
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a }

  /// The value of two digits; `nil` when they are not.
  private static func number(_ bytes: RawSpan, _ offset: Int) -> Int? {
    let tens = bytes.byte(offset)
    let ones = bytes.byte(offset + 1)
    guard JSONScan.isDigit(tens), JSONScan.isDigit(ones) else { return nil }
    return Int(tens & 0x0f) * 10 + Int(ones & 0x0f)
  }
}
