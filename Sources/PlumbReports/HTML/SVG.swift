/// A drawing, as the markup that stands in a page.
///
/// It has no size of its own: the page's style gives it one. Colours are classes of the style.
struct SVG {
  private let width: Int
  private let height: Int
  private let label: String
  private let isStretched: Bool
  private var shapes = ""

  /// Begins a drawing.
  ///
  /// - Parameters:
  ///   - label: What it says, for those who do not see it.
  ///   - isStretched: Whether width and height may be scaled apart from each other.
  init(width: Int, height: Int, label: String, isStretched: Bool = true) {
    self.width = width
    self.height = height
    self.label = label
    self.isStretched = isStretched
  }

  /// Draws a box; one that would be too narrow to be seen gets the least width.
  mutating func box(
    x: Double,
    y: Double,
    width: Double,
    height: Double,
    style: String,
    title: String? = nil
  ) {
    let size = "width=\"\(Self.number(max(width, 1)))\" height=\"\(Self.number(height))\""
    let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    let name = XMLText.attribute(style)
    guard let title else {
      shapes += "<rect class=\"\(name)\" \(place) \(size)/>"
      return
    }
    shapes +=
      "<rect class=\"\(name)\" \(place) \(size)>"
      + "<title>\(XMLText.content(title))</title></rect>"
  }

  /// Draws a dot.
  mutating func dot(x: Double, y: Double, style: String) {
    shapes +=
      "<circle class=\"\(XMLText.attribute(style))\" "
      + "cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"2.5\"/>"
  }

  /// The markup.
  var markup: String {
    "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
      + "aria-label=\"\(XMLText.attribute(label))\""
      + (isStretched ? " preserveAspectRatio=\"none\"" : "") + ">\(shapes)</svg>"
  }

  /// A length with one decimal place at most, the same on every system.
  private static func number(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
