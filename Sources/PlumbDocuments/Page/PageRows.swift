import PlumbNotation
import PlumbText

/// Reads the rows of one table.
struct PageRows {
  let table: PageTable
  let file: String
  let line: Int

  /// Reads the rows of a field table.
  func fields() throws(Diagnostic) -> [PageService.Entry<ReferenceRow>] {
    try entries { cell, type, row throws(Diagnostic) in
      let marked = try marks(cell, row)
      if marked.isRequired, marked.isOptional {
        throw problem("`\(marked.name)` is marked optional and required", row)
      }
      return ReferenceRow(
        name: marked.name,
        level: marked.level,
        isOptional: marked.isOptional,
        containsNested: marked.containsNested,
        type: type
      )
    }
  }

  /// Reads the rows of a parameter table.
  func parameters() throws(Diagnostic) -> [PageService.Entry<ReferenceParameter>] {
    let defaults = table.column("default")
    return try entries { cell, type, row throws(Diagnostic) in
      let marked = try marks(cell, row)
      guard marked.level == 0, !marked.containsNested else {
        throw problem("the parameter `\(marked.name)` is nested", row)
      }
      let value = defaults.map { row.cells[$0] } ?? ""
      return ReferenceParameter(
        name: marked.name,
        isRequired: marked.isRequired,
        type: type,
        defaultValue: value.isEmpty || value == "(none)" ? nil : value
      )
    }
  }

  private func entries<Row>(
    _ make: (String, String, PageTable.Row) throws(Diagnostic) -> Row
  ) throws(Diagnostic) -> [PageService.Entry<Row>] {
    guard let types = table.column("type") else {
      throw Diagnostic(.error, "the table has no column \"Type\"", at: place(line))
    }
    guard !table.rows.isEmpty else {
      throw Diagnostic(.error, "the table has no rows", at: place(line), remedy: "complete it")
    }
    let notes = table.column("description", "notes", "meaning")
    var entries: [PageService.Entry<Row>] = []
    for row in table.rows {
      guard row.cells.count == table.head.count else {
        let count = "\(row.cells.count) cells, its table has \(table.head.count) columns"
        throw problem("the row of `\(row.cells.first ?? "")` has \(count)", row)
      }
      guard !row.cells[types].isEmpty else {
        throw problem("`\(row.cells[0])` has no type", row)
      }
      let made = try make(row.cells[0], row.cells[types], row)
      let note = notes.map { row.cells[$0] } ?? ""
      entries.append(PageService.Entry(row: made, note: note, line: row.line))
    }
    return entries
  }

  // MARK: - Marks

  private struct Marks {
    var name: String
    var level = 0
    var isOptional = false
    var isRequired = false
    var containsNested = false
  }

  /// Takes the marks behind a name: `(nested at level 1) (contains nested items) optional`.
  private func marks(_ cell: String, _ row: PageTable.Row) throws(Diagnostic) -> Marks {
    var marks = Marks(name: Self.plain(cell))
    while true {
      marks.name = Text.trimmed(marks.name)
      if take("(contains nested items)", from: &marks.name) {
        marks.containsNested = true
      } else if take(" optional", from: &marks.name) {
        marks.isOptional = true
      } else if take(" required", from: &marks.name) {
        marks.isRequired = true
      } else if let level = level(&marks.name) {
        marks.level = level
      } else {
        break
      }
    }
    guard !marks.name.isEmpty else { throw problem("the row has no name", row) }
    return marks
  }

  /// A cell without the signs with which Markdown sets words off.
  private static func plain(_ cell: String) -> String {
    let words = cell.split(separator: " ").map { word in
      var word = word
      while let first = word.first, "*`".contains(first) { word.removeFirst() }
      while let last = word.last, "*`".contains(last) { word.removeLast() }
      return word
    }
    return words.joined(separator: " ")
  }

  private func take(_ mark: String, from text: inout String) -> Bool {
    guard text.hasSuffix(mark) else { return false }
    text.removeLast(mark.count)
    return true
  }

  /// Takes `(nested at level 1)`; a number that no page has is part of the name.
  private func level(_ text: inout String) -> Int? {
    let start = "(nested at level "
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), text[open...].hasPrefix(start),
      let level = Int(text[open...].dropFirst(start.count).dropLast()), (1...100).contains(level)
    else { return nil }
    text = String(text[..<open])
    return level
  }

  private func problem(_ message: String, _ row: PageTable.Row) -> Diagnostic {
    Diagnostic(.error, message, at: place(row.line))
  }

  private func place(_ line: Int) -> SourcePlace { SourcePlace(file: file, line: line, column: 1) }
}
