import PlumbModel
import TestSupport

/// Exchanges of every kind, the same for the same seed.
struct RandomExchange {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// An exchange whose header fields hold only what header fields may hold.
  mutating func next() -> Exchange {
    let hasAnswer = random.chance(90)
    return Exchange(
      request: Exchange.Request(
        method: random.pick(["GET", "POST", "DELETE"]),
        url:
          "https://api.example.org/items/\(random.below(1000))?q=\(random.pick(["", "a%20b", "é"]))",
        fields: fields(),
        body: random.chance(30) ? body() : []
      ),
      response: Exchange.Response(
        status: hasAnswer ? random.pick([200, 204, 301, 404, 422, 500, 599]) : 0,
        fields: hasAnswer ? fields() : [],
        body: hasAnswer ? body() : [],
        failure: !hasAnswer || random.chance(10) ? random.pick(["reset", "cut short: \"x\""]) : nil
      )
    )
  }

  private mutating func fields() -> [HTTPField] {
    let names = ["Content-Type", "Link", "X-Empty", "Date", "ETag", "Set-Cookie", "x-a"]
    let values = [
      "application/json", "", "a; b=\"c\\d\"", "<https://x/?a=1&b=2>; rel=next", "é\t.",
    ]
    return (0..<random.below(5)).map { _ in
      HTTPField(name: random.pick(names), value: random.pick(values))
    }
  }

  private mutating func body() -> [UInt8] {
    switch random.below(8) {
    case 0: []
    case 1: (0..<random.below(40)).map { _ in UInt8(random.below(256)) }
    case 2:
      Array(
        random.pick([" ", "\n", "{}\n", " {}", "{\"a\":1", "\u{FEFF}{}", "\r\n[]", "###"]).utf8
      )
    case 3: Array("<html>\r\n\t\u{2028}\u{1F600}</html>".utf8)
    case 4: Array("{\n    \"a\": [\n        1.50\n    ]\n}\n".utf8)
    case 5: Array("{\"a\": 1, \"b\": [1, 2e9]}".utf8)
    default: Array("{\"a\":[{\"b\":\"\\u00e9\\n\"},\(random.below(99)),null],\"a\":{}}".utf8)
    }
  }
}
