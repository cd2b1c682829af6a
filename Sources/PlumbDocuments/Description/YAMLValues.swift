import PlumbNotation
import PlumbText

/// YAML's values as those of JSON, by the core schema of YAML 1.2 (section 10.3).
enum YAMLValues {
  /// Turns a value into JSON; its range begins where it stands in the file.
  static func json(_ node: YAMLNode, _ places: FilePlaces) -> JSONNode {
    let offset = places.offset(of: node.place)
    return JSONNode(value(node, places), range: offset..<(offset + 1))
  }

  private static func value(_ node: YAMLNode, _ places: FilePlaces) -> JSONNode.Value {
    switch node.content {
    case .nothing: .null
    case .text(let text): node.isPlain ? plain(text) : .string(text)
    case .binary(let text): .string(text)
    case .foreign: .null
    case .list(let items): .array(items.map { json($0, places) })
    case .map(let entries):
      .object(
        entries.map { key, value in
          let value = json(value, places)
          return JSONMember(key, value, nameRange: value.range)
        }
      )
    }
  }

  private static func plain(_ text: String) -> JSONNode.Value {
    switch text {
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    default: return number(text).map { .number($0) } ?? .string(text)
    }
  }

  /// Reads a number; those that YAML writes in ways of its own are written as JSON has them.
  private static func number(_ text: String) -> JSONNumber? {
    if let number = JSONNumber(text) { return number }
    guard let first = text.utf8.first else { return nil }
    if text.hasPrefix("0x") {
      return Int(text.dropFirst(2), radix: 16).map { JSONNumber($0) }
    }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map { JSONNumber($0) } }
    if first == UInt8(ascii: "+") { return JSONNumber(String(text.dropFirst())) }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text).map { JSONNumber($0) }
  }
}
