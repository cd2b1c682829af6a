import PlumbModel
import PlumbText

/// A small generator of numbers that look random and are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }
}

/// Makes conforming bodies of a type, in one of several layouts, and spoils them.
struct BodyMaker {
  var dice: Dice
  /// How members and items are set apart.
  private var layout = 0
  private let types: [String: FieldType]
  private let narrowings: [Narrowing: ReferenceNarrowing]

  init(
    seed: UInt64,
    types: [String: FieldType] = [:],
    narrowings: [Narrowing: ReferenceNarrowing] = [:]
  ) {
    dice = Dice(seed: seed)
    self.types = types
    self.narrowings = narrowings
  }

  private static let texts = [
    "plain", "", "a \\\"quoted\\\" word", "caf\u{e9}", "\\u00e9\\ud83d\\ude00", "日本語の資料です",
    "a\\/b\\nc", "Māori whānau", "a longer text that fills more than two blocks of sixteen bytes",
    "🧪", "tab\\t", "ends in a backslash\\\\", "tea", "t\\u0065a", "milk", "café", "12-3456.78",
    "99-0000.0\\u0030", "ab", "aab", "bbbbbbbbbbbbbbbbbbba",
  ]

  private static let integers = [
    "0", "-1", "187", "1.0", "2e2", "123456789012345678901", "3", "5", "4.0", "0e7", "-0", "7",
  ]
  private static let numbers = ["0.5", "-1e-7", "12", "3.25E+2", "0.0", "2", "1e0", "4.75"]

  /// A conforming body.
  mutating func body(of type: FieldType) -> String {
    layout = dice.roll(5)
    return value(of: type, depth: 0)
  }

  private mutating func value(of type: FieldType, depth: Int) -> String {
    if type.isNullable, dice.roll(4) == 0 { return "null" }
    if let narrowing = narrowings[type.narrowing] {
      return narrowed(type, by: narrowing, depth: depth)
    }
    return any(of: type, depth: depth)
  }

  /// A value that keeps a narrowing: the first of many that does.
  private mutating func narrowed(
    _ type: FieldType,
    by narrowing: ReferenceNarrowing,
    depth: Int
  ) -> String {
    var text = ""
    for _ in 0..<400 {
      text = any(of: type, depth: depth)
      guard let node = try? JSONDocument(Array(text.utf8)).root else { continue }
      if case .array(let items) = node.value, narrowing.firstRepeat(in: items) != nil { continue }
      if narrowing.admits(node.value) { break }
    }
    return text
  }

  private mutating func any(of type: FieldType, depth: Int) -> String {
    switch type.shape {
    case .string: return "\"" + Self.texts[dice.roll(Self.texts.count)] + "\""
    case .integer: return Self.integers[dice.roll(Self.integers.count)]
    case .number: return Self.numbers[dice.roll(Self.numbers.count)]
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

  /// What may stand behind a body in a buffer: zeros, the next line, or text that goes on alike.
  mutating func rest(of body: [UInt8]) -> [UInt8] {
    let zeros = [UInt8](repeating: 0, count: 64)
    let kinds: [[UInt8]] = [
      [], Array("}\n".utf8) + body, body, Array(body.suffix(12)), Array("]}}".utf8),
      [UInt8](repeating: 0x37, count: 80), Array("\\n\\n".utf8), Array(" \n  ".utf8) + body,
    ]
    return kinds[dice.roll(kinds.count)] + (dice.roll(3) == 0 ? [] : zeros)
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
