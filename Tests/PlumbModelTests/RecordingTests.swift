import PlumbModel
import Testing

@Suite struct RecordingTests {
  private static let request = Exchange.Request(
    url: "https://api.example.org/items?start=21&end=40",
    fields: [
      HTTPField(name: "Accept", value: "application/json"),
      HTTPField(name: "X-API-Key", value: "{{secret:EXAMPLE_KEY}}"),
    ]
  )

  private static func exchange(_ body: [UInt8]) -> Exchange {
    Exchange(
      request: request,
      response: Exchange.Response(
        status: 200,
        fields: [HTTPField(name: "Content-Type", value: "application/json")],
        body: body
      )
    )
  }

  @Test func `writes a file that is what it shows`() {
    let file = Recording.encode(Self.exchange(Array(#"{"a":[1.50,{}],"b":"\u00e9"}"#.utf8)))

    #expect(
      String(decoding: file, as: UTF8.self) == #"""
        # plumb.recording/1
        # body: compact
        # checksum: xxh64 1612f0103d518888
        # sha256: 8f1d30448153601c587db5a04a6b4dcb2162a00facf2a472342928053848bbd1

        GET https://api.example.org/items?start=21&end=40 HTTP/1.1
        Accept: application/json
        X-API-Key: {{secret:EXAMPLE_KEY}}

        ###
        HTTP/1.1 200 OK
        Content-Type: application/json

        {
          "a": [
            1.50,
            {}
          ],
          "b": "\u00e9"
        }

        """#
    )
  }

  @Test(arguments: [
    (#"{"a":1}"#, "compact"),
    ("{\"a\":1}\n", "compact, newline"),
    (#"{"a": 1, "b": [1, 2]}"#, "spaced"),
    ("{\n  \"a\": 1\n}", "indented 2"),
    ("{\n    \"a\": [\n        1\n    ]\n}\n", "indented 4, newline"),
    ("{\r\n  \"a\": 1\r\n}", "as received"),
    (#"{"a" : 1}"#, "as received"),
    (#"{"a":1} trailing"#, "as received"),
    ("{\"a\":\"\r\"}", "as received"),
    ("{\"a\":1", "as received"),
    ("<html></html>", "as received"),
    ("5", "as received"),
    (" ", "as received"),
    ("", "none"),
  ])
  func `lays a body out only when it can be joined again`(body: String, layout: String) throws {
    let exchange = Self.exchange(Array(body.utf8))
    let file = Recording.encode(exchange)

    #expect(String(decoding: file, as: UTF8.self).contains("\n# body: \(layout)\n"))
    #expect(try Recording.decode(file, verifying: true) == exchange)
  }

  @Test func `keeps a body that is not UTF-8`() throws {
    let exchange = Self.exchange([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])

    #expect(try Recording.decode(Recording.encode(exchange), verifying: true) == exchange)
  }

  @Test func `keeps a request's body, whatever lines are in it`() throws {
    var exchange = Self.exchange(Array("{}".utf8))
    exchange.request.method = "POST"
    exchange.request.body = Array("{\"q\":1}\n###\nHTTP/1.1 500 No\n\n".utf8)

    #expect(try Recording.decode(Recording.encode(exchange), verifying: true) == exchange)
  }

  @Test func `keeps what failed, with and without an answer`() throws {
    var cut = Self.exchange(Array(#"{"a":[1,"#.utf8))
    cut.response.failure = "the body was cut short"
    let none = Exchange(
      request: Self.request,
      response: Exchange.Response(status: 0, failure: "connection reset")
    )

    #expect(try Recording.decode(Recording.encode(cut)) == cut)
    #expect(try Recording.decode(Recording.encode(none)) == none)
  }

  @Test func `makes one line of a field's value`() throws {
    var exchange = Self.exchange(Array("{}".utf8))
    exchange.response.fields = [HTTPField(name: "X-Note", value: " a\r\nSet-Cookie: b\0 ")]

    let fields = try Recording.decode(Recording.encode(exchange)).response.fields

    #expect(fields == [HTTPField(name: "X-Note", value: "a  Set-Cookie: b")])
  }

  @Test func `gives random bodies back`() throws {
    var random = RandomJSON(seed: 11)
    for _ in 0..<400 {
      let exchange = Self.exchange(random.document())
      let file = Recording.encode(exchange)

      #expect(try Recording.decode(file, verifying: true) == exchange)
      #expect(Recording.encode(try Recording.decode(file)) == file)
    }
  }

  @Test func `says when a body is not the one recorded`() {
    let file = String(decoding: Recording.encode(Self.exchange(Array("{}".utf8))), as: UTF8.self)
    let edited = Array(file.dropLast(3).utf8) + Array("{ \"a\": 1 }\n".utf8)

    #expect(
      throws: RecordingError(
        line: 4,
        column: 11,
        message: """
          the body was recorded with SHA-256 \
          44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a and has \
          015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862; \
          it was edited: record the exchange anew
          """
      )
    ) { try Recording.decode(edited, verifying: true) }
  }

  @Test(arguments: [
    (["1"], "?start=21&end=40", "1-start-21-end-40-"),
    ([], "", ""),
    (["29-1051.00"], "?tasks=1809,1815", "29-1051.00-tasks-1809-1815-"),
    (["../../etc"], "?q=CAFÉ%20..", "etc-q-caf-20-"),
    ([String(repeating: "x", count: 200)], "", String(repeating: "x", count: 80) + "-"),
  ])
  func `names files safely`(values: [String], query: String, slug: String) {
    let request = Exchange.Request(url: "https://api.example.org/items\(query)")

    let name = Recording.fileName(for: request, pathValues: values)

    #expect(name.dropLast(17) == slug.dropLast(0))
    #expect(name.hasSuffix(".http"))
    #expect(name.utf8.count == slug.utf8.count + 17)
  }

  @Test func `names requests with other bodies apart`() {
    let get = Exchange.Request(url: "https://api.example.org/items")
    var post = get
    post.body = [0x31]

    #expect(Recording.fileName(for: get) != Recording.fileName(for: post))
  }
}
