/// A piece of a reference page, read from text or from HTML.
struct PageBlock: Hashable, Sendable {
  /// What the piece is.
  enum Content: Hashable, Sendable {
    /// A line that the page marks as a heading.
    case heading(String)
    /// A line of prose; in text, where nothing is marked, a heading is one too.
    case text(String)
    /// A line of an example.
    case code(String)
    /// A table.
    case table(PageTable)
  }

  /// What it is.
  var content: Content

  /// Where it begins: the line, from 1.
  var line: Int

  /// Its text, when it is a heading or prose.
  var words: String? {
    switch content {
    case .heading(let text), .text(let text): text
    case .code, .table: nil
    }
  }
}

/// A table of a reference page.
struct PageTable: Hashable, Sendable {
  /// A row below the head.
  struct Row: Hashable, Sendable {
    /// The cells; as many as the head has, or the row is not whole.
    var cells: [String]
    /// Where it begins: the line, from 1.
    var line: Int
  }

  /// The names of the columns.
  var head: [String]

  /// The rows below the head.
  var rows: [Row]

  /// Returns the number of the first column that has one of these names, whatever their case.
  func column(_ names: String...) -> Int? {
    head.firstIndex { name in names.contains { $0 == name.lowercased() } }
  }
}
