import PlumbText

extension NotationComments {
  /// Reads the comments of a contract file, with the keys that they belong to.
  ///
  /// A comment on a line of its own belongs to the key below it, one behind a value to its key. What
  /// stands at the end belongs to the file.
  init(readingFrom text: String) {
    self.init()
    let file = NotationFile(path: "", text: text)
    guard let node = YAMLReader(file, log: DiagnosticLog()).read() else { return }
    var paths: [Int: [String]] = [:]
    Self.collect(node, [], isTable: false, SourceText(file), &paths)
    var above: [String] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.first == "#" {
        if !content.contains("yaml-language-server:") { above.append(Self.bare(content)) }
      } else if let path = paths[index + 1] {
        self[above: path] += above
        above = []
        if let start = Self.commentStart(in: line) {
          self[behind: path] = Self.bare(line[start...])
        }
      }
    }
    self[above: []] = above
  }

  private static func bare(_ comment: Substring) -> String {
    var text = comment.dropFirst()
    if text.first == " " { text = text.dropFirst() }
    while text.last == " " || text.last == "\r" { text = text.dropLast() }
    return String(text)
  }

  /// Where a comment begins on a line with something before it; `nil` when there is none.
  static func commentStart(in line: Substring) -> Substring.Index? {
    var quote: Character?
    var previous: Character = " "
    var token: Character = ":"
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open, !(open == "\"" && previous == "\\") { quote = nil }
      } else if character == "#", previous == " " || previous == "\t" {
        return index
      } else if character == "'" || character == "\"", ":-,[{".contains(token),
        " [{".contains(previous)
      {
        quote = character
      }
      previous = character
      if character != " " { token = character }
    }
    return nil
  }

  /// Finds the innermost key of each line.
  ///
  /// - Parameter isTable: Whether the keys are rows or parameters, which have marks.
  private static func collect(
    _ node: NotationNode,
    _ path: [String],
    isTable: Bool,
    _ source: SourceText,
    _ paths: inout [Int: [String]]
  ) {
    switch node.content {
    case .map(let entries) where !node.isFlow:
      for entry in entries {
        let key = isTable ? MarkedName(entry.key).name : entry.key
        let inner = path + [key]
        paths[entry.keyPlace.line] = inner
        let opensTable = isTable || Self.opensTable(inner)
        collect(entry.value, inner, isTable: opensTable, source, &paths)
      }
    case .list(let items) where !node.isFlow:
      for item in items {
        let isLine = isOneLine(item)
        let step = isLine && !isTable ? text(of: item, in: source) : "[]"
        if isLine { paths[item.place.line] = path + [step] }
        collect(item, path + [step], isTable: isTable, source, &paths)
      }
    default: return
    }
  }

  private static func isOneLine(_ node: NotationNode) -> Bool {
    switch node.content {
    case .text, .nothing: true
    case .map, .list: node.isFlow
    }
  }

  /// What stands on a line from a value on, without the comment behind it.
  private static func text(of node: NotationNode, in source: SourceText) -> String {
    let line = SourceText.string(source.lines[node.place.line - 1].dropFirst(node.place.column - 1))
    var text = line[..<(commentStart(in: line[...]) ?? line.endIndex)]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  private static func opensTable(_ path: [String]) -> Bool {
    let tables = ["path", "query", "header", "response", "responses", "errors"]
    if path.count == 3, path[0] == "contracts" { return tables.contains(path[2]) }
    return path == ["types"] || path == ["errors"]
  }
}
