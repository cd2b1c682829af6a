/// Draws a part of a whole as a bar.
enum ShareBar {
  /// Returns the markup.
  static func svg(part: Int, of whole: Int) -> String {
    var drawing = SVG(
      width: 100,
      height: 8,
      label: "\(part.grouped) of \(whole.grouped)"
    )
    drawing.box(x: 0, y: 0, width: 100, height: 8, style: "track")
    if part > 0, whole > 0 {
      let width = 100 * Double(min(part, whole)) / Double(whole)
      drawing.box(x: 0, y: 0, width: width, height: 8, style: "fill")
    }
    return drawing.markup
  }
}
