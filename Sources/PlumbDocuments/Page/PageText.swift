import PlumbNotation
import PlumbText

/// Takes a page apart that was saved as text, or written as Markdown.
///
/// A table is a line of names with bars between them, a line of dashes, and rows; a row goes on in
/// the next line until it has all its cells.
struct PageText {
  private let lines: [String]
  private let file: String
  private var blocks: [PageBlock] = []
  /// The number of the line to read next, from 0.
  private var position = 0

  /// Takes a text apart.
  ///
  /// - Parameter file: The path of the page, for places.
  init(_ text: String, file: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      Text.trimmed($0)
    }
    self.file = file
  }

  /// Returns the pieces of the page.
  mutating func read() throws(Diagnostic) -> [PageBlock] {
    while position < lines.count {
      let line = lines[position]
      if line.contains("|"), position + 1 < lines.count, Self.isRule(lines[position + 1]) {
        try table()
        continue
      }
      if let block = Self.block(line) {
        blocks.append(PageBlock(content: block, line: position + 1))
      }
      position += 1
    }
    return blocks
  }

  private static func block(_ line: String) -> PageBlock.Content? {
    guard !line.isEmpty, !line.hasPrefix("```") else { return nil }
    if line.first == "#" { return .heading(Text.trimmed(line.drop { $0 == "#" })) }
    return isCode(line) ? .code(line) : .text(line)
  }

  /// Whether a line is one of a JSON text.
  static func isCode(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    if "{}[]".contains(first) || line == "..." || line == "...," { return true }
    return first == "\"" && (line.contains("\":") || line.hasSuffix("\"") || line.hasSuffix("\","))
  }

  // MARK: - Tables

  /// Whether a line is what stands between a table's head and its rows: `---|---|`.
  private static func isRule(_ line: String) -> Bool {
    line.contains("--") && line.contains("|") && line.allSatisfy { "-|: ".contains($0) }
  }

  private mutating func table() throws(Diagnostic) {
    let start = position
    let head = Self.cells(lines[start])
    let isClosed = lines[start].hasSuffix("|")
    var table = PageTable(head: head, rows: [])
    position += 2
    var row = PageTable.Row(cells: [], line: 0)
    /// Whether the last cell goes on in the next line.
    var isOpen = false
    while position < lines.count {
      let line = lines[position]
      guard !line.isEmpty, line.contains("|") || !row.cells.isEmpty else { break }
      guard line.contains("|") || isOpen else { break }
      var cells = Self.cells(line)
      if row.cells.isEmpty { row.line = position + 1 }
      if isOpen, !cells.isEmpty {
        row.cells[row.cells.count - 1] += " " + cells.removeFirst()
      }
      row.cells += cells
      isOpen = isClosed && !Self.isEnded(line)
      position += 1
      guard row.cells.count < head.count || isOpen else {
        try end(&row, of: &table)
        continue
      }
      if !isClosed { try end(&row, of: &table) }
    }
    if !row.cells.isEmpty { try end(&row, of: &table) }
    blocks.append(PageBlock(content: .table(table), line: start + 1))
  }

  private func end(_ row: inout PageTable.Row, of table: inout PageTable) throws(Diagnostic) {
    guard row.cells.count == table.head.count else {
      let name = row.cells.first.map { " of `\($0)`" } ?? ""
      throw Diagnostic(
        .error,
        "the row\(name) has \(row.cells.count) cells, its table has \(table.head.count) columns",
        at: SourcePlace(file: file, line: row.line, column: 1),
        remedy: "complete the row; a bar inside a cell is written \"\\|\""
      )
    }
    table.rows.append(row)
    row = PageTable.Row(cells: [], line: 0)
  }

  /// Whether a line ends with a bar that ends a cell.
  private static func isEnded(_ line: String) -> Bool {
    line.hasSuffix("|") && !line.hasSuffix("\\|")
  }

  /// The cells of a line; the bars at both its ends are none.
  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.first == "|" ? line.dropFirst() : line[...] {
      if isEscaped {
        cell += character == "|" ? "|" : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(Text.trimmed(cell))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    if isEscaped { cell += "\\" }
    return isEnded(line) ? cells : cells + [Text.trimmed(cell)]
  }
}
