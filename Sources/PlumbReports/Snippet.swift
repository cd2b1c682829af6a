/// One line of a file, cut to a width, with the columns to underline.
struct Snippet: Hashable {
  /// What is printed.
  var text: String
  /// How many columns stand before the underlined part.
  var indent: Int
  /// How many columns are underlined; at least 1.
  var length: Int

  /// Cuts a line so that the part to underline stays in sight.
  ///
  /// - Parameters:
  ///   - line: The line, without its end; control characters may be in it.
  ///   - start: Where the part begins, in characters from 0.
  ///   - count: How many characters it has.
  ///   - width: The columns there are.
  init(line: String, from start: Int, count: Int, width: Int) {
    let shown = VisibleText(line, tab: "    ")
    let start = min(max(start, 0), shown.cells.count)
    let end = min(start + max(count, 1), shown.cells.count)
    let window = Self.window(of: shown, around: start..<end, width: max(width, 8))
    var text = shown.cells[window].reduce(into: "") { $0 += $1.text }
    if window.lowerBound > 0 { text = "…" + text }
    if window.upperBound < shown.cells.count { text += "…" }
    let before = window.lowerBound..<max(start, window.lowerBound)
    let part = max(start, window.lowerBound)..<max(start, min(end, window.upperBound))
    self.text = text
    indent = Self.width(of: shown.cells[before]) + (window.lowerBound > 0 ? 1 : 0)
    length = max(Self.width(of: shown.cells[part]), 1)
  }

  /// The cells to show: from the first where the part then fits, else from just before the part.
  private static func window(
    of text: VisibleText,
    around part: Range<Int>,
    width: Int
  ) -> Range<Int> {
    guard text.width > width else { return 0..<text.cells.count }
    var lower = 0
    if text.width(ofFirst: part.upperBound) > width - 1 {
      lower = part.lowerBound
      var room = width / 3
      while lower > 0, room >= text.cells[lower - 1].width {
        lower -= 1
        room -= text.cells[lower].width
      }
    }
    var room = width - (lower > 0 ? 1 : 0)
    var upper = lower
    while upper < text.cells.count {
      let mark = upper + 1 < text.cells.count ? 1 : 0
      guard room - text.cells[upper].width >= mark else { break }
      room -= text.cells[upper].width
      upper += 1
    }
    return lower..<upper
  }

  private static func width(of cells: ArraySlice<VisibleText.Cell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }
}
