import PlumbNotation
import PlumbText

/// Takes a page of HTML apart: headings, paragraphs, lists, examples and tables, with their lines.
///
/// It reads what is there and repairs nothing: tags that it does not know are left out, their text
/// stays. Scripts, styles and comments are no text.
///
/// Source: HTML Living Standard, sections 13.1 and 13.2.5, as far as reference pages need them.
struct HTMLBlocks {
  private let text: [Unicode.Scalar]
  private var position = 0
  private var line = 1

  private var blocks: [PageBlock] = []
  /// The text of the block, or cell, that is being read.
  private var words = ""
  /// Where its text begins.
  private var start = 0
  private var heading = false
  private var example = 0
  private var tables: [OpenTable] = []

  /// A table that has not ended.
  private struct OpenTable {
    var line: Int
    var rows: [PageTable.Row] = []
    var isInCell = false
  }

  /// Takes a page apart.
  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  /// Whether a text is HTML: it begins with a tag or a comment.
  static func isHTML(_ text: String) -> Bool {
    guard let first = text.firstIndex(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else {
      return false
    }
    let begin = text[first...].prefix(2)
    return begin.first == "<"
      && begin.dropFirst().allSatisfy { $0.isLetter || $0 == "!" || $0 == "?" }
  }

  /// Returns the pieces of the page.
  mutating func read() -> [PageBlock] {
    while position < text.count {
      if text[position] == "<", let tag = tag() {
        apply(tag)
      } else {
        take()
      }
    }
    endText()
    while !tables.isEmpty { endTable() }
    return blocks
  }

  /// Takes one character of text.
  private mutating func take() {
    if words.isEmpty { start = line }
    if text[position] == "&", let (character, length) = HTMLCharacter.read(text[position...]) {
      words += character
      position += length
      return
    }
    advance(to: position + 1, adding: true)
  }

  private mutating func advance(to end: Int, adding: Bool = false) {
    for index in position..<min(end, text.count) {
      if text[index] == "\n" { line += 1 }
      if adding { words.unicodeScalars.append(text[index]) }
    }
    position = min(end, text.count)
  }

  // MARK: - Tags

  private struct Tag {
    var name: String
    var isEnd: Bool
  }

  /// Reads a tag or comment; `nil` when the sign is text.
  private mutating func tag() -> Tag? {
    if starts("<!--") {
      skip(to: "-->")
      advance(to: position + 3)
      return Tag(name: "!", isEnd: false)
    }
    var index = position + 1
    let isEnd = index < text.count && text[index] == "/"
    if isEnd { index += 1 }
    guard index < text.count,
      text[index].properties.isAlphabetic || "!?".unicodeScalars.contains(text[index])
    else { return nil }
    var name = ""
    while index < text.count, !text[index].properties.isWhitespace, text[index] != ">",
      text[index] != "/"
    {
      name.unicodeScalars.append(text[index])
      index += 1
    }
    var quote: Unicode.Scalar?
    while index < text.count, quote != nil || text[index] != ">" {
      if let open = quote {
        if text[index] == open { quote = nil }
      } else if text[index] == "\"" || text[index] == "'" {
        quote = text[index]
      }
      index += 1
    }
    advance(to: index + 1)
    name = name.lowercased()
    if !isEnd, ["script", "style", "template", "svg"].contains(name) { skip(to: "</\(name)") }
    return Tag(name: name, isEnd: isEnd)
  }

  private func starts(_ sign: String, at index: Int? = nil) -> Bool {
    let start = index ?? position
    var next = start
    for scalar in sign.unicodeScalars {
      guard next < text.count else { return false }
      let isCapital = text[next].value &- 0x41 < 26
      guard text[next].value | (isCapital ? 0x20 : 0) == scalar.value else { return false }
      next += 1
    }
    return true
  }

  private mutating func skip(to sign: String) {
    var index = position
    while index < text.count, !starts(sign, at: index) { index += 1 }
    advance(to: index)
  }

  private mutating func apply(_ tag: Tag) {
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6", "title", "caption":
      guard !isInCell else { return }
      endText()
      heading = !tag.isEnd && tag.name != "caption"
    case "pre":
      endText()
      example = max(example + (tag.isEnd ? -1 : 1), 0)
    case "table":
      endText()
      if tag.isEnd { endTable() } else { tables.append(OpenTable(line: line)) }
    case "tr", "thead", "tbody", "tfoot":
      endText()
      if tag.name == "tr", !tag.isEnd, !tables.isEmpty {
        tables[tables.count - 1].rows.append(PageTable.Row(cells: [], line: line))
      }
    case "td", "th":
      endText()
      if !tables.isEmpty {
        tables[tables.count - 1].isInCell = !tag.isEnd
        let last = tables[tables.count - 1].rows.count - 1
        if !tag.isEnd, last >= 0 { tables[tables.count - 1].rows[last].cells.append("") }
      }
    case "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol",
      "li", "dl", "dt", "dd", "hr", "blockquote", "body", "head", "html", "figure", "details",
      "summary", "button", "form":
      if isInCell { words += " " } else { endText() }
    case "br": words += "\n"
    default: break
    }
  }

  private var isInCell: Bool { tables.last?.isInCell ?? false }

  // MARK: - Blocks

  private mutating func endText() {
    defer { words = "" }
    if isInCell, let rows = tables.last?.rows, let row = rows.last, !row.cells.isEmpty {
      let cell = row.cells[row.cells.count - 1] + " " + words
      tables[tables.count - 1].rows[rows.count - 1].cells[row.cells.count - 1] = Text.collapsed(
        cell
      )
      return
    }
    if example > 0 {
      for (offset, part) in words.split(
        omittingEmptySubsequences: false,
        whereSeparator: \.isNewline
      ).enumerated()
      where !Text.trimmed(part).isEmpty {
        blocks.append(PageBlock(content: .code(Text.trimmed(part)), line: start + offset))
      }
      return
    }
    let text = Text.collapsed(words)
    guard !text.isEmpty else { return }
    blocks.append(PageBlock(content: heading ? .heading(text) : .text(text), line: start))
  }

  /// Ends the innermost table; one without a head or rows is none.
  private mutating func endTable() {
    guard let open = tables.popLast() else { return }
    let rows = open.rows.filter { !$0.cells.isEmpty }
    guard let head = rows.first else { return }
    let table = PageTable(head: head.cells, rows: Array(rows.dropFirst()))
    blocks.append(PageBlock(content: .table(table), line: open.line))
  }
}
