import PlumbText

/// Tells texts that may be addresses on the web from all others, by how they begin.
enum WebText {
  /// Whether a text that begins here may mean one that begins like `http`, some of its letters
  /// perhaps escaped.
  @inline(__always)
  static func mayBegin(_ bytes: RawSpan, at start: Int) -> Bool {
    let first = bytes.byte(start)
    return first | 0x20 == UInt8(ascii: "h") || first == UInt8(ascii: "\\")
  }

  /// Whether a text begins like `http`: most texts are no addresses.
  static func isAddress(_ text: Range<Int>, _ bytes: RawSpan) -> Bool {
    text.count > 7 && bytes.byte(text.lowerBound) | 0x20 == UInt8(ascii: "h")
      && bytes.byte(text.lowerBound + 1) | 0x20 == UInt8(ascii: "t")
  }
}
