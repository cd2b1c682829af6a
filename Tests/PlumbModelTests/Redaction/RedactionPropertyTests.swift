import PlumbModel
import PlumbText
import TestSupport
import Testing

@Suite struct RedactionPropertyTests {
  /// A secret of printable characters, now and then with some beyond ASCII.
  private static func secret(_ random: inout SplitMix64) -> String {
    let letters = (0x21...0x7e).compactMap { Unicode.Scalar($0) } + ["ä", "ß", "日", "🔑"]
    let plain = letters.filter { $0.isASCII && ($0.properties.isAlphabetic || $0 == "7") }
    let pool = random.chance(40) ? plain : letters
    let scalars = (0..<(8 + random.below(24))).map { _ in random.pick(pool) }
    // What could be a placeholder, or masked, is no secret that a test can tell from one.
    return String(String.UnicodeScalarView(scalars)) + "q7X"
  }

  /// Writes a secret in one or two ways, one upon the other.
  private static func written(_ secret: String, _ random: inout SplitMix64) -> String {
    let forms = LeakForm.allCases.filter { $0 != .hexadecimal && $0 != .raw }
    let once = random.pick(forms).write(secret)
    guard random.chance(30) else { return once }
    return random.pick([LeakForm.percent, .jsonEscaped, .unicodeEscaped]).write(once)
  }

  @Test(arguments: 0..<10)
  func `no secret survives, wherever and however it stands`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let known = (0..<2).map { _ in Self.secret(&random) }
    let redactor = Redactor(
      secrets: known.enumerated().map { Secret(name: "KEY_\($0)", value: $1) }
    )

    for _ in 0..<10 {
      let secret = random.pick(known)
      let form = Self.written(secret, &random)
      let exchange = random.pick(LeakPlace.allCases).exchange(form)

      let redacted = try redactor.redacted(exchange)

      let file = String(decoding: Recording.encode(redacted), as: UTF8.self)
      #expect(LeakSearch.leaks(of: secret, in: file).isEmpty, "\(form)\n\(file)")
      #expect(try redactor.redacted(redacted) == redacted, "\(form)\n\(file)")
    }
  }

  @Test(arguments: 0..<12)
  func `JSON keeps its shape`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 1000)
    let secret = Self.secret(&random).filter { $0 != "\"" && $0 != "\\" }
    let redactor = Redactor(secrets: [Secret(name: "KEY", value: secret)])
    let tree = Self.tree(&random, secret: secret, depth: 0)
    let body = Array(tree.utf8)
    let before = try JSONDocument(body).root

    let redacted = try redactor.redacted(
      Exchange(
        request: .init(url: "https://api.example.org/"),
        response: .init(status: 200, body: body)
      )
    )

    let after = try JSONDocument(redacted.response.body).root
    #expect(Self.shape(of: after) == Self.shape(of: before))
    let text = String(decoding: redacted.response.body, as: UTF8.self)
    #expect(!text.contains(secret))
  }

  @Test(arguments: 0..<15)
  func `what holds no secret is the same, byte for byte`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 2000)
    let redactor = Redactor(secrets: [Secret(name: "KEY", value: Self.secret(&random))])
    let body = Array(Self.tree(&random, secret: nil, depth: 0).utf8)
    let exchange = Exchange(
      request: .init(url: "https://api.example.org/a%20b?c=\(random.below(99))&d=%2f"),
      response: .init(status: 200, body: body)
    )

    #expect(try redactor.redacted(exchange) == exchange)
    #expect(redactor.scan(body).credentials.isEmpty)
  }

  /// JSON with white space, escapes and numbers of all sorts.
  private static func tree(_ random: inout SplitMix64, secret: String?, depth: Int) -> String {
    let space = random.pick(["", " ", "\n  "])
    let choice = depth > 3 ? random.below(5) : random.below(8)
    switch choice {
    case 0: return random.pick(["1.50", "-0", "1e5", "90071992547409931234", "true", "null"])
    case 1:
      return "\"\(random.pick(["", "a \\u00e4", "b\\/c", "100% d", "\\\"e\\\" & f", "g@h"]))\""
    case 2: return "\"https:\\/\\/api.example.org\\/x?start=\(random.below(50))&sort=code\""
    case 3: return "\"29-\(1000 + random.below(9000)).00\""
    case 4:
      guard let secret, random.chance(60) else { return "\"keyword tokenizer\"" }
      return "\"x \(secret) y\""
    case 5, 6:
      let names = ["code", "title", "next", "tags", "key", "total_tokens", "\\u0061b", "cursor"]
      let members = (0..<random.below(5)).map { index in
        "\(space)\"\(random.pick(names))\(index)\":\(space)"
          + tree(&random, secret: secret, depth: depth + 1)
      }
      return "{\(members.joined(separator: ","))\(space)}"
    default:
      let items = (0..<random.below(4)).map { _ in
        space + tree(&random, secret: secret, depth: depth + 1)
      }
      return "[\(items.joined(separator: ","))\(space)]"
    }
  }

  private static func shape(of node: JSONNode) -> String {
    switch node.value {
    case .array(let elements): "[\(elements.map { shape(of: $0) }.joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\($0.name):\(shape(of: $0.value))" }.joined(separator: ","))}"
    default: node.kind.rawValue
    }
  }
}
