import PlumbChecking
import PlumbModel
import PlumbText
import Testing

@Suite struct HTTPRuleTests {
  private static func place(_ line: Int) -> SourcePlace {
    SourcePlace(file: "listing.yaml", line: line, column: 5)
  }

  private static let api = API(
    id: "shop",
    title: "A shop",
    server: "https://api.example.org/v1",
    hosts: ["api-*.example.org"],
    keys: [API.Key(header: "X-API-Key", environment: "SHOP_KEY")],
    place: place(1)
  )

  private static func contract() throws -> Contract {
    Contract(
      id: "goods.in_type",
      api: "shop",
      title: "Goods in type",
      path: try PathTemplate("/goods/{type}"),
      parameters: [
        Parameter(
          name: "type",
          location: .path,
          type: Tables.narrowed(
            Tables.integer,
            Narrowing(minimum: JSONNumber("1"), maximum: JSONNumber("5"))
          ),
          place: place(10)
        ),
        Parameter(name: "keyword", location: .query, type: Tables.string, place: place(11)),
        Parameter(
          name: "sort",
          location: .query,
          type: Tables.narrowed(Tables.string, Narrowing(values: ["title", "code"])),
          isOptional: true,
          place: place(12)
        ),
        Parameter(
          name: "ids",
          location: .query,
          type: Tables.narrowed(Tables.integer, Narrowing(minimum: JSONNumber("1"))),
          list: .comma,
          isOptional: true,
          place: place(13)
        ),
      ],
      responses: [
        ResponseContract(
          status: 200,
          body: .json(Tables.object(["total": Tables.integer])),
          headers: ["X-Total"],
          place: place(20)
        )
      ],
      errors: [
        ResponseContract(
          status: 401,
          body: .unspecified,
          headers: ["WWW-Authenticate"],
          place: place(30)
        ),
        ResponseContract(
          status: 422,
          body: .json(Tables.object(["error": Tables.string])),
          place: place(31)
        ),
      ],
      examples: [
        Example(
          values: [.init(name: "type", value: "2"), .init(name: "keyword", value: "red tea")],
          place: place(40)
        )
      ],
      place: place(5)
    )
  }

  private static let good = "https://api.example.org/v1/goods/1?keyword=tea&sort=title&ids=1,22"

  private static func exchange(
    _ url: String = good,
    _ status: Int = 200,
    _ body: String = #"{"total": 7}"#,
    type: String? = "application/json; charset=utf-8",
    fields: [HTTPField] = [HTTPField(name: "x-total", value: "7")]
  ) -> Exchange {
    Exchange(
      request: Exchange.Request(url: url),
      response: Exchange.Response(
        status: status,
        fields: (type.map { [HTTPField(name: "Content-Type", value: $0)] } ?? []) + fields,
        body: Array(body.utf8)
      )
    )
  }

  /// One break: the exchange, and the finding that is expected of it.
  struct Broken: Sendable, CustomTestStringConvertible {
    var rule: String
    var exchange: Exchange
    var line: Int
    var message: String
    var severity = Rule.Severity.error
    var pointer = ""
    var symptoms: [String] = []

    var testDescription: String { "\(rule): \(message)" }

    /// How the command begins: with the head where the head is wrong, without a key where none was.
    var command: String {
      let curl = rule == "error-body" ? "curl " : "curl -i "
      let key = exchange.response.status == 401 ? "" : #"-H "X-API-Key: $SHOP_KEY" "#
      return curl + key + "'https://"
    }
  }

  private static let base = "https://api.example.org/v1/goods/"
  private static let challenge = HTTPField(name: "WWW-Authenticate", value: "Key")

  static let broken: [Broken] = [
    Broken(
      rule: "status-undocumented",
      exchange: exchange(good, 404, "{}"),
      line: 5,
      message: "the statuses 200, 401, 422 are documented, the API answers with status 404"
    ),
    Broken(
      rule: "redirect",
      exchange: exchange(good, 301, ""),
      line: 5,
      message: "the statuses 200, 401, 422 are documented, the API redirects with status 301"
    ),
    Broken(
      rule: "status-for-bad-request",
      exchange: exchange(base + "1"),
      line: 11,
      message: "the parameter `keyword` is documented as required, the API answers without it"
    ),
    Broken(
      rule: "status-for-bad-request",
      exchange: exchange(base + "9?keyword=tea"),
      line: 10,
      message: "the parameter `type` is documented as integer 1..5, the API accepts \"9\""
    ),
    Broken(
      rule: "status-for-bad-request",
      exchange: exchange(base + "1?keyword=tea&sort=price"),
      line: 12,
      message:
        "the parameter `sort` is documented as string (title, code), the API accepts \"price\""
    ),
    Broken(
      rule: "status-for-bad-request",
      exchange: exchange(base + "1?keyword=tea&ids=3,0"),
      line: 13,
      message: "the parameter `ids` is documented as integer 1.., the API accepts \"3,0\""
    ),
    Broken(
      rule: "status-for-bad-request",
      exchange: exchange(good + "&page=2"),
      line: 5,
      message: "the parameter `page` is not documented, the API accepts it",
      severity: .note
    ),
    Broken(
      rule: "refused-good-request",
      exchange: exchange(base + "2?keyword=red%20tea", 422, #"{"error": "no"}"#),
      line: 5,
      message: "this request is an example of the contract, the API refuses it with status 422"
    ),
    Broken(
      rule: "error-body",
      exchange: exchange(base + "1", 422, #"{"message": "no keyword"}"#),
      line: 31,
      message: "`message` is not documented in the body, the API sends it: string",
      pointer: "/message",
      symptoms: ["field-missing"]
    ),
    Broken(
      rule: "error-body",
      exchange: exchange(base + "1", 422, #"{"error": 7}"#),
      line: 2,
      message: "`error` is documented as string, the API sends integer (7)",
      pointer: "/error"
    ),
    Broken(
      rule: "content-type",
      exchange: exchange(base + "1?keyword=milk", 200, "<html></html>", type: "text/html"),
      line: 20,
      message: "the body is documented as JSON, the API declares it as text/html",
      symptoms: ["body-not-json"]
    ),
    Broken(
      rule: "header-missing",
      exchange: exchange(fields: []),
      line: 20,
      message: "the header field `X-Total` is documented, the API does not send it"
    ),
    Broken(
      rule: "header-missing",
      exchange: exchange(good, 401, "denied", type: "text/plain"),
      line: 30,
      message: "the header field `WWW-Authenticate` is documented, the API does not send it"
    ),
  ]

  @Test(arguments: [401, 403])
  func `shows a refusal with the credentials that were refused`(status: Int) throws {
    var exchange = Self.exchange(Self.good, status, "denied", type: "text/plain")
    exchange.request.fields = [HTTPField(name: "x-api-key", value: "stale")]

    let report = try Checks.report(
      on: [exchange],
      apis: [Self.api],
      contracts: [try Self.contract()]
    )

    let command = try #require(report.findings.first?.reproduce)
    #expect(command.hasPrefix(#"curl -i -H "X-API-Key: $SHOP_KEY" 'https://"#))
    #expect(!command.contains("stale"))
  }

  @Test(arguments: broken)
  func `finds one break as one finding at its row`(example: Broken) throws {
    let before = try Checks.report(
      on: [Self.exchange()],
      apis: [Self.api],
      contracts: [try Self.contract()]
    )
    #expect(before.findings == [])

    let report = try Checks.report(
      on: [Self.exchange(), example.exchange],
      apis: [Self.api],
      contracts: [try Self.contract()]
    )

    #expect(report.findings.map(\.message) == [example.message])
    let finding = try #require(report.findings.first)
    #expect(finding.rule == example.rule)
    #expect(finding.severity == example.severity)
    #expect(finding.contract?.place.line == example.line)
    #expect(finding.places.map(\.recording) == ["1.http"])
    #expect(finding.places.map(\.pointer) == [example.pointer])
    #expect(finding.symptoms.map(\.rule) == example.symptoms)
    #expect(finding.occurrences.count == 1)
    #expect(finding.reproduce?.hasPrefix(example.command) == true)
  }

  @Test(arguments: [
    exchange(base + "1", 422, #"{"error": "must have keyword"}"#, fields: []),
    exchange(base + "nine?keyword=tea", 422, #"{"error": "no such type"}"#, fields: []),
    exchange(base + "3?keyword=tea", 422, #"{"error": "nothing of this type"}"#, fields: []),
    exchange(good, 401, "<html>", type: "text/html", fields: [challenge]),
    exchange("https://api-v2.example.org/v1/goods/5/?ids=7&keyword=%E2%98%95+now"),
    exchange("https://user@API.example.org:443/v1/goods/%35?keyword="),
    exchange(good, type: "application/problem+json"),
    exchange(good, type: nil),
  ])
  func `finds nothing in what the contract allows`(exchange: Exchange) throws {
    let report = try Checks.report(
      on: [exchange],
      apis: [Self.api],
      contracts: [try Self.contract()]
    )

    #expect(report.findings.map(\.message) == [])
    #expect(report.summary.unjudged == 0)
  }

  @Test func `does not judge weather, failures and what is under no contract`() throws {
    var failed = Self.exchange()
    failed.response.failure = "cut short"
    let exchanges = [
      Self.exchange(Self.good, 429, "slow down"), Self.exchange(Self.good, 503, ""), failed,
      Self.exchange("https://api.example.org/v1/about"), Self.exchange("https://example.com/x?k=1"),
    ]

    let report = try Checks.report(
      on: exchanges,
      apis: [Self.api],
      contracts: [try Self.contract()]
    )

    #expect(report.findings == [])
    #expect(report.summary.unjudged == 5)
    #expect(
      report.unjudged.map { "\($0.reason.rawValue): \($0.what)" } == [
        "failed: cut short", "no-contract: GET api.example.org/v1/about",
        "no-contract: GET example.com/x", "weather: status 429", "weather: status 503",
      ]
    )
  }

  /// The same request, answered with these bodies, and where its answers begin to differ.
  struct Differing: Sendable {
    var rule: String
    var bodies: [String]
    var recordings: [String]
  }

  static let differing = [
    Differing(
      rule: "answer-differs",
      bodies: [#"{"total": 7}"#, #"{"total": 7}"#, #"{"total": 8}"#, #"{"total": 8}"#],
      recordings: ["2.http", "3.http"]
    )
  ]

  @Test(arguments: differing)
  func `says once that one request has two answers in a session`(example: Differing) throws {
    let report = try Checks.report(
      on: example.bodies.map { Self.exchange(Self.good, 200, $0) },
      apis: [Self.api],
      contracts: [try Self.contract()]
    )

    #expect(report.findings.map(\.rule) == [example.rule])
    #expect(report.findings.first?.severity == .note)
    #expect(report.findings.first?.places.map(\.recording) == example.recordings)
  }

  @Test func `never shows a credential of the URL in the command`() throws {
    let url =
      "https://me:hunter2@api.example.org/v1/goods/1?keyword=tea&api_key=s3cret&X-Token=t0k#access_token=fr4g"

    let report = try Checks.report(
      on: [Self.exchange(url, 404, "")],
      apis: [Self.api],
      contracts: [try Self.contract()]
    )

    let command = try #require(report.findings.first?.reproduce)
    for secret in ["hunter2", "s3cret", "t0k", "fr4g"] { #expect(!command.contains(secret)) }
    #expect(command.contains("keyword=tea"))
  }

  @Test func `a literal segment wins over a parameter`() throws {
    var all = try Self.contract()
    all.id = "goods.all"
    all.path = try PathTemplate("/goods/all")
    all.parameters = []

    let report = try Checks.report(
      on: [Self.exchange("https://api.example.org/v1/goods/all")],
      apis: [Self.api],
      contracts: [try Self.contract(), all]
    )

    #expect(report.findings == [])
    #expect(report.observations.map(\.operation) == ["shop/goods.all"])
    #expect(report.coverage.never.contains("shop/goods.in_type"))
  }
}
