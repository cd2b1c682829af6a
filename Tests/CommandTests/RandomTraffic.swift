import TestSupport

/// What an invented API answers, exchange by exchange, one on a line: rows that come and go, hold
/// several kinds of values, or have odd names; lists of lists; maps; refusals and bodies that are no
/// JSON.
struct RandomTraffic {
  private var random: SplitMix64
  /// The rows of each operation, which stay the same: a name, how often it is there, what it holds.
  private var tables: [[Row]] = []

  private struct Row {
    var name: String
    var presence: Int
    var value: Value
  }

  private indirect enum Value {
    case scalar([String])
    case object([Row])
    case list(Value)
    case map(Value)
    case either([Value])
  }

  private static let names = [
    "id", "code", "title", "total", "a?", "x|null", "...", "......", "", "a b", "ünï", "#c", "- d",
    "start", "end", "next", "true", "null", "1", "{e}", "a: b", "token", "\\\"q\\\"",
  ]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    for _ in 0..<5 { tables.append(rows(depth: 0)) }
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  private mutating func rows(depth: Int) -> [Row] {
    var left = Self.names
    return (0..<(1 + below(7))).map { _ in
      let name = left.remove(at: below(left.count))
      return Row(name: name, presence: [100, 100, 90, 40, 3][below(5)], value: value(depth: depth))
    }
  }

  private mutating func value(depth: Int) -> Value {
    switch below(depth > 3 ? 8 : 13) {
    case 0: .scalar((0...9).map { "\"1\($0)-20\($0)1.0\($0)\"" } + ["\"19-1234.05\""])
    case 1: .scalar(["\"red\"", "\"green\""])
    case 2: .scalar(["\"2025-01-0\(1 + below(9))T10:00:00Z\""])
    case 3: .scalar(["\"https://a.example/\(below(9))\"", "\"http://b.example/?c=\(below(99))\""])
    case 4: .scalar(["1", "-7", "40000000000000000000"])
    case 5: .scalar(["1", "2.5", "1e3", "4.0"])
    case 6: .scalar(["true", "false"])
    case 7: .scalar(["\"text\"", "\"\"", "\"é\\n\\u0000\"", "null"])
    case 8: .object(rows(depth: depth + 1))
    case 9, 10: .list(value(depth: depth + 1))
    case 11: .map(value(depth: depth + 1))
    default: .either([value(depth: depth + 1), value(depth: depth + 1), .scalar(["null"])])
    }
  }

  private mutating func text(_ value: Value) -> String {
    switch value {
    case .scalar(let texts): return texts[below(texts.count)]
    case .either(let values): return text(values[below(values.count)])
    case .list(let item):
      return "[\((0..<below(4)).map { _ in text(item) }.joined(separator: ","))]"
    case .map(let item):
      let keys = Set((0..<below(9)).map { _ in below(500) }).sorted()
      return "{\(keys.map { "\"k\($0)\":\(text(item))" }.joined(separator: ","))}"
    case .object(let rows):
      let members = rows.filter { _ in true }.compactMap { row -> String? in
        below(100) < row.presence ? "\"\(row.name)\":\(text(row.value))" : nil
      }
      return "{\(members.joined(separator: ","))}"
    }
  }

  /// Returns so many exchanges, as lines of NDJSON.
  mutating func lines(_ count: Int) -> String {
    (0..<count).map { _ in line() }.joined()
  }

  private mutating func line() -> String {
    let operation = below(5)
    let path = [
      "/v2/things", "/v2/things/\(below(400))", "/v2/things/all",
      "/v2/a%20b/\(below(9))-00.\(below(9))/x/",
      "/v2/words/w\(below(3))",
    ][operation]
    var query: [String] = operation == 0 ? ["must=\(below(9))"] : []
    if below(2) == 0 { query.append("ids=\(below(99)),\(below(99))") }
    if below(3) == 0 { query.append("sort=\(["name", "code"][below(2)])") }
    if below(3) == 0 { query += ["tag=\(below(9))", "tag=x\(below(9))"] }
    if below(4) == 0 { query.append("q=%C3%A9+\(below(99))") }
    let url = "https://api.made.example\(path)?\(query.joined(separator: "&"))&n=\(below(1 << 30))"
    let root: Value = operation == 2 ? .list(.object(tables[2])) : .object(tables[operation])
    var status = 200
    var type = "application/json"
    var body = text(root)
    switch below(30) {
    case 0: (status, body) = (422, "{\"error\":\"no\"}")
    case 1: (status, body) = (401, below(2) == 0 ? "{\"error\":\"no\"}" : "{\"error\":null}")
    case 2: (status, body) = (503, "{\"down\":true}")
    case 3: (status, type, body) = (404, "text/html", "\"<p>\"")
    case 4 where operation == 4: (status, type, body) = (200, "text/plain", "\"x\"")
    case 5 where operation == 3: (status, body) = (202, "{\"later\":1}")
    default: break
    }
    return """
      {"method":"GET","url":"\(url)","status":\(status),"headers":\
      {"Content-Type":"\(type)"},"body":\(body)}

      """
  }
}
