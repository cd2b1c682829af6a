import PlumbModel
import TestSupport

extension SplitMix64 {
  fileprivate mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }
}

/// Makes conforming bodies of a type, in one of several layouts, and spoils them.
struct BodyMaker {
  var dice: SplitMix64
  /// How members and items are set apart.
  private var layout = 0
  private let types: [String: FieldType]

  init(seed: UInt64, types: [String: FieldType] = [:]) {
    dice = SplitMix64(seed: seed)
    self.types = types
  }

  private static let texts = [
    "plain", "", "a \\\"quoted\\\" word", "caf\u{e9}", "\\u00e9\\ud83d\\ude00", "日本語の資料です",
    "a\\/b\\nc", "Māori whānau", "a longer text that fills more than two blocks of sixteen bytes",
    "🧪", "tab\\t", "ends in a backslash\\\\",
  ]

  /// A conforming body.
  mutating func body(of type: FieldType) -> String {
    layout = dice.roll(5)
    return value(of: type, depth: 0)
  }

  private mutating func value(of type: FieldType, depth: Int) -> String {
    if type.isNullable, dice.roll(4) == 0 { return "null" }
    switch type.shape {
    case .string: return "\"" + Self.texts[dice.roll(Self.texts.count)] + "\""
    case .integer: return ["0", "-1", "187", "1.0", "2e2", "123456789012345678901"][dice.roll(6)]
    case .number: return ["0.5", "-1e-7", "12", "3.25E+2"][dice.roll(4)]
    case .boolean: return dice.roll(2) == 0 ? "true" : "false"
    case .any: return ["{\"x\":[1,{\"y\":null}]}", "[]", "\"t\"", "7", "null"][dice.roll(5)]
    case .list(let item):
      let items = (0..<dice.roll(4)).map { _ in value(of: item, depth: depth + 1) }
      return joined(items, "[", "]", depth)
    case .object(let object): return self.object(object, depth)
    case .named(let name):
      guard depth < 12, let named = types[name] else { return "null" }
      return value(of: named, depth: depth)
    }
  }

  private mutating func object(_ object: ObjectType, _ depth: Int) -> String {
    var members: [String] = []
    for row in object.rows where !row.isOptional || (depth < 10 && dice.roll(2) == 0) {
      members.append(member(row.name, row.type, depth))
    }
    if let others = object.others {
      for index in 0..<dice.roll(3) { members.append(member("other\(index)", others, depth)) }
    }
    if layout == 4 { members.shuffle(using: &dice) }
    return joined(members, "{", "}", depth)
  }

  private mutating func member(_ name: String, _ type: FieldType, _ depth: Int) -> String {
    let colon = [":", ": ", " : ", ": ", ":"][layout]
    let escaped = dice.roll(40) == 0 ? name.replacing("o", with: "\\u006f") : name
    return "\"\(escaped)\"\(colon)" + value(of: type, depth: depth + 1)
  }

  private func joined(_ parts: [String], _ open: String, _ close: String, _ depth: Int) -> String {
    guard !parts.isEmpty else { return layout == 2 ? open + " " + close : open + close }
    guard layout == 3 else {
      return open + parts.joined(separator: [",", ", ", " ,\t", "", ","][layout]) + close
    }
    let indent = "\n" + String(repeating: "  ", count: depth + 1)
    return open + indent + parts.joined(separator: "," + indent) + "\n"
      + String(repeating: "  ", count: depth) + close
  }

  private static let specials =
    Array(
      "{}[]\",:\\ 0123456789-+.eEtfnu/abr\u{0}\u{1f}\u{7f}".utf8
    ) + [0x80, 0xc3, 0xa9, 0xe2, 0x99, 0xff, 0xed, 0xa0]

  /// The same body with a few bytes changed, added, taken away, doubled or cut off.
  mutating func spoiled(_ body: [UInt8]) -> [UInt8] {
    var bytes = body
    for _ in 0..<[1, 1, 1, 2, 3][dice.roll(5)] where !bytes.isEmpty {
      let at = dice.roll(bytes.count)
      let end = min(bytes.count, at + 1 + dice.roll(40))
      switch dice.roll(12) {
      case 0...4: bytes[at] = Self.specials[dice.roll(Self.specials.count)]
      case 5, 6: bytes.insert(Self.specials[dice.roll(Self.specials.count)], at: at)
      case 7, 8: bytes.remove(at: at)
      case 9: bytes.removeSubrange(at...)
      case 10: bytes.insert(contentsOf: bytes[at..<end], at: at)
      default: bytes.removeSubrange(at..<end)
      }
    }
    return bytes
  }
}
