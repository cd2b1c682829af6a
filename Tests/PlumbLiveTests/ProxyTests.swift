import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbRecordings
import PlumbServing
import StandInServing
import TestSupport
import Testing

/// What stands between a client and an API.
@Suite struct ProxyTests {
  private static let target = "https://api-v2.onetcenter.org"

  private func reply(
    _ proxy: Proxy,
    _ url: String,
    method: String = "GET",
    fields: [String: String] = [:],
    body: String = ""
  ) async -> ServedResponse {
    let request = Exchange.Request(
      method: method,
      url: url,
      fields: fields.map { HTTPField(name: $0.key, value: $0.value) },
      body: Array(body.utf8)
    )
    switch proxy.reply(to: request) {
    case .now(let response): return response
    case .later(let response): return await response()
    }
  }

  private func proxy(
    _ transport: MemoryTransport,
    _ keeper: Basket = Basket(),
    target: String = target,
    change: (inout Proxy.Options) -> Void = { _ in }
  ) throws -> Proxy {
    var options = Proxy.Options()
    change(&options)
    let shipped = try Shipped()
    return Proxy(
      target: target,
      transport: transport,
      keyring: shipped.keyring,
      contracts: shipped.contracts,
      keeper: keeper,
      options: options,
      time: TestClock().time
    )
  }

  private func text(_ response: ServedResponse) -> String {
    guard case .bytes(let bytes) = response.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `asks the server and keeps what it answers`() async throws {
    let transport = MemoryTransport(Shipped.standIn)
    let basket = Basket()

    let response = await reply(
      try proxy(transport, basket),
      "http://127.0.0.1:8080/online/job_duties/search?keyword=engineer"
    )

    let url = "https://api-v2.onetcenter.org/online/job_duties/search?keyword=engineer"
    #expect(transport.requests.map(\.url) == [url])
    #expect(response.status == 200)
    #expect(text(response).contains(#""next":"https://api-v2.onetcenter.org/"#))
    #expect(await basket.steps.map(\.operation) == ["job_duties.search"])
    #expect(await basket.exchanges.map(\.request.url) == [url])
  }

  @Test func `turns URLs for the client, and not in the recording`() async throws {
    let basket = Basket()
    let proxy = try proxy(MemoryTransport(Shipped.standIn), basket) { $0.rewrites = true }

    let response = await reply(
      proxy,
      "http://127.0.0.1:8080/online/job_duties/search?keyword=engineer"
    )

    #expect(text(response).contains(#""next":"http://127.0.0.1:8080/online/"#))
    #expect(!text(response).contains("onetcenter"))
    let kept = try #require(await basket.exchanges.first?.response.body)
    #expect(String(decoding: kept, as: UTF8.self).contains("https://api-v2.onetcenter.org/"))
    #expect(!String(decoding: kept, as: UTF8.self).contains("127.0.0.1"))
  }

  @Test func `turns every form of a URL, and no other host`() async throws {
    let body = #"""
      {"a":"https://api-v2.onetcenter.org/x","b":"https:\/\/api-v2.onetcenter.org\/x",
      "c":"/go?to=https%3A%2F%2Fapi-v2.onetcenter.org%2Fx","d":"https://api-v2.onetcenter.org.evil/",
      "e":"https://api-v2.onetcenter.org:8443/","f":"https://api-v2.onetcenter.org"}
      """#
    let link = HTTPField(name: "Link", value: "<https://api-v2.onetcenter.org/x?p=2>; rel=\"next\"")
    let location = HTTPField(name: "Location", value: "https://api-v2.onetcenter.org/y")
    let transport = MemoryTransport { _, _ in
      Attempt(Exchange.Response(status: 302, fields: [link, location], body: Array(body.utf8)))
    }

    let response = await reply(
      try proxy(transport) { $0.rewrites = true },
      "http://127.0.0.1:8080/x"
    )

    #expect(
      text(response) == #"""
        {"a":"http://127.0.0.1:8080/x","b":"http:\/\/127.0.0.1:8080\/x",
        "c":"/go?to=http%3A%2F%2F127.0.0.1%3A8080%2Fx","d":"https://api-v2.onetcenter.org.evil/",
        "e":"https://api-v2.onetcenter.org:8443/","f":"http://127.0.0.1:8080"}
        """#
    )
    #expect(
      response.fields.map(\.value) == [
        "<http://127.0.0.1:8080/x?p=2>; rel=\"next\"", "http://127.0.0.1:8080/y",
      ]
    )
  }

  @Test func `turns URLs that the client sends back again`() async throws {
    let transport = MemoryTransport(Shipped.standIn)
    let url =
      "http://127.0.0.1:8080/go?to=http%3A%2F%2F127.0.0.1%3A8080%2Fx&plain=http://127.0.0.1:8080/y"

    _ = await reply(try proxy(transport), url, fields: ["Referer": "http://127.0.0.1:8080/z"])

    #expect(
      transport.requests.first?.url == """
        https://api-v2.onetcenter.org/go?to=https%3A%2F%2Fapi-v2.onetcenter.org%2Fx\
        &plain=https://api-v2.onetcenter.org/y
        """
    )
    #expect(
      transport.requests.first?.fields.value(of: "Referer") == "https://api-v2.onetcenter.org/z"
    )
  }

  @Test func `leaves out what is about one connection`() async throws {
    let transport = MemoryTransport { _, _ in
      let fields = [
        ("Connection", "close, X-Own"), ("X-Own", "1"), ("Transfer-Encoding", "chunked"),
        ("Keep-Alive", "5"), ("Content-Encoding", "gzip"), ("Content-Length", "9"),
        ("X-Other", "2"),
      ]
      return Attempt(
        Exchange.Response(status: 200, fields: fields.map { HTTPField(name: $0.0, value: $0.1) })
      )
    }
    let sent = [
      "Host": "127.0.0.1", "Connection": "X-Mine", "X-Mine": "1", "TE": "trailers",
      "If-None-Match": "\"a\"", "Accept": "text/plain", "X-API-Key": "mine",
    ]

    let response = await reply(try proxy(transport), "http://127.0.0.1:8080/x", fields: sent)

    #expect(response.fields == [HTTPField(name: "X-Other", value: "2")])
    let asked = transport.requests.first?.fields ?? []
    #expect(Set(asked.map(\.name)) == ["Accept", "X-API-Key"])
    #expect(asked.value(of: "X-API-Key") == "mine")
  }

  @Test func `adds the key where the client sends none`() async throws {
    let transport = MemoryTransport(Shipped.standIn)

    _ = await reply(try proxy(transport), "http://127.0.0.1:8080/x")

    #expect(transport.requests.first?.fields.value(of: "X-API-Key") == "secret-ONET_API_KEY")
  }

  @Test(arguments: ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
  func `passes on nothing that may change something`(method: String) async throws {
    let transport = MemoryTransport(Shipped.standIn)

    let refused = await reply(try proxy(transport), "http://127.0.0.1:8080/x", method: method)
    #expect(refused.status == 405)
    #expect(text(refused).contains("--allow-writes"))
    #expect(transport.requests.isEmpty)

    _ = await reply(
      try proxy(transport) { $0.allowsWrites = true },
      "http://127.0.0.1:8080/x",
      method: method,
      body: "a=1"
    )
    #expect(transport.requests.map(\.method) == [method])
    #expect(transport.requests.map(\.body) == [Array("a=1".utf8)])
  }

  @Test(arguments: [
    (Attempt.Trouble.late, 504), (.unreachable, 502), (.untrusted, 502), (.cut, 502),
    (.malformed, 502), (.tooLarge, 502),
  ])
  func `says what went wrong on the way`(trouble: Attempt.Trouble, status: Int) async throws {
    let transport = MemoryTransport { _, _ in
      Attempt(trouble, "the reason", after: Exchange.Response(status: 200, body: [65]))
    }

    let response = await reply(try proxy(transport), "http://127.0.0.1:8080/x")

    #expect(response.status == status)
    #expect(
      text(response) == #"{"error":"plumb proxy: https://api-v2.onetcenter.org: the reason"}"#
    )
    #expect(response.fields.value(of: "Content-Type") == "application/json")
  }

  @Test func `keeps the same answer once, and another one besides`() async throws {
    let basket = Basket()
    let transport = MemoryTransport { _, index in
      Attempt(Exchange.Response(status: 200, body: [index < 3 || index > 5 ? 65 : 66]))
    }
    let proxy = try proxy(transport, basket)

    for _ in 0..<8 { _ = await reply(proxy, "http://127.0.0.1:8080/x") }

    #expect(await basket.steps.map(\.number) == [0, 1])
    #expect(transport.requests.count == 8)
  }

  @Test func `takes requests that differ in their credentials alone for one`() async throws {
    let folder = try TemporaryFolder()
    let shipped = try Shipped()
    let writer = try SessionWriter(
      folder: folder.path,
      session: Session(path: folder.path, api: "onet"),
      redactor: Redactor(secrets: []),
      mode: .fresh
    )
    let recorder = Recorder(
      writer: writer,
      contracts: [],
      site: shipped.site,
      resumes: false
    )
    let transport = MemoryTransport { _, index in
      Attempt(Exchange.Response(status: 200, body: Array("answer \(index % 2)".utf8)))
    }
    let proxy = Proxy(
      target: Self.target,
      transport: transport,
      contracts: [],
      keeper: recorder,
      time: TestClock().time
    )

    for turn in 0..<6 {
      _ = await reply(proxy, "http://127.0.0.1:8080/x?access_token=t0ken-of-turn-\(turn)")
    }

    let bodies = try folder.files().filter { $0.key.hasSuffix(".http") }.values
      .compactMap { String(decoding: $0, as: UTF8.self).split(separator: "\n").last }
    #expect(bodies.sorted() == ["answer 0", "answer 1"])
  }

  @Test func `works between two sockets`() async throws {
    let basket = Basket()
    let transport = HTTPTransport()

    try await StandInServer.run { url in
      let shipped = try Shipped(base: url)
      var options = Proxy.Options()
      options.rewrites = true
      let server = HTTPServer(
        responder: Proxy(
          target: url,
          transport: transport,
          contracts: shipped.contracts,
          keeper: basket,
          options: options
        )
      )
      let port = try await server.start()
      let through = try Shipped(base: "http://127.0.0.1:\(port)")
      let walked = Basket()
      let plan = through.plan(of: "job_duties.search", "job_duties.results")
      let outcome = try await through.walk(transport, plan: plan).run(walked)

      #expect(outcome.isWhole)
      #expect(try Judged.report(await walked.exchanges, through).findings.map(\.message) == [])
      #expect(try Judged.report(await basket.exchanges, shipped).findings.map(\.message) == [])
      #expect(await basket.steps.count == outcome.exchanges)
      await server.stop()
    }
    await transport.shutdown()
  }
}
