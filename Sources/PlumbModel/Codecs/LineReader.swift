/// Reads a text line by line; a line ends in LF or CRLF.
struct LineReader {
  /// The next byte to read.
  var position: Int

  /// Where the text ends.
  let end: Int

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= end }

  /// Reads the next line and returns where it is, without its end.
  mutating func next(in text: Span<UInt8>) -> Range<Int> {
    let start = position
    var index = start
    while index < end, text[index] != UInt8(ascii: "\n") { index += 1 }
    position = min(index + 1, end)
    if index < end, index > start, text[index - 1] == UInt8(ascii: "\r") { index -= 1 }
    return start..<index
  }

  /// Skips empty lines.
  mutating func skipEmptyLines(in text: Span<UInt8>) {
    while position < end {
      switch text[position] {
      case UInt8(ascii: "\n"): position += 1
      case UInt8(ascii: "\r") where position + 1 < end && text[position + 1] == UInt8(ascii: "\n"):
        position += 2
      default: return
      }
    }
  }
}
