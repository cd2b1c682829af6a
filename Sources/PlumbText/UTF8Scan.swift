/// Well-formed UTF-8, found in a buffer without making anything of it.
///
/// Source: RFC 3629; the Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
public enum UTF8Scan {
  /// The length of the character at an offset, 1 to 4; 0 when it is not well-formed.
  ///
  /// It reads up to four bytes: at least three must follow the offset in the span.
  @inlinable
  public static func length(_ bytes: RawSpan, at offset: Int) -> Int {
    let lead = bytes.byte(offset)
    if lead < 0x80 { return 1 }
    let second = bytes.byte(offset &+ 1)
    if lead < 0xe0 { return lead >= 0xc2 && second & 0xc0 == 0x80 ? 2 : 0 }
    guard second >= leastSecond(after: lead), second <= greatestSecond(after: lead),
      bytes.byte(offset &+ 2) & 0xc0 == 0x80
    else { return 0 }
    if lead < 0xf0 { return 3 }
    return lead <= 0xf4 && bytes.byte(offset &+ 3) & 0xc0 == 0x80 ? 4 : 0
  }

  /// The length of the character at an offset, 1 to 4; 0 when it is not well-formed before `end`.
  ///
  /// It reads nothing behind `end`.
  public static func length(_ bytes: RawSpan, at offset: Int, to end: Int) -> Int {
    let lead = bytes.byte(offset)
    if lead < 0x80 { return 1 }
    let promised = promisedLength(of: lead)
    return promised == 0 || offset + promised > end ? 0 : length(bytes, at: offset)
  }

  /// Whether the character at an offset is well-formed as far as it goes, but cut by the end.
  public static func isCut(_ bytes: RawSpan, at offset: Int, by end: Int) -> Bool {
    let lead = bytes.byte(offset)
    guard offset + promisedLength(of: lead) > end else { return false }
    if offset + 1 < end {
      let second = bytes.byte(offset + 1)
      guard second >= leastSecond(after: lead), second <= greatestSecond(after: lead) else {
        return false
      }
    }
    return offset + 2 >= end || bytes.byte(offset + 2) & 0xc0 == 0x80
  }

  /// The length that a first byte promises, 1 to 4; 0 when no character begins with it.
  private static func promisedLength(of lead: UInt8) -> Int {
    switch lead {
    case ..<0x80: 1
    case 0xc2...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...0xf4: 4
    default: 0
    }
  }

  @inlinable @inline(__always)
  static func leastSecond(after lead: UInt8) -> UInt8 {
    lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80
  }

  @inlinable @inline(__always)
  static func greatestSecond(after lead: UInt8) -> UInt8 {
    lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf
  }
}
