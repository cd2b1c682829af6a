import PlumbText
import Yams

/// Reads a contract file's YAML into nodes that know their places, and guesses nothing.
///
/// Anchors are refused: a value that stands in one place but counts in several could not be
/// pointed at, and shared nodes are what makes a small file explode.
struct YAMLReader {
  /// How deep lists and maps may be nested.
  static let depthLimit = 100

  /// How many aliases a file may seem to have before it is not even parsed.
  static let aliasLimit = 8

  let file: NotationFile
  let source: SourceText
  let log: DiagnosticLog

  init(_ file: NotationFile, log: DiagnosticLog) {
    self.file = file
    self.source = SourceText(file)
    self.log = log
  }

  /// Reads the file; `nil` when it could not be, which the log then tells.
  func read() -> NotationNode? {
    let count = log.diagnostics.count
    checkCharacters()
    checkAliases()
    guard log.diagnostics.count == count else { return nil }
    do {
      // The reader keeps a pointer into the string, which very short strings do not have.
      let padded = file.text.utf8.count < 64 ? file.text + "\n\n#" + Self.padding : file.text
      let parser = try Parser(yaml: padded, resolver: .basic, encoding: .utf8)
      // Anchors are weak and live as long as the parser.
      let node = try withExtendedLifetime(parser) {
        try parser.singleRoot().map { convert($0, depth: 0) }
      }
      guard let node, !isNothing(node) else {
        log.error("the file is empty", at: source.place(1, 1))
        return nil
      }
      return log.diagnostics.count == count ? node : nil
    } catch let error as YamlError {
      log.add(YAMLProblem(error, in: source).diagnostic)
    } catch {
      log.error("the file cannot be read as YAML", at: source.place(1, 1))
    }
    return nil
  }

  private static let padding = String(repeating: "-", count: 64)

  private func isNothing(_ node: NotationNode) -> Bool {
    if case .nothing = node.content { true } else { false }
  }

  // MARK: - Nodes

  private func convert(_ node: Node, depth: Int) -> NotationNode {
    let mark = node.mark
    let place = source.place(mark?.line ?? 1, mark?.column ?? 1)
    if node.anchor != nil {
      log.error(
        "anchors (`&name`) and aliases (`*name`) are not part of the notation",
        at: place,
        remedy: "write the value out, or give it a name under `types` of api.yaml"
      )
      return NotationNode(content: .nothing, place: place)
    }
    guard depth < Self.depthLimit else {
      log.error("lists and maps are nested more than \(Self.depthLimit) deep", at: place)
      return NotationNode(content: .nothing, place: place)
    }
    switch node {
    case .scalar(let scalar): return convert(scalar, at: place)
    case .sequence(let items):
      return NotationNode(
        content: .list(items.map { convert($0, depth: depth + 1) }),
        place: place,
        isFlow: source.scalar(place.line, place.column) == "["
      )
    case .mapping(let pairs):
      let isFlow = source.scalar(place.line, place.column) == "{"
      let entries = pairs.compactMap { entry($0.key, $0.value, isFlow: isFlow, depth: depth + 1) }
      return NotationNode(content: .map(entries), place: place, isFlow: isFlow)
    case .alias:
      return NotationNode(content: .nothing, place: place)
    }
  }

  private func convert(_ scalar: Node.Scalar, at place: SourcePlace) -> NotationNode {
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain, scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null" {
      return NotationNode(content: .nothing, place: place, isNull: scalar.string == "null")
    }
    let length = scalar.string.unicodeScalars.count
    let comment =
      isPlain ? source.comment(after: place.line, place.column, length: length) : nil
    let text = NotationText(string: scalar.string, isPlain: isPlain, comment: comment)
    return NotationNode(content: .text(text), place: place)
  }

  private func entry(_ key: Node, _ value: Node, isFlow: Bool, depth: Int) -> NotationEntry? {
    let mark = key.mark
    let place = source.place(mark?.line ?? 1, mark?.column ?? 1)
    guard case .scalar(let scalar) = key, key.anchor == nil else {
      log.error("a key is text, not a list, a map or an anchor", at: place)
      return nil
    }
    var node = convert(value, depth: depth)
    if isNothing(node), value.anchor == nil {
      node.place = place
      node.comment = source.commentBehindKey(place.line, place.column, scalar.string)
      if isFlow {
        log.error(
          "`\(scalar.string)` has no value: inside `{ }` YAML splits at every comma",
          at: place,
          remedy: "quote the value that holds the comma: `name: \"a, b\"`"
        )
        return nil
      }
    }
    return NotationEntry(key: scalar.string, keyPlace: place, value: node)
  }

  // MARK: - Before the YAML reader

  private func checkCharacters() {
    for (index, line) in source.lines.enumerated() {
      if let column = line.firstIndex(where: isControl) {
        let code = String(line[column].value, radix: 16, uppercase: true)
        log.error(
          "a control character (U+\(String(repeating: "0", count: 4 - min(code.count, 4)))\(code))",
          at: source.place(index + 1, column + 1),
          remedy: "remove it"
        )
      }
      let blank = line.prefix { $0 == " " || $0 == "\t" }
      if !file.isJSON, blank.count < line.count, let column = blank.firstIndex(of: "\t") {
        log.error(
          "a tab in the indentation; YAML is indented with spaces",
          at: source.place(index + 1, column + 1),
          remedy: "replace the tab with spaces"
        )
      }
    }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F
  }

  /// Refuses a file that seems to be made of aliases before anything walks what they stand for.
  private func checkAliases() {
    guard file.text.utf8.contains(UInt8(ascii: "&")) else { return }
    var anchors = 0
    var aliases: [SourcePlace] = []
    for (index, line) in source.lines.enumerated()
    where line.first(where: { $0 != " " }) != "#" {
      for column in line.indices where line[column] == "&" || line[column] == "*" {
        let before = column == 0 ? " " : line[column - 1]
        guard " \t[{,:?-".unicodeScalars.contains(before) else { continue }
        if line[column] == "&" { anchors += 1 }
        if line[column] == "*" { aliases.append(source.place(index + 1, column + 1)) }
      }
    }
    if anchors > 0, aliases.count > Self.aliasLimit {
      log.error(
        "anchors (`&name`) and aliases (`*name`) are not part of the notation",
        at: aliases[0],
        remedy: "write the value out, or give it a name under `types` of api.yaml"
      )
    }
  }
}
