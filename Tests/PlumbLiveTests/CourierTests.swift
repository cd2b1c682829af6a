import PlumbLive
import PlumbModel
import StandIn
import Testing

/// How an API is asked: in its pace, with patience, with its keys, and nowhere else.
@Suite struct CourierTests {
  private let request = Exchange.Request(
    url: "https://api-v2.onetcenter.org/online/stem_occupations/"
  )

  /// A transport that answers with these, one after the other, and then with 200.
  private static func answering(_ attempts: [Attempt]) -> MemoryTransport {
    MemoryTransport { _, index in
      index < attempts.count ? attempts[index] : Attempt(Exchange.Response(status: 200))
    }
  }

  private static func refusal(_ status: Int, _ fields: [String: String] = [:]) -> Attempt {
    Attempt(
      Exchange.Response(
        status: status,
        fields: fields.map { HTTPField(name: $0.key, value: $0.value) }
      )
    )
  }

  @Test func `spaces requests evenly`() async throws {
    let clock = TestClock()
    let courier = try Shipped().courier(Self.answering([]), clock)

    for _ in 0..<6 { _ = try await courier.ask(request) }

    #expect(clock.sleeps == [Duration](repeating: .milliseconds(200), count: 5))
  }

  @Test(arguments: [429, 500, 502, 503, 504])
  func `asks again after what may pass`(status: Int) async throws {
    let transport = Self.answering([Self.refusal(status), Self.refusal(status)])

    let asked = try await Shipped().courier(transport).ask(request)

    #expect(asked.exchange.response.status == 200)
    #expect(asked.refusals.map(\.status) == [status, status])
    #expect(!asked.isWeather)
  }

  @Test(arguments: [400, 401, 403, 404, 422, 501, 505])
  func `takes every other status for the answer`(status: Int) async throws {
    let transport = Self.answering([Self.refusal(status)])

    let asked = try await Shipped().courier(transport).ask(request)

    #expect(asked.exchange.response.status == status)
    #expect(transport.requests.count == 1)
  }

  @Test(arguments: [
    (Attempt.Trouble.unreachable, 5), (.late, 5), (.cut, 5), (.untrusted, 1), (.malformed, 1),
    (.tooLarge, 1), (.unsendable, 1),
  ])
  func `asks again after a trouble that may pass`(
    trouble: Attempt.Trouble,
    sent: Int
  ) async throws {
    let transport = MemoryTransport { _, _ in Attempt(trouble, "the connection failed") }

    let asked = try await Shipped().courier(transport).ask(request)

    #expect(transport.requests.count == sent)
    #expect(asked.sent == sent)
    #expect(asked.trouble == trouble)
    #expect(asked.exchange.response.failure == "the connection failed")
  }

  @Test func `waits longer each time, with chance in it`() async throws {
    let clock = TestClock()
    let transport = MemoryTransport { _, _ in Self.refusal(503) }

    _ = try await Shipped().courier(transport, clock).ask(request)

    // Half of 250 ms and of its doubles, and half of the other half; never less than the pace.
    #expect(clock.sleeps == [200, 375, 750, 1500].map { .milliseconds($0) })
  }

  @Test(arguments: [
    (["Retry-After": "7"], 7_000), (["Retry-After": "0.5"], 500),
    (["retry-after": "Fri, 15 Jan 2027 08:00:20 GMT"], 20_000),
    (["Retry-After": "Fri, 15 Jan 2027 07:00:00 GMT"], 200), (["Retry-After": "soon"], 200),
    (["Retry-After": "-5"], 200),
  ])
  func `waits as long as it is told`(fields: [String: String], milliseconds: Int) async throws {
    let clock = TestClock(start: 1_800_000_000)
    let transport = Self.answering([Self.refusal(429, fields)])

    _ = try await Shipped().courier(transport, clock).ask(request)

    let slept = clock.sleeps.reduce(.zero, +)
    #expect(slept >= .milliseconds(milliseconds - 1) && slept <= .milliseconds(milliseconds + 1))
  }

  @Test(arguments: [
    ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "30"],
    ["RateLimit-Remaining": "0", "RateLimit-Reset": "30"],
    ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800000030"],
    ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800000030000"],
    ["RateLimit": #""default";r=0;t=30"#],
    ["X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Reset": "30"],
  ])
  func `asks no further when a limit is used up`(fields: [String: String]) async throws {
    let clock = TestClock()
    let transport = Self.answering([Self.refusal(200, fields)])
    let courier = try Shipped().courier(transport, clock)

    _ = try await courier.ask(request)
    _ = try await courier.ask(request)

    #expect(clock.elapsed == .seconds(30))
  }

  @Test func `gives up when it is told to wait for hours`() async throws {
    let clock = TestClock()
    let transport = Self.answering([Self.refusal(429, ["Retry-After": "7200"])])

    let asked = try await Shipped().courier(transport, clock).ask(request)

    #expect(asked.toldToWait == .seconds(7200))
    #expect(clock.sleeps == [])
    #expect(transport.requests.count == 1)
  }

  @Test func `stops asking again when it is told to stop`() async throws {
    let stop = StopSignal()
    let transport = MemoryTransport { _, _ in
      stop.set()
      return Self.refusal(503)
    }

    _ = try await Shipped().courier(transport).ask(request, until: stop)

    #expect(transport.requests.count == 1)
  }

  @Test func `sends keys from the environment`() async throws {
    let transport = Self.answering([])

    _ = try await Shipped("tahatu").courier(transport)
      .ask(Exchange.Request(url: "https://api.tahatu.govt.nz/occupations"))

    #expect(
      transport.requests.first?.fields == [
        HTTPField(name: "X-API-KEY", value: "secret-TAHATU_API_KEY"),
        HTTPField(name: "X-Client-ID", value: "secret-TAHATU_CLIENT_ID"),
      ]
    )
  }

  @Test func `names the keys that are missing`() throws {
    let api = try Shipped("tahatu").api
    let given = Keyring.Entry(field: HTTPField(name: "x-api-key", value: "k"), name: "x-api-key")

    let all = Keyring.missing(for: api, given: []) { _ in nil }
    let one = Keyring.missing(for: api, given: [given]) { _ in nil }

    #expect(all.map(\.environment) == ["TAHATU_API_KEY", "TAHATU_CLIENT_ID"])
    #expect(one.map(\.environment) == ["TAHATU_CLIENT_ID"])
  }

  @Test func `lets what is given win over the environment`() throws {
    let api = try Shipped().api
    let given = Keyring.Entry(field: HTTPField(name: "x-api-key", value: "given"), name: "given")

    let keyring = Keyring(for: api, given: [given]) { _ in "from the environment" }

    #expect(keyring.entries.map(\.field.value) == ["given"])
  }

  @Test(arguments: ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get", ""])
  func `changes nothing unless it is allowed to`(method: String) async throws {
    let transport = Self.answering([])
    var request = request
    request.method = method

    await #expect(throws: Courier.Refused.method(method)) {
      _ = try await Shipped().courier(transport).ask(request)
    }
    #expect(transport.requests.isEmpty)
  }

  @Test func `never repeats what may change something`() async throws {
    let transport = MemoryTransport { _, _ in Self.refusal(503) }
    var request = request
    request.method = "POST"

    _ = try await Shipped().courier(transport, allowsWrites: true).ask(request)

    #expect(transport.requests.count == 1)
  }

  @Test(arguments: [
    "https://example.org/", "http://api-v2.onetcenter.org/online/",
    "https://api-v2.onetcenter.org:8443/online/", "https://api-v2.onetcenter.org.example.org/",
    "https://u:p@api-v2.onetcenter.org/online/", "https://example.org@api-v2.onetcenter.org/x",
    "/online/stem_occupations/", "",
  ])
  func `sends nothing to anybody else`(url: String) async throws {
    let transport = Self.answering([])

    await #expect(throws: Courier.Refused.self) {
      _ = try await Shipped().courier(transport).ask(Exchange.Request(url: url))
    }
    #expect(transport.requests.isEmpty)
  }
}
