import PlumbText

/// The lines of a contract file while it is written.
struct NotationLines {
  /// The column from which on comments stand behind what they say something of, where there is room.
  private static let commentColumn = 40

  let comments: NotationComments
  private(set) var lines: [String] = []

  /// The keys that lead to where the writer is.
  private var path: [String] = []
  private var depth = 0

  /// The dashes of list items that the next line begins with.
  private var dashes = 0

  init(comments: NotationComments) {
    self.comments = comments
  }

  /// The file.
  var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

  /// Writes an empty line.
  mutating func blank() { lines.append("") }

  /// Writes a line as it is, at the margin.
  mutating func raw(_ line: String) { lines.append(line) }

  /// Writes a key with its value, both as YAML has them.
  ///
  /// - Parameter step: The key as ``NotationComments`` names it, where that is not `key`.
  mutating func entry(_ key: String, _ value: String, step: String? = nil) {
    path.append(step ?? key)
    line("\(YAMLText.written(key, .key)): \(value)")
    path.removeLast()
  }

  /// Writes a key with what stands below it.
  mutating func block(
    _ key: String,
    step: String? = nil,
    _ write: (inout NotationLines) -> Void
  ) {
    path.append(step ?? key)
    line("\(YAMLText.written(key, .key)):")
    depth += 1
    write(&self)
    depth -= 1
    path.removeLast()
  }

  /// Writes an item of a list, whatever it is.
  mutating func item(_ write: (inout NotationLines) -> Void) {
    path.append("[]")
    dashes += 1
    depth += 1
    write(&self)
    depth -= 1
    // An item that wrote nothing leaves no dash behind.
    dashes = 0
    path.removeLast()
  }

  /// Writes a value that stands alone, such as that of a list's item.
  mutating func value(_ text: String) { line(text) }

  /// Writes an item of a list that is one line, which comments know by its own text.
  mutating func lineItem(_ text: String) {
    path.append(text)
    dashes += 1
    depth += 1
    line(text)
    depth -= 1
    path.removeLast()
  }

  /// Writes the comments at the end of the file.
  mutating func finish() { for line in comments[above: []] { raw(Self.comment(line)) } }

  private mutating func line(_ text: String) {
    let indent = String(repeating: "  ", count: depth - dashes)
    // The dash in front of an item's first key belongs to both.
    for length in (path.count - min(dashes, path.count))...path.count where length > 0 {
      let place = Array(path.prefix(length))
      guard length == path.count || place.last == "[]" else { continue }
      for line in comments[above: place] { lines.append(indent + Self.comment(line)) }
    }
    var line = indent + String(repeating: "- ", count: dashes) + text
    if let behind = comments[behind: path] {
      let gap = max(2, Self.commentColumn - 1 - line.unicodeScalars.count)
      line += String(repeating: " ", count: gap) + Self.comment(behind)
    }
    lines.append(line)
    dashes = 0
  }

  private static func comment(_ text: String) -> String {
    // A line break would end the comment, and other control characters the file.
    let shown = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    return text.isEmpty ? "#" : "# " + SourceText.string(shown)
  }
}
