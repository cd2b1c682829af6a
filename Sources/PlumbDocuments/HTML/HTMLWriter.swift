/// Writes HTML tag by tag; whatever is text is escaped.
struct HTMLWriter {
  /// The text so far.
  private(set) var text = ""

  private var open: [String] = []

  /// Writes an element with what the closure writes inside it.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout HTMLWriter) -> Void
  ) {
    begin(name, attributes)
    content(&self)
    end()
  }

  /// Writes an element that holds text alone.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    text: String
  ) {
    element(name, attributes) { $0.write(text) }
  }

  /// Begins an element; one that is a block begins a line.
  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    if Self.blocks.contains(name) { newLine() }
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
    text += ">"
    open.append(name)
  }

  /// Ends the element that was begun last.
  mutating func end() {
    precondition(!open.isEmpty, "nothing is open")
    let name = open.removeLast()
    text += "</\(name)>"
    if Self.blocks.contains(name) { newLine() }
  }

  /// Writes text.
  mutating func write(_ text: String) { self.text += Self.escaped(text) }

  /// Writes a name as code, which may break between its words where it is narrow.
  mutating func name(_ name: String) {
    element("code") { html in
      var isInside = false
      for part in name.split(separator: "_", omittingEmptySubsequences: false) {
        if isInside {
          html.write("_")
          html.raw("<wbr>")
        }
        isInside = true
        html.humps(part)
      }
    }
  }

  /// Writes `lastUpdated` so that it may break before its capitals.
  private mutating func humps(_ text: Substring) {
    var word = ""
    for character in text {
      if character.isUppercase, word.last?.isLowercase == true || word.last == "." {
        write(word)
        raw("<wbr>")
        word = ""
      }
      word.append(character)
    }
    write(word)
  }

  /// Writes what is HTML already: our own, never what a contract says.
  mutating func raw(_ html: StaticString) { text += "\(html)" }

  /// Writes text with what stands between backquotes as code.
  mutating func sentence(_ text: String) {
    for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { element("code", text: String(part)) } else { write(String(part)) }
    }
  }

  private mutating func newLine() {
    if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
  }

  private static let blocks: Set<String> = [
    "article", "body", "caption", "div", "dl", "dt", "dd", "footer", "h1", "h2", "h3", "h4", "head",
    "header",
    "html", "li", "main", "nav", "ol", "p", "section", "style", "table", "tbody", "thead", "title",
    "tr", "ul",
  ]

  /// The text as HTML; signs that would hide or turn around what stands beside them are shown.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t", " ": escaped.unicodeScalars.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
          escaped += "\\u{\(String(scalar.value, radix: 16))}"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
