import PlumbChecking
import PlumbLive
import PlumbModel
import StandIn
import Testing

/// What a walk asks for, in which order, and when it ends.
@Suite struct WalkTests {
  /// Operations whose walk is short.
  private static let few = ["job_duties.search", "job_duties.tasks", "job_duties.results"]

  private func walked(
    _ transport: MemoryTransport,
    of id: String = "onet",
    only operations: [String]? = nil,
    options: Walk.Options = Walk.Options()
  ) async throws -> (outcome: Walk.Outcome, basket: Basket) {
    let basket = Basket()
    let shipped = try Shipped(id)
    let contracts = shipped.contracts.filter { operations?.contains($0.id) != false }
    let plan = WalkPlan(contracts, at: shipped.site)
    let outcome = try await shipped.walk(transport, plan: plan, options: options).run(basket)
    return (outcome, basket)
  }

  @Test(arguments: ["onet", "tahatu"])
  func `asks for every operation, order and example`(id: String) async throws {
    let shipped = try Shipped(id)
    let transport = MemoryTransport(Shipped.standIn)

    let (outcome, basket) = try await walked(transport, of: id)

    #expect(outcome.ending == .done)
    #expect(outcome.weather == 0)
    #expect(Set(await basket.steps.map(\.operation)) == Set(shipped.contracts.map(\.id)))
    let urls = transport.requests.map(\.url)
    #expect(Set(urls).count == urls.count)
    for contract in shipped.contracts {
      for value in contract.order?.choices.compactMap(\.value) ?? [] {
        #expect(urls.contains { $0.contains("sort=\(value)") })
      }
    }
    #expect(urls.allSatisfy { $0.hasPrefix("\(shipped.api.server)/") })
  }

  @Test func `asks for each page of each listing once`() async throws {
    let transport = MemoryTransport(Shipped.standIn)

    _ = try await walked(transport)

    let pages = transport.lines.filter { $0.hasPrefix("GET /online/stem_occupations/1") }
      .filter { !$0.contains("sort") && !$0.contains("family") }
    let starts = stride(from: 21, through: 181, by: 20)
      .map { "GET /online/stem_occupations/1?start=\($0)&end=\($0 + 19)" }
    #expect(pages == ["GET /online/stem_occupations/1"] + starts)
  }

  @Test func `walks a listing with a window of its own only where no other is walked whole`() throws
  {
    let shipped = try Shipped("tahatu")

    let stops = WalkPlan(shipped.contracts, at: shipped.site).stops

    let whole = Dictionary(uniqueKeysWithValues: stops.map { ($0.request.url, $0.isWhole) })
    #expect(whole["https://api.tahatu.govt.nz/occupations?Limit=5"] == false)
    #expect(whole["https://api.tahatu.govt.nz/occupations"] == true)
    #expect(
      whole["https://api.tahatu.govt.nz/occupations/search?KeyWord=nurse&Limit=5"] == true
    )
  }

  @Test(arguments: ["onet", "tahatu"])
  func `is clean on a server that keeps every promise`(id: String) async throws {
    let shipped = try Shipped(id)
    let (_, basket) = try await walked(MemoryTransport(Shipped.standIn), of: id)

    let report = try Judged.report(await basket.exchanges, shipped)

    #expect(report.findings.map(\.message) == [])
    #expect(report.unjudged == [])
    #expect(report.coverage.operations.exercised == shipped.contracts.count)
    #expect(report.coverage.orders.exercised == report.coverage.orders.of)
  }

  @Test func `makes the same requests in the same order`() async throws {
    let one = MemoryTransport(Shipped.standIn)
    let other = MemoryTransport(Shipped.standIn)

    _ = try await walked(one, only: Self.few)
    _ = try await walked(other, only: Self.few)

    #expect(one.requests == other.requests)
  }

  @Test(arguments: [1, 7, 40])
  func `sends no more requests than its budget`(budget: Int) async throws {
    var options = Walk.Options()
    options.budget = budget
    let transport = MemoryTransport { request, index in
      index % 3 == 0
        ? Attempt(Exchange.Response(status: 503)) : Attempt(Shipped.standIn.respond(to: request))
    }

    let (outcome, _) = try await walked(transport, options: options)

    #expect(transport.requests.count == budget)
    #expect(outcome.sent == budget)
    #expect(outcome.ending == .budgetSpent)
  }

  @Test func `goes on where another walk stopped`() async throws {
    let all = MemoryTransport(Shipped.standIn)
    let (_, first) = try await walked(all, only: Self.few)
    let known = Array(await first.exchanges.prefix(10))
    let rest = MemoryTransport(Shipped.standIn)
    let basket = Basket(known: known)

    let shipped = try Shipped()
    let plan = shipped.plan(of: Self.few[0], Self.few[1], Self.few[2])
    let outcome = try await shipped.walk(rest, plan: plan).run(basket)

    #expect(rest.requests == Array(all.requests.dropFirst(10)))
    #expect(outcome.reused == 10)
    #expect(await basket.exchanges == first.exchanges)
  }

  @Test func `stops after the exchange in flight`() async throws {
    let stop = StopSignal()
    let basket = Basket { if $0 == 10 { stop.set() } }
    let transport = MemoryTransport(Shipped.standIn)

    let outcome = try await Shipped().walk(transport, stop: stop).run(basket)

    #expect(outcome.ending == .stopped)
    #expect(transport.requests.count == 10)
    #expect(await basket.steps.count == 10)
  }

  @Test func `is not led in circles`() async throws {
    let only = ["stem_occupations.all"]
    let fault = try #require(Fault("pages/next-loop", at: Fault.Target(url: "start=41&end=60")))
    let transport = MemoryTransport(StandIn(faults: [fault]))

    let (outcome, basket) = try await walked(transport, only: only)

    #expect(outcome.ending == .done)
    #expect(await basket.remarks.contains { if case .loop = $0 { true } else { false } })
  }

  @Test func `is not led on without end`() async throws {
    var options = Walk.Options()
    options.pages = 12
    let transport = MemoryTransport { request, _ in
      var response = Exchange.Response(status: 200)
      let start =
        request.url.split(separator: "start=").last.flatMap { text in
          Int(text.prefix { $0.isNumber })
        } ?? 1
      let next =
        "https://api-v2.onetcenter.org/online/job_duties/search?keyword=x&start=\(start + 20)"
      response.body = Array(
        #"{"start":1,"end":1,"total":99999,"next":"\#(next)","occupation":[1]}"#.utf8
      )
      return Attempt(response)
    }
    let shipped = try Shipped()
    let search = shipped.contracts.filter { $0.id == "job_duties.search" }
    let basket = Basket()

    let plan = WalkPlan(search.map { $0.asking([["keyword": "x"]]) }, at: shipped.site)
    _ = try await shipped.walk(transport, plan: plan, options: options).run(basket)

    #expect(transport.requests.count == 12)
    #expect(await basket.remarks.count == 1)
  }

  @Test func `does not follow pages to another host`() async throws {
    let fault = try #require(Fault("pages/next-host", at: Fault.Target(url: "start=41&end=60")))
    let transport = MemoryTransport(StandIn(faults: [fault]))

    let (_, basket) = try await walked(transport, only: ["stem_occupations.all"])

    #expect(transport.requests.allSatisfy { $0.url.contains("//api-v2.onetcenter.org/") })
    #expect(await basket.remarks.contains { if case .elsewhere = $0 { true } else { false } })
  }

  @Test func `walks a listing once more when its total changes`() async throws {
    let transport = MemoryTransport { request, index in
      var response = Shipped.standIn.respond(to: request)
      if index == 3 {
        let text = String(decoding: response.body, as: UTF8.self)
        response.body = Array(text.replacing("187", with: "188").utf8)
      }
      return Attempt(response)
    }
    let shipped = try Shipped()
    let plan = WalkPlan(
      shipped.contracts.filter { $0.id == "stem_occupations.in_type" },
      at: shipped.site
    )
    let basket = Basket()

    _ = try await shipped.walk(transport, plan: plan).run(basket)

    let report = try Judged.report(await basket.exchanges, shipped)
    #expect(report.findings.map(\.rule) == [])
    #expect(await basket.remarks.count { if case .again = $0 { true } else { false } } == 1)
  }

  @Test func `ends when nobody answers`() async throws {
    let transport = MemoryTransport { _, _ in
      Attempt(.unreachable, "the server refuses connections")
    }

    let (outcome, _) = try await walked(transport)

    #expect(outcome.ending == .unanswered("the server refuses connections"))
    #expect(transport.requests.count == 5)
  }

  @Test func `ends when it is told to wait for long`() async throws {
    let transport = MemoryTransport { request, index in
      guard index == 5 else { return Attempt(Shipped.standIn.respond(to: request)) }
      let wait = HTTPField(name: "Retry-After", value: "86400")
      return Attempt(Exchange.Response(status: 429, fields: [wait]))
    }

    let (outcome, _) = try await walked(transport, only: Self.few)

    #expect(outcome.ending == .toldToWait(.seconds(86_400)))
    #expect(transport.requests.count == 6)
  }

  @Test func `follows redirects within the host, and no others`() async throws {
    let transport = MemoryTransport { request, _ in
      let target =
        switch request.url {
        case "https://api-v2.onetcenter.org/online/stem_occupations/":
          "/online/moved/"
        case "https://api-v2.onetcenter.org/online/moved/":
          "https://example.org/online/stem_occupations/"
        default: ""
        }
      guard !target.isEmpty else { return Attempt(Shipped.standIn.respond(to: request)) }
      return Attempt(
        Exchange.Response(status: 301, fields: [HTTPField(name: "Location", value: target)])
      )
    }

    let (_, basket) = try await walked(transport, only: ["stem_occupations.types"])

    #expect(transport.lines == ["GET /online/stem_occupations/", "GET /online/moved/"])
    #expect(transport.requests.allSatisfy { $0.url.contains("//api-v2.onetcenter.org/") })
    #expect(
      await basket.remarks == [
        .redirectElsewhere(
          "https://example.org",
          from: "https://api-v2.onetcenter.org/online/moved/"
        )
      ]
    )
  }

  @Test func `follows documented links as deep as it is told`() async throws {
    var options = Walk.Options()
    options.depth = 1
    let transport = MemoryTransport(Shipped.standIn)

    let (_, basket) = try await walked(transport, only: ["job_duties.results"], options: options)

    let links = await basket.steps.compactMap(\.link)
    #expect(
      links.contains { $0.url.hasSuffix("/online/stem_occupations/1?job_family=15-0000") == false }
    )
    #expect(links.allSatisfy { $0.depth == 1 })
    #expect(links.contains { $0.url.contains("/online/occupations/") })
  }
}
