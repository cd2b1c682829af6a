import Foundation

@testable import PlumbNotation

/// A JSON value, for judging contract files by their JSON Schema.
indirect enum SchemaValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([SchemaValue])
  case object([String: SchemaValue])

  /// Reads JSON text.
  init(json: String) throws {
    self.init(try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed))
  }

  private init(_ any: Any) {
    switch any {
    case let number as NSNumber:
      // Foundation tells a JSON boolean from a number by its C type alone.
      let isBool = String(cString: number.objCType) == "c"
      self = isBool ? .bool(number.boolValue) : .number(number.doubleValue)
    case let text as String: self = .string(text)
    case let items as [Any]: self = .array(items.map { SchemaValue($0) })
    case let members as [String: Any]: self = .object(members.mapValues { SchemaValue($0) })
    default: self = .null
    }
  }

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
    case .list(let items): self = .array(items.map { SchemaValue($0) })
    case .map(let entries):
      self = .object(
        Dictionary(entries.map { ($0.key, SchemaValue($0.value)) }) { first, _ in first }
      )
    }
  }

  private static func core(_ text: NotationText) -> SchemaValue {
    guard text.isPlain else { return .string(text.string) }
    if text.string == "true" || text.string == "false" { return .bool(text.string == "true") }
    if text.string.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil {
      return Double(text.string).map { .number($0) } ?? .string(text.string)
    }
    return .string(text.string)
  }

  subscript(name: String) -> SchemaValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }
}
