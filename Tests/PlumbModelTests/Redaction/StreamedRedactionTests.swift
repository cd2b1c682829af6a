import PlumbModel
import TestSupport
import Testing

/// Bodies that come in pieces, and are let go in stretches of a few hundred bytes.
@Suite struct StreamedRedactionTests {
  private static let secret = #"S3cr/t+V "al\ue="7Qx"#
  private static let value = "tY7qLm2xPz9RkWv4"
  private static let redactor = Redactor(secrets: [Secret(name: "LIBRARY_KEY", value: secret)])

  /// The body as it is written, looked through once more where that is needed.
  private func streamed(
    _ exchange: Exchange,
    by redactor: Redactor = redactor,
    stretch: Int = 400,
    seed: UInt64 = 1
  ) throws -> Exchange {
    var random = SplitMix64(seed: seed)
    var redaction = try StreamedRedaction(redactor, exchange, stretch: stretch)
    var body = try pass(exchange.response.body, through: &redaction, &random)
    if redaction.isLate {
      redaction = redaction.again()
      body = try pass(body, through: &redaction, &random)
    }
    var result = try redaction.head()
    result.response.body = body
    return result
  }

  private func pass(
    _ body: [UInt8],
    through redaction: inout StreamedRedaction,
    _ random: inout SplitMix64
  ) throws -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < body.count {
      let end = min(offset + 1 + random.below(700), body.count)
      result += try redaction.take(Array(body[offset..<end]))
      offset = end
    }
    return try result + redaction.end()
  }

  private func exchange(_ body: String, type: String = "application/json") -> Exchange {
    Exchange(
      request: .init(url: "https://api.example.org/export"),
      response: .init(
        status: 200,
        fields: [HTTPField(name: "Content-Type", value: type)],
        body: Array(body.utf8)
      )
    )
  }

  private static func items(_ count: Int) -> String {
    (0..<count).map { #"{"code": \#($0), "title": "Stone \"\#($0)\", [grey], {old}"}"# }
      .joined(separator: ", ")
  }

  @Test(arguments: LeakPlace.allCases, LeakForm.allCases)
  func `lets no known value through`(place: LeakPlace, form: LeakForm) throws {
    var exchange = place.exchange(form.write(Self.secret))
    let inner = String(decoding: exchange.response.body, as: UTF8.self)
    let body = #"{"a": [\#(Self.items(25))], "b": \#(inner), "c": [\#(Self.items(25))]}"#
    exchange.response.body = Array(body.utf8)

    let found = try streamed(exchange)

    let whole = try Self.redactor.redacted(exchange)
    let isSame = found == whole
    #expect(isSame, "\(difference(found.response.body, whole.response.body))")
    let file = String(decoding: Recording.encode(found), as: UTF8.self)
    #expect(LeakSearch.leaks(of: Self.secret, in: file).isEmpty)
  }

  @Test(arguments: LeakPlace.allCases)
  func `lets no value through that nobody named`(place: LeakPlace) throws {
    for before in 0..<60 {
      var exchange = place.exchange(Self.value)
      let inner = String(decoding: exchange.response.body, as: UTF8.self)
      let filler = String(repeating: "x", count: before * 9)
      exchange.response.body = Array(
        #"[{"a": "\#(filler)", "b": [\#(inner), \#(Self.items(9))]}, \#(Self.items(9))]"#.utf8
      )

      let found = try streamed(exchange, by: Redactor(secrets: []), seed: UInt64(before))

      let whole = try Redactor(secrets: []).redacted(exchange)
      let isSame = found == whole
      #expect(isSame, "\(difference(found.response.body, whole.response.body))")
      let file = String(decoding: Recording.encode(found), as: UTF8.self)
      #expect(LeakSearch.leaks(of: Self.value, in: file).isEmpty)
    }
  }

  @Test func `knows far inside a list what the list is called`() throws {
    var random = SplitMix64(seed: 5)
    let values = (0..<200).map { _ in "\(Self.value)\(random.below(1_000_000))" }
    let list = values.map { "\"\($0)\"" }.joined(separator: ",")
    let exchange = exchange(#"{"n":{"access_tokens":[\#(list)]},"x":[\#(Self.items(30))]}"#)

    let body = try streamed(exchange, by: Redactor(secrets: [])).response.body

    #expect(!String(decoding: body, as: UTF8.self).contains(Self.value))
    #expect(body == (try Redactor(secrets: []).redacted(exchange).response.body))
  }

  @Test func `finds in the beginning what the end gives away`() throws {
    let exchange = exchange(
      #"{"note":"hello \#(Self.value)","x":[\#(Self.items(80))],"access_token":"\#(Self.value)"}"#
    )

    let body = try streamed(exchange, by: Redactor(secrets: [])).response.body

    #expect(!String(decoding: body, as: UTF8.self).contains(Self.value))
    #expect(String(decoding: body, as: UTF8.self).hasSuffix(#""{{secret:access_token}}"}"#))
  }

  @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "application/xml"])
  func `looks through other texts`(type: String) throws {
    for before in 0..<70 {
      let filler = String(repeating: "y", count: before * 11)
      let text =
        switch type {
        case "text/plain":
          String(repeating: "a line of \(filler)\n", count: 40) + "password: \(Self.value)\n"
            + String(repeating: "more lines\n", count: 200)
        case "application/xml":
          "<r>" + String(repeating: "<i>\(filler)</i>", count: 40)
            + "<password>\(Self.value)</password>" + String(repeating: "<i>more</i>", count: 200)
        default:
          String(repeating: "a=\(filler)&", count: 40) + "client_secret=\(Self.value)&"
            + String(repeating: "b=more&", count: 200)
        }
      let exchange = exchange(text, type: type)

      let body = try streamed(exchange, by: Redactor(secrets: [])).response.body

      #expect(!String(decoding: body, as: UTF8.self).contains(Self.value), "\(before)")
      // Next to the value more may be taken out, depending on where a stretch begins.
      let start = Array(text.utf8).firstRange(of: Array(Self.value.utf8))?.lowerBound ?? 0
      #expect(body.prefix(start) == exchange.response.body.prefix(start))
      #expect(body.suffix(900) == exchange.response.body.suffix(900))
    }
  }

  /// Where two texts part.
  private func difference(_ left: [UInt8], _ right: [UInt8]) -> String {
    let start = max(zip(left, right).prefix { $0 == $1 }.count - 60, 0)
    return String(decoding: left[start...].prefix(160), as: UTF8.self) + "\n\nand not\n\n"
      + String(decoding: right[start...].prefix(160), as: UTF8.self)
  }

  @Test func `looks through text of two bytes a character`() throws {
    let text =
      "\u{FEFF}" + String(repeating: "a line\n", count: 200) + Self.secret
      + String(repeating: "\nmore", count: 200)
    var exchange = exchange("", type: "text/plain")
    exchange.response.body = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    let body = try streamed(exchange).response.body

    #expect(body == (try Self.redactor.redacted(exchange).response.body))
  }

  @Test func `leaves all else as it is`() throws {
    var random = SplitMix64(seed: 2)
    var exchange = exchange("", type: "application/octet-stream")
    exchange.response.body = (0..<20_000).map { _ in UInt8(random.below(256)) }
    #expect(try streamed(exchange) == exchange)

    exchange.response.body = Array("[\(Self.items(500))]".utf8)
    #expect(try streamed(exchange) == exchange)
  }

  @Test func `refuses what has the shape of a credential`() throws {
    let key = "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBg\\n-----END PRIVATE KEY-----"
    let exchange = exchange(#"{"x":[\#(Self.items(60))],"raw":"\#(key)","y":[\#(Self.items(60))]}"#)

    let refusal = #expect(throws: RedactionRefusal.self) { try self.streamed(exchange) }

    #expect(refusal?.place == "the body of the response, at /raw")
  }
}
