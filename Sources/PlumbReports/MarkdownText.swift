/// Text as Markdown may safely hold it: what an API sent is shown, never obeyed.
///
/// Source: GitHub Flavored Markdown Spec, sections 2.4, 6.3, 6.6 and 6.11.
enum MarkdownText {
  /// A text as a code span, on one line.
  static func code(_ text: String) -> String {
    let text = text.visible
    guard !text.isEmpty else { return "` `" }
    let fence = String(repeating: "`", count: longestRun(in: text) + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") || text.allSatisfy { $0 == " " } ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// A text as a fenced block.
  static func block(_ text: String, language: String = "") -> String {
    let fence = String(repeating: "`", count: max(longestRun(in: text) + 1, 3))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return ([fence + language] + lines.map { String($0).visible } + [fence])
      .joined(separator: "\n")
  }

  /// A sentence in which names stand between grave accents: these become code spans, the rest is
  /// text that means nothing.
  static func sentence(_ text: String) -> String {
    SentencePart.parts(of: text).map { $0.isCode ? code($0.text) : plain($0.text) }.joined()
  }

  /// A text in which no character means anything, and nobody is mentioned or linked to.
  static func plain(_ text: String) -> String {
    let escaped = text.visible.reduce(into: "") { output, character in
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "@", "#": output += "\(character)\(nothing)"
      case "\\", "`", "*", "_", "[", "]", "!", "|", "~", "$":
        output += "\\\(character)"
      default: output.append(character)
      }
    }
    return escaped.replacing("://", with: ":\(nothing)//").replacing("www.", with: "www\(nothing).")
  }

  /// What is not shown, and keeps what stands around it from being read as one.
  private static let nothing = "<!-- -->"

  /// A cell of a table, in which a bar would begin a new one, even in a code span.
  static func cell(_ markdown: String) -> String {
    var output = ""
    var isEscaped = false
    for character in markdown {
      output += character == "|" && !isEscaped ? "\\|" : String(character)
      isEscaped = character == "\\" && !isEscaped
    }
    return output
  }

  private static func longestRun(in text: String) -> Int {
    text.split { $0 != "`" }.map(\.count).max() ?? 0
  }
}
