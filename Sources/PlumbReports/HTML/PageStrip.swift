import PlumbChecking

/// Draws a listing as a strip: its pages where they stand, so that gaps and overlaps are seen.
///
/// Pages that cover places which an earlier one covered stand in the lower half: windows of another
/// size, or pages that overlap. Pages without places stand side by side.
enum PageStrip {
  private static let width = 600.0

  /// How many pages are drawn; more would be too narrow to be told apart.
  private static let most = 300

  /// Returns the markup.
  static func svg(of chain: Report.Chain) -> String {
    let windows = chain.pages.compactMap(\.window)
    var drawing = SVG(
      width: Int(width),
      height: 20,
      label: "\(chain.pages.count.of("page")), "
        + (chain.isComplete ? "the whole listing" : "parts of the listing are missing")
    )
    drawing.box(x: 0, y: 0, width: width, height: 20, style: "track")
    if windows.count == chain.pages.count {
      draw(windows, missing: chain.missing, total: total(of: chain), in: &drawing)
    } else {
      draw(chain.pages, in: &drawing)
    }
    return drawing.markup
  }

  private static func total(of chain: Report.Chain) -> Int {
    let ends = chain.pages.compactMap(\.window?.end) + chain.missing.map(\.end)
    return max(chain.total ?? 0, ends.max() ?? 0, 1)
  }

  private static func draw(
    _ windows: [Report.Chain.Window],
    missing: [Report.Chain.Window],
    total: Int,
    in drawing: inout SVG
  ) {
    let step = width / Double(total)
    for gap in missing {
      drawing.box(
        x: step * Double(gap.start - 1),
        y: 0,
        width: step * Double(gap.end - gap.start + 1),
        height: 20,
        style: "gap",
        title: "\(gap.start) to \(gap.end): no page"
      )
    }
    var covered = 0
    let inOrder = windows.filter { $0.end >= $0.start }
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    for window in inOrder.prefix(most) {
      let isAgain = window.start <= covered
      drawing.box(
        x: step * Double(window.start - 1) + 0.5,
        y: isAgain ? 11 : 1,
        width: step * Double(window.end - window.start + 1) - 1,
        height: isAgain ? 8 : 9,
        style: isAgain ? "again" : "page",
        title: "\(window.start) to \(window.end)"
      )
      covered = max(covered, window.end)
    }
  }

  private static func draw(_ pages: [Report.Chain.Page], in drawing: inout SVG) {
    let shown = pages.prefix(most)
    let step = width / Double(max(shown.count, 1))
    for (index, page) in shown.enumerated() {
      drawing.box(
        x: step * Double(index) + 0.5,
        y: 1,
        width: step - 1,
        height: 18,
        style: "page",
        title: page.items.of("item")
      )
    }
  }
}
