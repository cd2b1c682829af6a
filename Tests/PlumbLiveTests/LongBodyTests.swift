import Foundation
import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbRecordings
import PlumbServing
import TestSupport
import Testing

/// Bodies that are too large to be held in memory, with a bound of a few bytes.
@Suite struct LongBodyTests {
  private static let key = "secret-ONET_API_KEY"

  /// Answers with a body, and fields with it.
  private struct Answering: Responder {
    var body: [UInt8]
    var fields: [HTTPField] = []
    var ending = ServedResponse.Ending.whole

    func reply(to request: Exchange.Request) -> Reply {
      .now(ServedResponse(status: 200, fields: fields, body: .bytes(body), ending: ending))
    }
  }

  private func recorder(
    in folder: String,
    _ shipped: Shipped,
    resumes: Bool = false,
    onTake: @escaping @Sendable (Walk.Step) -> Void = { _ in }
  ) throws -> Recorder {
    let secrets = shipped.keyring.entries.map { Secret(name: $0.name, value: $0.field.value) }
    let writer = try SessionWriter(
      folder: folder,
      session: Session(path: folder, api: shipped.api.id),
      redactor: Redactor(secrets: secrets, apis: [shipped.api], contracts: shipped.contracts),
      mode: resumes ? .resume : .fresh
    )
    return Recorder(
      writer: writer,
      contracts: shipped.contracts,
      site: shipped.site,
      resumes: resumes,
      longest: 1000,
      onTake: onTake
    )
  }

  /// Serves as long as the work takes.
  private func serving<Value>(
    _ responder: any Responder,
    work: (_ url: String) async throws -> Value
  ) async throws -> Value {
    let server = HTTPServer(responder: responder)
    let port = try await server.start()
    let result: Result<Value, any Error>
    do {
      result = .success(try await work("http://127.0.0.1:\(port)"))
    } catch {
      result = .failure(error)
    }
    await server.stop()
    return try result.get()
  }

  /// Serves an answer, and walks to one address of it.
  private func walk(
    _ answering: Answering,
    in folder: String,
    resumes: Bool = false
  ) async throws -> Walk.Outcome {
    try await serving(answering) { url in
      let shipped = try Shipped(base: url)
      let plan = try WalkPlan(Tour("/export"), shipped.contracts, at: shipped.site)
      let transport = HTTPTransport()
      var retries = Retries()
      retries.most = 0
      let walk = Walk(
        plan: plan,
        contracts: shipped.contracts,
        site: shipped.site,
        courier: shipped.courier(transport, retries: retries)
      )
      let outcome = try await walk.run(recorder(in: folder, shipped, resumes: resumes))
      await transport.shutdown()
      return outcome
    }
  }

  private func recording(in folder: TemporaryFolder) throws -> Exchange {
    let files = try RecordingSet.find(paths: [folder.path]).files
    try #require(files.count == 1)
    return try RecordedFiles.read(files[0].path, verifying: true)
  }

  @Test(arguments: [999, 1000, 1001, 3_000_000])
  func `records a body of any length as it was received`(count: Int) async throws {
    let folder = try TemporaryFolder()
    let body = Array(
      String(repeating: "0123456789 lines\n", count: count / 17 + 1).utf8.prefix(count)
    )

    let outcome = try await walk(Answering(body: body), in: folder.path)

    #expect(outcome.isWhole)
    #expect(try recording(in: folder).response.body == body)
    let isBeside = try folder.files().keys.contains { $0.hasSuffix(".bin") }
    #expect(isBeside == (count > 1000))
    let again = try await walk(Answering(body: body), in: folder.path, resumes: true)
    #expect(again.sent == 1, "another server, so another address")
  }

  @Test func `writes no credential of a long body`() async throws {
    let folder = try TemporaryFolder()
    let items = String(repeating: #"{"title":"Stones","key_sent":"\#(Self.key)"},"#, count: 40_000)
    let fields = [HTTPField(name: "Content-Type", value: "application/json")]

    _ = try await walk(
      Answering(body: Array("[\(items)0]".utf8), fields: fields),
      in: folder.path
    )

    for (name, bytes) in try folder.files() {
      #expect(bytes.firstRange(of: Array(Self.key.utf8)) == nil, "\(name)")
    }
    let body = try recording(in: folder).response.body
    #expect(body.count > 1_000_000)
  }

  @Test func `records a long body that is cut short as failed`() async throws {
    let folder = try TemporaryFolder()
    let body = [UInt8](repeating: 0x78, count: 2_000_000)

    let outcome = try await walk(
      Answering(body: body, ending: .truncated(after: 1_500_000)),
      in: folder.path
    )

    #expect(outcome.weather == 1)
    let found = try recording(in: folder)
    #expect(found.response.failure == "the connection ended before the answer did")
    #expect(body.starts(with: found.response.body))
  }

  @Test func `walks on from a page that is not in memory, and judges it`() async throws {
    let folder = try TemporaryFolder()
    let standIn = MemoryTransport(Shipped.standIn)
    let shipped = try Shipped()
    let recorder = try recorder(in: folder.path, shipped)
    let checker = Checker(apis: [shipped.api], contracts: shipped.contracts)
    let check = LiveCheck(
      recorder: recorder,
      checker: checker,
      api: shipped.api,
      session: folder.path
    )
    let plan = shipped.plan(of: "job_duties.search")

    let outcome = try await shipped.walk(Spilling(standIn), plan: plan).run(check)

    let report = LiveCheck.report(
      on: [await check.result()],
      checker: checker,
      contracts: shipped.contracts
    )
    #expect(report.findings.isEmpty)
    #expect(outcome.exchanges > 3)
    #expect(report.summary.exchanges == outcome.exchanges)
    let bins = try folder.files().keys.filter { $0.hasSuffix(".bin") }
    #expect(bins.count == 3)
  }

  @Test func `tells of a long body without the credential that it gives away`() async throws {
    let folder = try TemporaryFolder()
    let (told, teller) = AsyncStream<String>.makeStream()
    let shipped = try Shipped()
    let recorder = try recorder(in: folder.path, shipped) { step in
      teller.yield(step.exchange.request.url)
    }
    let blanks = String(repeating: " ", count: 2000)
    let body = Array(#"{"password":"b7Fq0-given-away"\#(blanks)}"#.utf8)
    let transport = MemoryTransport { _, _ in
      let type = HTTPField(name: "Content-Type", value: "application/json")
      return Attempt(Exchange.Response(status: 200, fields: [type], body: body))
    }
    let tour = try Tour("/export?of=b7Fq0-given-away")
    let plan = try WalkPlan(tour, shipped.contracts, at: shipped.site)

    _ = try await shipped.walk(Spilling(transport), plan: plan).run(recorder)

    teller.finish()
    let urls = await told.reduce(into: []) { $0.append($1) }
    #expect(urls.count == 1)
    #expect(urls.allSatisfy { $0.contains("/export?of=") && !$0.contains("given-away") })
  }

  /// Sends a long answer elsewhere, as the transport over the network does.
  private struct Spilling: Transport {
    let inner: MemoryTransport

    init(_ inner: MemoryTransport) { self.inner = inner }

    func send(_ request: Exchange.Request) async -> Attempt { await inner.send(request) }

    func send(_ request: Exchange.Request, overflow: (any BodyOverflow)?) async -> Attempt {
      var attempt = await inner.send(request)
      guard let overflow, attempt.response.body.count > overflow.limit else { return attempt }
      let body = attempt.response.body
      attempt.response.body = []
      attempt.isSpilled = true
      await overflow.begin(Exchange(request: request, response: attempt.response))
      await overflow.append(body)
      return attempt
    }
  }

  // MARK: The proxy

  /// Asks once or more for an answer of a server behind a proxy.
  private func proxied(
    _ responder: any Responder,
    in folder: String,
    times: Int = 1
  ) async throws -> (answers: [Attempt], server: String, proxy: String) {
    try await serving(responder) { server in
      let shipped = try Shipped(base: server)
      let transport = HTTPTransport()
      var options = Proxy.Options()
      options.rewrites = true
      let proxy = Proxy(
        target: server,
        transport: transport,
        keyring: shipped.keyring,
        contracts: shipped.contracts,
        keeper: try recorder(in: folder, shipped),
        options: options
      )
      let found = try await serving(proxy) { url in
        var answers: [Attempt] = []
        for _ in 0..<times {
          answers.append(await transport.send(Exchange.Request(url: "\(url)/export")))
        }
        return (answers, server, url)
      }
      await transport.shutdown()
      return found
    }
  }

  @Test func `passes a long body on as it is, and records it without credentials`() async throws {
    let folder = try TemporaryFolder()
    let items = String(repeating: #"{"title":"Stones","key_sent":"\#(Self.key)"},"#, count: 60_000)
    let body = Array("[\(items)0]".utf8)
    let fields = [HTTPField(name: "Content-Type", value: "application/json")]

    let answers = try await proxied(
      Answering(body: body, fields: fields),
      in: folder.path,
      times: 2
    ).answers

    #expect(answers.map(\.trouble) == [nil, nil])
    #expect(answers.map { $0.response.body == body } == [true, true])
    let found = try recording(in: folder).response.body
    #expect(found.firstRange(of: Array(Self.key.utf8)) == nil)
    #expect(found.count > 2_000_000)
  }

  @Test func `turns the URLs of a long body`() async throws {
    let folder = try TemporaryFolder()

    let (answers, server, proxy) = try await proxied(Echoing(), in: folder.path)

    let lines = String(decoding: answers[0].response.body, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 50_000)
    #expect(lines.enumerated().allSatisfy { $1 == "\(proxy)/export/\($0)" })
    let recorded = String(decoding: try recording(in: folder).response.body, as: UTF8.self)
    #expect(recorded.hasPrefix("\(server)/export/0\n"))
    #expect(!recorded.contains(proxy))
  }

  /// Answers with many addresses of its own.
  private struct Echoing: Responder {
    func reply(to request: Exchange.Request) -> Reply {
      let lines = (0..<50_000).map { "\(request.url)/\($0)\n" }.joined()
      let type = HTTPField(name: "Content-Type", value: "text/plain")
      return .now(ServedResponse(status: 200, fields: [type], body: .bytes(Array(lines.utf8))))
    }
  }

  @Test func `cuts a long body short where the server did`() async throws {
    let folder = try TemporaryFolder()
    let body = [UInt8](repeating: 0x78, count: 2_000_000)

    let answers = try await proxied(
      Answering(body: body, ending: .truncated(after: 1_500_000)),
      in: folder.path
    ).answers

    #expect(answers.map(\.trouble) == [.cut])
    #expect(try recording(in: folder).response.failure != nil)
  }
}
