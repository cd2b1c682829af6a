import PlumbText

/// Says what stands at a place that is not JSON.
enum ByteText {
  /// The first bytes at an offset, quoted, or a control character by its number.
  static func describe(_ bytes: RawSpan, at offset: Int, to limit: Int) -> String {
    let byte = bytes.byte(offset)
    if byte < 0x20 || byte == 0x7f {
      let digits = String(byte, radix: 16, uppercase: true)
      return "the control character U+00" + (digits.count < 2 ? "0" : "") + digits
    }
    var end = offset
    while end < min(offset + 12, limit), bytes.byte(end) > 0x20 { end += 1 }
    return "\"\(bytes.text(offset..<max(end, offset + 1)))\""
  }

  /// A value as a message quotes it: at most 40 characters of its text.
  static func excerpt(_ bytes: RawSpan, _ value: Range<Int>) -> String {
    let limit = 60
    guard value.count > limit else { return bytes.text(value) }
    var end = value.lowerBound + limit
    while end > value.lowerBound, bytes.byte(end) & 0xc0 == 0x80 { end -= 1 }
    return bytes.text(value.lowerBound..<end) + "…"
  }
}
