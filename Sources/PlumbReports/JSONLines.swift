/// A body as lines: JSON that stands on one line is laid out, everything else stays as it is.
///
/// Only white space between tokens is added; text that is no JSON is not changed.
struct JSONLines {
  /// The lines, without their ends.
  let lines: [String]

  /// Divides a text into lines.
  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let isOneLine = lines.drop { $0.isEmpty }.dropFirst().allSatisfy(\.isEmpty)
    var layout = Layout()
    self.lines = isOneLine && layout.lay(text) ? layout.lines : lines.map(String.init)
  }

  /// A JSON text as it is laid out, scalar by scalar.
  private struct Layout {
    var lines: [String] = []
    private var line = String.UnicodeScalarView()
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isOpening = false

    /// Lays out an object or a list; returns whether its brackets fit.
    mutating func lay(_ text: String) -> Bool {
      guard let first = text.unicodeScalars.first, first == "{" || first == "[" else {
        return false
      }
      for scalar in text.unicodeScalars {
        if isInString { addToString(scalar) } else { add(scalar) }
        guard (0...512).contains(depth) else { return false }
      }
      finishLine()
      return depth == 0 && !isInString
    }

    private mutating func addToString(_ scalar: Unicode.Scalar) {
      line.append(scalar)
      isInString = isEscaped || scalar != "\""
      isEscaped = !isEscaped && scalar == "\\"
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
      guard !scalar.properties.isWhitespace else { return }
      let isClosing = scalar == "}" || scalar == "]"
      if isClosing { depth -= 1 }
      if isOpening != isClosing { finishLine() }
      isOpening = scalar == "{" || scalar == "["
      if isOpening { depth += 1 }
      line.append(scalar)
      if scalar == ":" { line.append(" ") }
      if scalar == "," { finishLine() }
      isInString = scalar == "\""
    }

    private mutating func finishLine() {
      lines.append(String(line))
      let indent = String(repeating: "  ", count: max(depth, 0))
      line = String.UnicodeScalarView(indent.unicodeScalars)
    }
  }
}
