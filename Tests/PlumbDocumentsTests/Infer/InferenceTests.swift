import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import TestSupport
import Testing

@Suite struct InferenceTests {
  private func exchange(
    _ path: String,
    _ body: String = "{}",
    status: Int = 200,
    method: String = "GET",
    type: String? = "application/json",
    host: String = "api.harbour.example"
  ) -> Exchange {
    Exchange(
      request: Exchange.Request(method: method, url: "https://\(host)\(path)"),
      response: Exchange.Response(
        status: status,
        fields: type.map { [HTTPField(name: "Content-Type", value: $0)] } ?? [],
        body: Array(body.utf8)
      )
    )
  }

  private func infer(_ exchanges: [Exchange]) -> [InferredAPI] {
    var survey = AddressSurvey()
    for exchange in exchanges { survey.add(exchange) }
    var inference = Inference(survey)
    for exchange in exchanges { inference.add(exchange) }
    return inference.apis()
  }

  private func contracts(_ exchanges: [Exchange]) -> [Contract] {
    infer(exchanges).flatMap(\.files).flatMap(\.contracts)
  }

  /// The type that is inferred from bodies, as the notation writes it.
  private func response(_ bodies: [String]) throws -> String {
    let contract = try #require(contracts(bodies.map { exchange("/a", $0) }).first)
    let api = API(id: "a", title: "A", server: "https://a.example", place: contract.place)
    var bare = contract
    bare.examples = []
    let text = NotationWriter.text(of: [bare], api: api)
    let lines = text.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("    response:") })
    return lines[start...].map { String($0.dropFirst(4)) }.joined(separator: "\n")
  }

  @Test(
    arguments: [
      (["1", "2"], "response: integer"),
      (["1", "2.0"], "response: number"),
      (["1e2"], "response: number"),
      (["\"a\""], "response: string"),
      (["true"], "response: boolean"),
      (["null"], "response: any"),
      (["1", "null"], "response: integer | null"),
      (["1", "\"a\""], "response: any"),
      (["1", "[]"], "response: any"),
      (["[]"], "response:\n  - any"),
      (["[]", "[1]"], "response:\n  - integer"),
      (["[1, null]"], "response:\n  - integer | null"),
      (["{}"], "response:\n  ...: none"),
      ([#"{"a":1}"#, #"{"a":2}"#], "response:\n  a: integer"),
      ([#"{"a":1}"#, "{}"], "response:\n  a?: integer"),
      ([#"{"a":{"b":1}}"#, #"{"a":null}"#], "response:\n  a|null:\n    b: integer"),
      (
        [#"{"c":1}"#, #"{"a":1,"b":2,"c":3}"#],
        "response:\n  a?: integer\n  b?: integer\n  c: integer"
      ),
      ([#"{"a":1,"":2}"#], "response:\n  a: integer\n  ...: any"),
      ([#"{"a":[{"b":1},{}]}"#], "response:\n  a:\n    - b?: integer"),
    ]
  )
  func `infers the type of bodies`(bodies: [String], expected: String) throws {
    #expect(try response(bodies) == expected)
  }

  @Test(
    arguments: [
      // (texts, how often each, what is inferred)
      ((0..<10).map { "2025-01-0\($0 % 9 + 1)T10:00:00Z" }, 1, "string date-time"),
      ((0..<9).map { "2025-01-0\($0 % 9 + 1)T10:00:00Z" }, 1, "string"),
      ((0..<10).map { "https://a.example/\($0)" }, 1, "string uri"),
      ((0..<9).map { "https://a.example/\($0)" }, 1, "string"),
      (["red", "green", "blue"], 10, "string (blue, green, red)"),
      (["red", "green", "blue"], 9, "string"),
      ((0..<8).map { "\($0)00" }, 4, "string"),
      (
        (0..<8).map { "red_\($0)" }, 4,
        "string (red_0, red_1, red_2, red_3, red_4, red_5, red_6, red_7)"
      ),
      ((0..<9).map { "red_\($0)" }, 4, "string"),
      (["two words", "one"], 20, "string"),
      (["11-0000", "12-0000"], 40, "string"),
      ((10..<20).map { "\($0)-10\($0).00" }, 5, #"string /\d\d-\d{4}\.\d\d/"#),
      ((10..<20).map { "\($0)-10\($0).00" }, 4, "string"),
      ((10..<19).map { "\($0)-10\($0).00" }, 6, "string"),
      ((10..<40).map { "\($0 % 2 == 0 ? "A" : "B")X\($0)" }, 3, #"string /[A-Z]X\d\d/"#),
      ((10..<40).map { "L\($0)\($0 % 2 == 0 ? "" : "0")" }, 3, "string"),
    ]
  )
  func `infers more of texts when enough were seen`(
    texts: [String],
    times: Int,
    expected: String
  ) throws {
    let bodies = (0..<times).flatMap { _ in texts.map { "{\"a\":\"\($0)\"}" } }

    #expect(try response(bodies) == "response:\n  a: \(expected)")
  }

  @Test func `gives a name to what only rows can say`() throws {
    let api = try #require(infer([exchange("/lights", #"[{"a":1},null]"#)]).first)

    let contract = try #require(api.files.first?.contracts.first)
    guard case .json(let type)? = contract.responses.first?.body,
      case .list(let item) = type.shape
    else { return #expect(Bool(false)) }
    #expect(item == FieldType(.named("lights_list"), isNullable: true))
    #expect(api.api.types.keys.sorted() == ["lights_list"])
  }

  @Test func `takes names that are keys together`() throws {
    let members = (0...100).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let fewer = (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",")

    #expect(try response(["{\(members)}"]) == "response:\n  ...: integer")
    #expect(try response(["{\(fewer)}"]).split(separator: "\n").count == 101)
  }

  @Test func `ends where bodies nest too deep`() throws {
    let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)

    let response = try response([deep])

    #expect(response.hasSuffix("- any"))
    #expect(response.count < 500)
  }

  @Test(
    arguments: [
      (["/lights/1", "/lights/2"], ["/lights/{light}"]),
      (["/v2/lights"], ["/v2/lights"]),
      (["/lights/L001", "/lights/all"], ["/lights/all", "/lights/{light}"]),
      (["/lights/L001/keepers/7"], ["/lights/{light}/keepers/{keeper}"]),
      (["/1/2"], ["/{value}/{value_2}"]),
      (["/o/15-1299.00/"], ["/o/{o}/"]),
      (["/o/123e4567-e89b-12d3-a456-426614174000"], ["/o/{o}"]),
      (["/lights/north", "/lights/south"], ["/lights/north", "/lights/south"]),
      (
        (0..<12).map { "/lights/\(["a", "b"][$0 % 2])\(String(repeating: "x", count: $0))" },
        ["/lights/{light}"]
      ),
      (["/a%20b/c"], ["/a%20b/c"]),
    ]
  )
  func `guesses which parts of paths are parameters`(paths: [String], templates: [String]) {
    #expect(contracts(paths.map { exchange($0) }).map(\.path.text) == templates)
  }

  @Test func `does not take words for values whose bodies differ`() {
    let exchanges = (0..<14).map {
      exchange("/lights/x\(String(repeating: "x", count: $0))", "{\"m\($0)\":1}")
    }

    #expect(contracts(exchanges).count == 14)
  }

  @Test func `infers parameters from requests that were answered`() throws {
    let contract = try #require(
      contracts([
        exchange("/lights?must=1&ids=1,2&lit=true&tag=a&tag=b&name=x"),
        exchange("/lights?must=2&ids=3&size=1.5"),
        exchange("/lights?wrong=1", #"{"error":"no"}"#, status: 422),
      ]).first
    )

    let lines = contract.parameters.map { parameter in
      let list = parameter.list.map { ", \($0.rawValue)" } ?? ""
      return "\(parameter.name)\(parameter.isOptional ? "?" : ""): \(parameter.type.word)\(list)"
    }
    #expect(
      lines == [
        "must: integer", "ids: integer, comma", "lit?: boolean", "tag?: string, repeated",
        "name?: string", "size?: number",
      ]
    )
    #expect(contract.errors.map(\.status) == [422])
    #expect(contract.examples.map { $0.values.map(\.name) } == [["must", "ids", "size"]])
  }

  @Test func `documents no weather, no other hosts' pages, and no operation without a success`() {
    let apis = infer([
      exchange("/lights"), exchange("/lights", "busy", status: 429, type: nil),
      exchange("/lights", "<p>", status: 500, type: "text/html"),
      exchange("/keepers", "{}", status: 404), exchange("/style.css", "p {}", type: "text/css"),
      exchange("/", "<p>", type: "text/html", host: "www.harbour.example"),
      exchange("/lights", "{}", host: "api.other.example"),
    ])

    #expect(apis.map(\.api.id) == ["harbour", "other"])
    #expect(apis[0].files.flatMap(\.contracts).map(\.id) == ["lights.get"])
    #expect(apis[0].files[0].contracts[0].responses.map(\.status) == [200])
    #expect(apis[0].files[0].contracts[0].errors == [])
  }

  @Test func `promises nothing of a body that is not always JSON`() throws {
    let contract = try #require(
      contracts([exchange("/a"), exchange("/a", "<p>", type: "text/html")]).first
    )

    #expect(contract.responses.map(\.body) == [.unspecified])
  }

  @Test func `grows with operations and rows, not with exchanges`() {
    var survey = AddressSurvey()
    var inference = Inference(survey)
    for number in 0..<20_000 {
      survey.add(exchange("/lights/L\(number)?x=\(number)", "{\"a\":\"\(number)\"}"))
    }
    inference = Inference(survey)
    for number in 0..<20_000 {
      inference.add(exchange("/lights/L\(number)?x=\(number)", "{\"a\":\"\(number)\"}"))
    }

    let contracts = inference.apis().flatMap(\.files).flatMap(\.contracts)
    #expect(contracts.map(\.path.text) == ["/lights/{light}"])
    #expect(contracts.first?.examples.count == 3)
  }

  @Test func `the documents name the thresholds that hold`() throws {
    let text = try Repository.text("docs/documents.md")

    for words in [
      "\(Thresholds.formatCount) texts or more that all have the format",
      """
      \(Thresholds.valuesCount) texts or more, at most \(Thresholds.valuesMost) different ones, each \
      seen \(Thresholds.valuesEach) times or more
      """,
      "\(Thresholds.patternCount) texts or more, \(Thresholds.patternValues) different ones or more",
      "\(Thresholds.pathWords) words or more stand in its place",
      "more than \(Thresholds.memberNames) names of members",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }
}
