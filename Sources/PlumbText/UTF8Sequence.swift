/// The bytes of one Unicode scalar.
///
/// Source: the Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
enum UTF8Sequence {
  /// Returns the length of the well-formed sequence at an offset, from 1 to 4; 0 when none is.
  static func length(_ bytes: RawSpan, at offset: Int, to end: Int) -> Int {
    let first = bytes.byte(offset)
    if first < 0x80 { return 1 }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard offset + length <= end, second.contains(bytes.byte(offset + 1)) else { return 0 }
    for index in 2..<max(2, length) where bytes.byte(offset + index) & 0xC0 != 0x80 { return 0 }
    return length
  }
}
