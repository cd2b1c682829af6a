import TestSupport

@testable import PlumbNotation

extension JSONValue {
  /// What an editor makes of a contract file: YAML 1.2, core schema.
  init?(yaml: String) {
    let log = DiagnosticLog()
    guard let node = YAMLReader(NotationFile(path: "x.yaml", text: yaml), log: log).read() else {
      return nil
    }
    self.init(node)
  }

  private init(_ node: NotationNode) {
    switch node.content {
    case .nothing: self = .null
    case .text(let text): self = Self.core(text)
    case .list(let items): self = .list(items.map { JSONValue($0) })
    case .map(let entries):
      self = .object(
        Dictionary(entries.map { ($0.key, JSONValue($0.value)) }) { first, _ in first }
      )
    }
  }

  private static func core(_ text: NotationText) -> JSONValue {
    guard text.isPlain else { return .string(text.string) }
    if text.string == "true" || text.string == "false" { return .boolean(text.string == "true") }
    if text.string.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil {
      return Double(text.string).map { .number($0) } ?? .string(text.string)
    }
    return .string(text.string)
  }
}
