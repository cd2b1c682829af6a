import PlumbNotation
import PlumbText

/// Finds the services of a reference page among its pieces.
///
/// A service is where a field table is, or the sentence that says what the response is. It begins
/// at the heading above it and lasts until the next begins.
struct PageReader {
  private let blocks: [PageBlock]
  private let file: String

  /// Looks through the pieces of a page.
  init(_ blocks: [PageBlock], file: String) {
    self.blocks = blocks
    self.file = file
  }

  /// The page's own title: its first heading; `nil` when nothing is marked as one.
  var title: String? {
    for case .heading(let text) in blocks.map(\.content) { return text }
    return nil
  }

  /// Returns the services in the order of the page.
  ///
  /// - Throws: The first thing that is wrong with its tables, or that there is none.
  func services() throws(Diagnostic) -> [PageService] {
    let starts = try starts()
    guard !starts.isEmpty else { throw noTable() }
    var services: [PageService] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : blocks.count
      services.append(try service(from: start, to: end))
    }
    return services
  }

  private func noTable() -> Diagnostic {
    let isError = blocks.prefix(20).contains { block in
      let words = (block.words ?? "").lowercased()
      return ["404", "403", "500", "not found", "forbidden", "error", "log in", "sign in"]
        .contains { words.contains($0) }
    }
    return Diagnostic(
      .error,
      isError
        ? "the page documents no service; it looks like the page of an error or of a login"
        : "the page documents no service: it has no table with the columns \"Field\" and \"Type\"",
      at: SourcePlace(file: file, line: 1, column: 1),
      remedy: "save the page of the documentation that shows the fields of a response"
    )
  }

  // MARK: - Where services begin

  /// The indices of the blocks that hold the titles.
  private func starts() throws(Diagnostic) -> [Int] {
    var starts: [Int] = []
    var previous = -1
    for index in blocks.indices where isAnchor(index) {
      guard let title = titleIndex(above: index, after: previous) else {
        throw Diagnostic(
          .error,
          "nothing above this table says which service it is of",
          at: place(blocks[index].line),
          remedy: "put the title of the service in a line above it"
        )
      }
      starts.append(title)
      previous = index
    }
    return starts
  }

  /// Whether a block is what every service has one of.
  private func isAnchor(_ index: Int) -> Bool {
    if case .table(let table) = blocks[index].content { return isFieldTable(table, at: index) }
    guard responseWords(blocks[index]) != nil else { return false }
    // A field table may follow, and is the anchor then.
    for block in blocks[(index + 1)...] {
      switch block.content {
      case .table(let table): return !Self.hasFields(table)
      case .code: continue
      case .heading, .text:
        if caption(block) == .response { continue }
        return true
      }
    }
    return true
  }

  private func isFieldTable(_ table: PageTable, at index: Int) -> Bool {
    Self.hasFields(table) && !(caption(above: index)?.isOfParameters ?? false)
  }

  static func hasFields(_ table: PageTable) -> Bool {
    table.column("field", "member", "property", "name") == 0 && table.column("type") != nil
  }

  /// The title of the service whose table stands at an index.
  private func titleIndex(above index: Int, after previous: Int) -> Int? {
    let candidates = ((previous + 1)..<index).reversed().filter { candidate in
      blocks[candidate].words != nil && caption(blocks[candidate]) == nil
        && responseWords(blocks[candidate]) == nil && request(blocks[candidate]) == nil
    }
    let headings = candidates.filter { candidate in
      if case .heading = blocks[candidate].content { return true }
      return false
    }
    return headings.first ?? candidates.first
  }

  // MARK: - One service

  private func service(from start: Int, to end: Int) throws(Diagnostic) -> PageService {
    var service = PageService(title: blocks[start].words ?? "", line: blocks[start].line)
    var caption: PageCaption?
    for index in (start + 1)..<max(end, start + 1) {
      let block = blocks[index]
      if let found = self.caption(block) {
        caption = found
      } else if let found = request(block) {
        service.request = service.request ?? found
      } else if let words = responseWords(block) {
        service.response = PageService.Entry(row: words, note: "", line: block.line)
      } else if case .table(let table) = block.content {
        try read(table, at: block.line, caption, into: &service)
        caption = nil
      } else if case .code(let code) = block.content {
        service.addresses += PageExample.addresses(in: code)
      } else if let words = block.words {
        service.sentences += PageSentence.split(words)
      }
    }
    return service
  }

  private func read(
    _ table: PageTable,
    at line: Int,
    _ caption: PageCaption?,
    into service: inout PageService
  ) throws(Diagnostic) {
    let reader = PageRows(table: table, file: file, line: line)
    switch caption ?? PageCaption(of: table) {
    case .path: service.path += try reader.parameters()
    case .query: service.query += try reader.parameters()
    case .header: service.header += try reader.parameters()
    case .response, nil:
      guard Self.hasFields(table) else { return }
      service.fields += try reader.fields()
    }
  }

  // MARK: - Single blocks

  private func caption(_ block: PageBlock) -> PageCaption? { block.words.flatMap(PageCaption.init) }

  private func caption(above index: Int) -> PageCaption? {
    guard index > 0 else { return nil }
    return caption(blocks[index - 1])
  }

  /// What the response is, when a block says so: `Response is a list of objects`.
  private func responseWords(_ block: PageBlock) -> String? {
    let start = "Response is "
    guard case .text(let text) = block.content, text.hasPrefix(start) else { return nil }
    var words = text.dropFirst(start.count)
    if words.last == "." { words.removeLast() }
    return String(words)
  }

  private func request(_ block: PageBlock) -> PageService.Request? {
    let text: String
    switch block.content {
    case .heading(let words), .text(let words), .code(let words): text = words
    case .table: return nil
    }
    let words = text.filter { $0 != "`" && $0 != "*" }.split(separator: " ")
    guard words.count == 2, PageSentence.methods.contains(String(words[0])),
      words[1].hasPrefix("/") || words[1].hasPrefix("http")
    else { return nil }
    return PageService.Request(
      method: String(words[0]),
      target: String(words[1]),
      line: block.line
    )
  }

  private func place(_ line: Int) -> SourcePlace { SourcePlace(file: file, line: line, column: 1) }
}
