/// Cuts a stretch of a line out of a text, without reading more of the line than is shown.
struct ExcerptCutter {
  /// The most scalars that an excerpt shows, apart from the marks of where it was cut.
  private static let width = 100
  /// The most scalars of the place itself, when the line is longer than the width.
  private static let most = 60

  private let lineStart: Int
  private let end: Int

  init(bytes: RawSpan, lineStart: Int, end: Int) {
    self.lineStart = lineStart
    self.end = end
  }

  func cut(_ range: Range<Int>, in bytes: RawSpan) -> Excerpt {
    let room = Self.width * 4
    let before = scalars(bytes, max(lineStart, range.lowerBound - room)..<range.lowerBound)
    let after = lineEnd(bytes, from: range.lowerBound, to: range.lowerBound + room)
    let rest = scalars(bytes, range.lowerBound..<after)
    let target = scalars(bytes, range.lowerBound..<min(range.upperBound, after)).count
    let shown = min(target, Self.most)
    // What one side does not need goes to the other.
    let ahead = min(rest.count, max(Self.width - before.count, shown + (Self.width - shown) / 2))
    let behind = min(before.count, Self.width - min(ahead, Self.width))
    let isCutBefore = behind < before.count || lineStart < range.lowerBound - room
    let isCutAfter = ahead < rest.count || (after < end && !isLineEnd(bytes, after))
    let prefix = (isCutBefore ? "…" : "") + string(before.suffix(behind))
    let marked = string(rest.prefix(min(target, ahead)))
    let text = prefix + string(rest.prefix(ahead)) + (isCutAfter ? "…" : "")
    return Excerpt(
      text: text,
      column: prefix.count,
      length: max(1, (prefix + marked).count - prefix.count)
    )
  }

  /// Returns where the line ends, or a place to stop at that splits no UTF-8 sequence.
  private func lineEnd(_ bytes: RawSpan, from start: Int, to limit: Int) -> Int {
    var offset = start
    while offset < min(limit, end), !isLineEnd(bytes, offset) { offset += 1 }
    while offset > start, offset < end, bytes.byte(offset) & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func isLineEnd(_ bytes: RawSpan, _ offset: Int) -> Bool {
    let byte = bytes.byte(offset)
    if byte == 0x0A { return true }
    return byte == 0x0D && offset + 1 < end && bytes.byte(offset + 1) == 0x0A
  }

  private func scalars(_ bytes: RawSpan, _ range: Range<Int>) -> [Unicode.Scalar] {
    var start = range.lowerBound
    if start > lineStart {
      while start < range.upperBound, bytes.byte(start) & 0xC0 == 0x80 { start += 1 }
    }
    return Array(bytes.text(start..<range.upperBound).unicodeScalars)
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
