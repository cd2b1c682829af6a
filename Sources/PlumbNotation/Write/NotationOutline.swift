import PlumbText

/// Which lines of a contract file belong to which key: with the comments above it, down to where
/// the next key's begin.
struct NotationOutline {
  /// A key at some level with its lines, from 0.
  struct Part {
    var key: String
    var lines: Range<Int>
    /// The line of the key itself.
    var keyLine: Int
  }

  let lines: [String]
  private let node: NotationNode

  /// Reads the lines of a file; `nil` when it is no YAML.
  init?(_ text: String) {
    let file = NotationFile(path: "", text: text)
    guard let node = YAMLReader(file, log: DiagnosticLog()).read() else { return nil }
    self.node = node
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
  }

  /// The keys of the file.
  var parts: [Part] { parts(of: node, end: lines.count) }

  /// The operations.
  var contracts: [Part] { parts(under: ["contracts"]) }

  /// The keys of an operation.
  func sections(of contract: String) -> [Part] { parts(under: ["contracts", contract]) }

  private func parts(under path: [String]) -> [Part] {
    var node = node
    var end = lines.count
    for key in path {
      guard let part = parts(of: node, end: end).first(where: { $0.key == key }),
        case .map(let entries) = node.content,
        let entry = entries.first(where: { $0.key == key })
      else { return [] }
      node = entry.value
      end = part.lines.upperBound
    }
    return parts(of: node, end: end)
  }

  private func parts(of node: NotationNode, end: Int) -> [Part] {
    guard case .map(let entries) = node.content, !node.isFlow else { return [] }
    let starts = entries.map { start(ofKeyAt: $0.keyPlace.line - 1, column: $0.keyPlace.column) }
    return entries.indices.map { index in
      let isLast = index + 1 == starts.count
      let next = isLast ? trimmed(end, column: entries[index].keyPlace.column) : starts[index + 1]
      return Part(
        key: entries[index].key,
        lines: starts[index]..<next,
        keyLine: entries[index].keyPlace.line - 1
      )
    }
  }

  /// The end of the last key's lines: comments that are indented less do not belong to it.
  private func trimmed(_ end: Int, column: Int) -> Int {
    var end = end
    while end > 0 {
      let indent = lines[end - 1].prefix { $0 == " " }.count
      let rest = lines[end - 1].dropFirst(indent)
      guard rest.isEmpty || rest.first == "#" && indent < column - 1 else { break }
      end -= 1
    }
    return end
  }

  /// Where the comments above a key begin: those that are indented as it is, with nothing between.
  private func start(ofKeyAt line: Int, column: Int) -> Int {
    var start = line
    while start > 0 {
      let above = lines[start - 1]
      let indent = above.prefix { $0 == " " }.count
      guard above.dropFirst(indent).first == "#", indent >= column - 1 else { break }
      guard !above.contains("yaml-language-server") else { break }
      start -= 1
    }
    return start
  }
}
