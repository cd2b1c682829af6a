import PlumbText

/// A line in three parts, of which the middle one is meant, cut to what a reader needs.
struct MarkedLine {
  let before: String
  let marked: String
  let after: String

  /// How many characters stand before and after the part at most.
  static let margin = 120

  /// Splits a line of a recording.
  init(_ excerpt: Excerpt) {
    self.init(excerpt.text, from: excerpt.column, count: excerpt.length)
  }

  /// Splits a line.
  ///
  /// - Parameters:
  ///   - start: Where the part begins, in characters from 0.
  ///   - count: How many characters it has.
  init(_ line: String, from start: Int, count: Int) {
    let cells = VisibleText(line, tab: "    ").cells.map(\.text)
    let start = min(max(start, 0), cells.count)
    let end = min(start + max(count, 1), cells.count)
    let first = max(start - Self.margin, 0)
    let last = min(end + Self.margin, cells.count)
    let shown = min(end, start + 2 * Self.margin)
    before = (first > 0 ? "…" : "") + cells[first..<start].joined()
    marked = start < end ? cells[start..<shown].joined() + (shown < end ? "…" : "") : " "
    after = cells[end..<last].joined() + (last < cells.count ? "…" : "")
  }
}
