/// Finds places in one file that follow each other, without reading the file anew for each.
///
/// It gives what ``FilePlace/locate(_:in:end:)`` gives, and is quick where places come roughly in
/// order, forwards or backwards.
public struct FilePlaceCursor: Sendable {
  /// The place reached, in bytes, and what stands before it.
  private var offset = 0
  private var newlines = 0
  private var lineStart = 0
  private var column = 0

  /// Creates a cursor at the start of a file.
  public init() {}

  /// Finds the line and the column of a stretch of bytes, and cuts out what surrounds it.
  ///
  /// - Parameters:
  ///   - range: The stretch, in bytes of the file.
  ///   - bytes: The file, from its first byte on; the same in every call.
  ///   - end: Where the file ends in the buffer.
  public mutating func locate(_ range: Range<Int>, in bytes: RawSpan, end: Int) -> FilePlace {
    let start = min(max(range.lowerBound, 0), end)
    if start < offset { goBack(to: start, bytes) } else { goOn(to: start, bytes) }
    let excerpt = ExcerptCutter(bytes: bytes, lineStart: lineStart, end: end)
      .cut(start..<min(max(range.upperBound, start), end), in: bytes)
    return FilePlace(
      line: newlines + 1,
      column: column + 1,
      offset: range.lowerBound,
      excerpt: excerpt
    )
  }

  private mutating func goOn(to start: Int, _ bytes: RawSpan) {
    let found = FilePlace.countNewlines(bytes, offset..<start)
    if let last = found.lineStart {
      newlines += found.count
      lineStart = last
      column = 0
      offset = last
    }
    column += FilePlace.countScalars(bytes, offset..<start)
    offset = start
  }

  private mutating func goBack(to start: Int, _ bytes: RawSpan) {
    let found = FilePlace.countNewlines(bytes, start..<offset)
    if found.count > 0 {
      newlines -= found.count
      lineStart = start
      while lineStart > 0, bytes.byte(lineStart - 1) != 0x0A { lineStart -= 1 }
      column = FilePlace.countScalars(bytes, lineStart..<start)
    } else {
      column -= FilePlace.countScalars(bytes, start..<offset)
    }
    offset = start
  }
}
