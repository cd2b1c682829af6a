/// Makes JSON of every shape, laid out in every way, from a seed.
struct RandomJSON {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// Returns a document, sometimes with CRLF or a newline at its end.
  mutating func document() -> [UInt8] {
    let styles = [("", ","), ("", ", "), ("  ", ","), ("   ", ","), ("\t", ","), ("\r\n", ",")]
    let (indent, comma) = styles[below(styles.count)]
    var text = value(depth: 0, indent: indent, comma: comma)
    if below(4) == 0 { text += "\n" }
    return Array(text.utf8)
  }

  private mutating func value(depth: Int, indent: String, comma: String) -> String {
    switch depth > 4 ? below(3) : below(5) {
    case 0: return string()
    case 1: return ["0", "-0", "1.50", "1E+400", "12345678901234567890.10", "-7e-2"][below(6)]
    case 2: return ["true", "false", "null"][below(3)]
    case 3: return list(depth: depth, indent: indent, comma: comma, "[", "]") { _ in "" }
    default:
      return list(depth: depth, indent: indent, comma: comma, "{", "}") { random in
        random.string() + (comma == ", " || !indent.isEmpty ? ": " : ":")
      }
    }
  }

  private mutating func list(
    depth: Int,
    indent: String,
    comma: String,
    _ open: String,
    _ close: String,
    name: (inout RandomJSON) -> String
  ) -> String {
    let count = below(4)
    guard count > 0 else { return open + close }
    let isFlat = indent.isEmpty
    let inner = isFlat ? "" : "\n" + String(repeating: indent, count: depth + 1)
    let outer = isFlat ? "" : "\n" + String(repeating: indent, count: depth)
    var items: [String] = []
    for _ in 0..<count {
      items.append(name(&self) + value(depth: depth + 1, indent: indent, comma: comma))
    }
    return open + inner + items.joined(separator: comma + inner) + outer + close
  }

  private mutating func string() -> String {
    let texts = ["", "a", "a", "é", "\\u00e9", "\\\"", "\\\\", "🦀", "{[,:]}", " ### ", "\\ud83d"]
    return "\"\(texts[below(texts.count)])\""
  }
}
