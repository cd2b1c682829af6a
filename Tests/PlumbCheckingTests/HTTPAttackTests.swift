import PlumbChecking
import PlumbModel
import PlumbText
import Testing

/// Exchanges that a rule might take for broken, or say twice.
@Suite struct HTTPAttackTests {
  private static let api = API(
    id: "shop",
    title: "A shop",
    server: "https://api.example.org/v1",
    hosts: ["*.shop.example"],
    place: Tables.place
  )

  private static func contract(_ method: String = "GET") throws -> Contract {
    let row = { (name: String, location: Parameter.Location, type: FieldType) in
      Parameter(name: name, location: location, type: type, isOptional: true, place: Tables.place)
    }
    var tags = row("tag", .query, Tables.narrowed(Tables.string, Narrowing(maximumLength: 3)))
    tags.list = .repeated
    var key = row("token", .query, Tables.integer)
    key.isSecret = true
    var version = row("X-Version", .header, Tables.integer)
    version.isOptional = false
    return Contract(
      id: "goods",
      api: "shop",
      title: "Goods",
      method: method,
      path: try PathTemplate("/goods/{name}"),
      parameters: [
        Parameter(name: "name", location: .path, type: Tables.string, place: Tables.place),
        row("Filter.Group", .query, Tables.integer), row("start", .query, Tables.integer),
        row("since", .query, Tables.narrowed(Tables.string, Narrowing(format: .dateTime))),
        tags, key, version,
      ],
      responses: [
        ResponseContract(
          status: 200,
          body: .json(Tables.object(["total": Tables.integer, "note?": Tables.string])),
          place: Tables.place
        ),
        ResponseContract(
          status: 204,
          body: .json(Tables.object(["total": Tables.integer])),
          place: Tables.place
        ),
      ],
      errors: [
        ResponseContract(status: 403, body: .unspecified, place: Tables.place),
        ResponseContract(
          status: 422,
          body: .json(Tables.object(["error": Tables.string])),
          place: Tables.place
        ),
      ],
      examples: [
        Example(
          values: [.init(name: "name", value: "tea"), .init(name: "X-Version", value: "2")],
          place: Tables.place
        )
      ],
      place: Tables.place
    )
  }

  private static let good = "https://api.example.org/v1/goods/tea"

  private static func exchange(
    _ url: String = good,
    _ status: Int = 200,
    _ body: String = #"{"total": 7}"#,
    type: String = "application/json",
    method: String = "GET",
    fields: [HTTPField] = []
  ) -> Exchange {
    Exchange(
      request: Exchange.Request(method: method, url: url, fields: fields),
      response: Exchange.Response(
        status: status,
        fields: [HTTPField(name: "Content-Type", value: type)],
        body: Array(body.utf8)
      )
    )
  }

  private static let two = [HTTPField(name: "x-version", value: "2")]
  private static let banana = [HTTPField(name: "x-version", value: "banana")]

  @Test(arguments: [
    exchange(type: "Application/JSON ; charset=utf-8"), exchange(type: "application/json;"),
    exchange(type: "APPLICATION/VND.SHOP+JSON"), exchange(good, 204, ""), exchange(good, 304, ""),
    exchange(good + "?Filter%2EGroup=7"), exchange(good + "?%46ilter.Group=7&start="),
    exchange(good + "?tag=a&tag=b&tag=ccc&tag="), exchange(good + "?token=REDACTED"),
    exchange(good + "?since=2026-01-31T12:00:00+02:00"),
    exchange(good + "?since=2026-01-31T12:00:00%2B02:00"), exchange(good + "?&&"),
    exchange(good + "/"), exchange("https://API.Example.ORG:8443/v1/goods/t%2Fa"),
    exchange("http://eu.shop.example/v1/goods/%E2%98%95?start=7#part"),
    exchange(fields: two), exchange(good, 403, "no"), exchange(good, 403, "no", fields: two),
    exchange(good, 422, #"{"error": "no such version"}"#, fields: banana),
    exchange(good, 422, #"{"error": "which version?"}"#),
  ])
  func `finds nothing in what the contract allows`(exchange: Exchange) throws {
    let report = try Checks.report(
      on: [exchange],
      apis: [Self.api],
      contracts: [try Self.contract()]
    )

    #expect(report.findings.map(\.message) == [])
  }

  @Test(arguments: [
    (exchange(good + "?start=one"), "status-for-bad-request"),
    (exchange(good + "?since=yesterday+noon"), "status-for-bad-request"),
    (exchange(good + "?tag=abc&tag=abcd"), "status-for-bad-request"),
    (exchange(fields: banana), "status-for-bad-request"),
    (exchange(fields: [HTTPField(name: "Accept", value: "*/*")]), "status-for-bad-request"),
    (exchange(good, 422, #"{"error": "no"}"#, fields: two), "refused-good-request"),
    (exchange(good, 422, "<html>", type: "text/html"), "content-type"),
    (exchange(good, 422, "<html>"), "error-body"), (exchange(good, 422, ""), "error-body"),
    (exchange(good, 200, ""), "body-not-json"), (exchange(good, 405, ""), "status-undocumented"),
    (exchange(good, 308, ""), "redirect"),
    (exchange(good, 200, #"{"Total": null}"#), "field-renamed"),
    (exchange(good, 200, #"{"data": {"total": 7}}"#), "field-wrapped"),
  ])
  func `finds one thing in what the contract forbids`(exchange: Exchange, rule: String) throws {
    let report = try Checks.report(
      on: [exchange],
      apis: [Self.api],
      contracts: [try Self.contract()]
    )

    #expect(report.findings.map(\.rule) == [rule])
  }

  @Test func `expects no body of an answer to HEAD`() throws {
    let report = try Checks.report(
      on: [Self.exchange(Self.good, 200, "", method: "HEAD"), Self.exchange()],
      apis: [Self.api],
      contracts: [try Self.contract("HEAD"), try Self.contract()]
    )

    #expect(report.findings == [])
    #expect(report.coverage.operations.exercised == 2)
  }

  @Test func `does not compare answers that may differ`() throws {
    let other = #"{"total": 8}"#
    let maori = [HTTPField(name: "Accept-Language", value: "mi")]
    let pairs: [(Exchange, Exchange, String)] = [
      (Self.exchange(fields: Self.two), Self.exchange(Self.good, 200, other), "GET"),
      (Self.exchange(fields: maori), Self.exchange(Self.good, 200, other), "GET"),
      (Self.exchange(method: "POST"), Self.exchange(Self.good, 200, other, method: "POST"), "POST"),
      (Self.exchange(), Self.exchange(Self.good, 204, ""), "GET"),
    ]
    for (first, second, method) in pairs {
      var contract = try Self.contract(method)
      contract.parameters.removeAll { !$0.isOptional && $0.location == .header }
      if first.request.fields.map(\.name) == ["x-version"] { contract = try Self.contract(method) }
      let report = try Checks.report(on: [first, second], apis: [Self.api], contracts: [contract])
      #expect(report.findings.map(\.message) == [])
    }
  }

  @Test func `tells two APIs on one host apart by port and base path`() throws {
    let servers = [
      "http://localhost:8001", "http://localhost:8002", "http://localhost:8002/v1",
      "http://localhost:8002/v12",
    ]
    var apis: [API] = []
    var contracts: [Contract] = []
    for (index, server) in servers.enumerated() {
      apis.append(API(id: "api\(index)", title: "", server: server, place: Tables.place))
      var contract = try Tables.contract(Tables.object(["n": Tables.integer]))
      contract.api = "api\(index)"
      contract.path = try PathTemplate(index == 2 ? "/" : "/listing")
      contracts.append(contract)
    }
    let urls = [
      "http://localhost:8001/listing", "http://localhost:8002/listing",
      "http://localhost:8002/v1/", "http://localhost:8002/v12/listing",
      "http://localhost:8002/v12", "http://localhost/listing", "http://localhost:8003/listing",
    ]

    let report = try Checks.report(
      on: urls.map { Self.exchange($0, 200, #"{"n": 1}"#) },
      apis: apis,
      contracts: contracts
    )

    #expect(report.observations.map(\.bodies) == [1, 1, 1, 1])
    #expect(
      report.unjudged.map(\.what) == [
        "GET localhost/listing", "GET localhost/v12",
      ]
    )
  }

  @Test func `takes requests under no contract together where they are too many`() throws {
    let urls = (0..<2_500).map { "https://other.example/\(10_000 + $0)" }
    let exchanges = urls.map { Self.exchange($0) }

    let forward = try Checks.report(on: exchanges, apis: [Self.api], contracts: [])
    let backward = try Checks.report(on: exchanges.reversed(), apis: [Self.api], contracts: [])

    #expect(forward.unjudged.count == 1_001)
    #expect(forward.summary.unjudged == 2_500)
    #expect(forward.unjudged.last?.count == 1_500)
    #expect(backward.unjudged.map(\.what) == forward.unjudged.map(\.what))
    #expect(backward.unjudged.map(\.count) == forward.unjudged.map(\.count))
  }

  @Test(arguments: [
    (#"{"data": {"a": 1, "b": 2}}"#, ["field-wrapped"]),
    (#"{"data": [{"b": 2}, {"a": 1}]}"#, ["field-wrapped"]),
    (#"{"data": {"c": 2}}"#, ["field-missing", "field-missing"]),
    (#"{"a": 1, "b": 2, "data": {"a": 3}}"#, []),
  ])
  func `knows a wrapper also where other members are allowed`(
    body: String,
    rules: [String]
  ) throws {
    let type = Tables.object(["a": Tables.integer, "b": Tables.integer], others: Tables.any)

    #expect(try Checks.report(on: [body], as: type).findings.map(\.rule) == rules)
  }

  @Test func `joins what is missing and what is undocumented only where it can be one move`() throws
  {
    let type = Tables.object([
      "head": Tables.object(["code?": Tables.integer]),
      "items": Tables.list(Tables.object(["title": Tables.string, "n": Tables.integer])),
    ])
    let moved = #"{"head": {"title": "x"}, "items": [{"n": 1}]}"#
    let good = #"{"head": {}, "items": [{"title": "y", "n": 1}]}"#
    let extra = #"{"head": {"title": "x"}, "items": [{"title": "y", "n": 1}]}"#
    let missing = #"{"head": {}, "items": [{"n": 1}]}"#
    let number = #"{"head": {"title": 7}, "items": [{"n": 1}]}"#

    let rules = { (bodies: [String]) in
      try Checks.report(on: bodies, as: type).findings.map(\.rule)
    }
    #expect(try rules([moved, moved, good]) == ["field-moved"])
    #expect(try rules([missing, extra]) == ["field-undocumented", "field-missing"])
    #expect(try rules([moved, extra]) == ["field-undocumented", "field-missing"])
    #expect(try rules([number]) == ["field-undocumented", "field-missing"])
  }
}
