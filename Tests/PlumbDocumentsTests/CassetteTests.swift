import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import Testing

@Suite struct CassetteTests {
  private static func read(_ text: String) throws(Diagnostic) -> Cassette {
    try Cassette(Array(text.utf8), file: "c.yaml")
  }

  private static let expected = Exchange(
    request: Exchange.Request(
      method: "POST",
      url: "https://api.example.org/items?a=1",
      fields: [HTTPField(name: "Accept", value: "*/*"), HTTPField(name: "X-A", value: "1")],
      body: [0xFF, 0x00]
    ),
    response: Exchange.Response(
      status: 201,
      fields: [
        HTTPField(name: "Set-Cookie", value: "a"), HTTPField(name: "Set-Cookie", value: "b"),
      ],
      body: Array("{\"a\": \"é\"}".utf8)
    )
  )

  @Test(arguments: [
    // As vcrpy writes it now, with the anchors that PyYAML makes of what is shared.
    """
    interactions:
    - request:
        body: !!binary |
          /wA=
        headers: &id001
          Accept:
          - '*/*'
          X-A: [1]
        method: POST
        uri: https://api.example.org/items?a=1
      response:
        body:
          string: '{"a": "é"}'
        headers:
          Set-Cookie: [a, b]
        status:
          code: 201
          message: Created
    version: 1
    """,
    // As older ones have it, Python 2's text and httpx's members included.
    """
    interactions:
    - request:
        body: !!binary "/wA="
        headers: {Accept: ['*/*'], X-A: !!python/unicode '1'}
        method: post
        uri: https://api.example.org/items?a=1
      response:
        content: !!python/unicode "{\\"a\\": \\"\\xe9\\"}"
        headers: {Set-Cookie: [a, !!binary Yg==]}
        http_version: HTTP/1.1
        status_code: 201
    """,
    // As its JSON serialiser does.
    """
    {"version": 1, "interactions": [{"request": {"method": "POST",
      "uri": "https://api.example.org/items?a=1", "body": {"base64_string": "/wA="},
      "headers": {"Accept": ["*/*"], "X-A": ["1"]}},
      "response": {"status": {"code": 201, "message": "Created"},
      "headers": {"Set-Cookie": ["a", "b"]}, "body": {"string": "{\\"a\\": \\"\\u00e9\\"}"}}}]}
    """,
  ])
  func `reads the forms that vcrpy writes`(text: String) throws {
    #expect(try Self.read(text).exchanges == [Self.expected])
  }

  private static func coded(_ coding: String, _ base64: String) -> String {
    """
    interactions:
    - request: {method: GET, uri: 'https://x/', body: null, headers: {}}
      response:
        body: {string: !!binary \(base64)}
        headers: {Content-Encoding: [\(coding)]}
        status: {code: 200, message: OK}
    """
  }

  @Test func `decodes gzip`() throws {
    let text = "H4sIAAAAAAACA6tWSlSyMqwFAK+sG1YHAAAA"
    let response = try #require(try Self.read(Self.coded("gzip", text)).exchanges.first).response

    #expect(String(decoding: response.body, as: UTF8.self) == #"{"a":1}"#)
    #expect(response.failure == nil)
  }

  @Test(arguments: [
    ("gzip", "H4sIAAAAAAACA6tWSlSyMqwF", "the body in gzip is cut short"),
    ("gzip", "H4sIAAAAAAACA6tWSlSyMqwFAAAAAAAHAAAA", "the body is not what its coding says, gzip"),
    ("br", "/wCA", "the body is in br, which is not decoded"),
  ])
  func `marks what it cannot decode as failed`(coding: String, text: String, reason: String) throws
  {
    let cassette = try Self.read(Self.coded(coding, text))

    #expect(cassette.exchanges.map(\.response.failure) == [reason])
    #expect(cassette.undecoded == (coding == "br" ? ["br": 1] : [:]))
  }

  @Test func `keeps a body that the recorder decoded although the field says otherwise`() throws {
    let text = Self.coded("gzip", "e30=")
    let response = try #require(try Self.read(text).exchanges.first).response

    #expect(response.body == Array("{}".utf8))
    #expect(response.failure == nil)
  }

  @Test(arguments: [
    ("", 1, 1, "the file is empty"),
    ("a: 1", 1, 1, "expected a key `interactions`, as vcrpy writes it"),
    ("interactions: 1", 1, 15, "expected a list of interactions, found \"1\""),
    ("interactions:\n- request: {}", 2, 12, "expected a key `uri`, found a map"),
    ("interactions:\n- a: 1", 2, 3, "expected a key `request`, found a map"),
    (
      "interactions:\n- request: {uri: /a, method: GET}\n", 2, 18,
      "expected an absolute URL in `uri`, found \"/a\""
    ),
    (
      "interactions:\n- request: {uri: 'http://a/', method: GET}\n  response: {status: {code: x}}",
      3, 29, "expected a status from 100 to 999, found \"x\""
    ),
    (
      "interactions:\n- request: {uri: 'http://a/', method: GET, body: !!binary '?'}", 2, 50,
      "expected base64, found binary"
    ),
    (
      "- request: !!python/object:vcr.request.Request {}", 1, 1,
      "the cassette has the form of vcrpy before 1.0, with Python's own types in it"
    ),
    (
      "interactions:\n- request: !!python/object:vcr.request.Request {}", 2, 12,
      "the cassette has the form of vcrpy before 1.0, with Python's own types in it"
    ),
    ("interactions: [", 1, 1, "not YAML: did not find expected node content"),
    ("{\"interactions\":\n [1 2]}", 2, 5, "not JSON: expected \",\" or \"]\", found \"2\""),
  ])
  func `says what is wrong, and where`(text: String, line: Int, column: Int, message: String) {
    let error = #expect(throws: Diagnostic.self) { try Self.read(text) }

    #expect(error?.message == message)
    #expect(error?.place == SourcePlace(file: "c.yaml", line: line, column: column))
  }

  @Test func `refuses aliases that make a small file large`() {
    let levels = (1...9).map { level in
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      return "a\(level): &a\(level) [\(items)]"
    }
    let text = (["a0: &a0 x"] + levels).joined(separator: "\n")

    let error = #expect(throws: Diagnostic.self) { try Self.read(text) }

    #expect(error?.message == "the file nests too deep, or aliases make it too large")
  }
}
