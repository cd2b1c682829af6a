import PlumbModel
import PlumbServing
import Synchronization
import TestSupport
import Testing

/// A number that several threads add to.
final class Count: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .relaxed) }

  func add() { number.wrappingAdd(1, ordering: .relaxed) }
}

/// Starting and stopping.
@Suite struct LifeTests {
  @Test func `lets requests in flight be answered when it stops`() async throws {
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    let (released, release) = AsyncStream.makeStream(of: Void.self)
    let responder = Closure { _ in
      .later {
        begin.yield()
        for await _ in released { break }
        return ServedResponse(status: 200, body: .bytes(Array("done".utf8)))
      }
    }
    let server = HTTPServer(responder: responder)
    let port = try await server.start()
    async let answer = RawClient.use(port: port) { client in
      client.send(Served.get() + Served.get())
      let response = try client.response()
      return (response.text, response.fields["connection"], try client.rest())
    }
    let resting = try RawClient(port: port)
    for await _ in begun { break }

    async let stopped: Void = server.stop()
    // The one that rests is closed while the other is still being answered.
    let rest = try await RawClient.use(resting) { try $0.rest() }
    release.yield()
    await stopped
    let (text, connection, after) = try await answer

    #expect(rest == [])
    #expect(text == "done")
    #expect(connection == "close")
    #expect(after == [])
    #expect(throws: RawClient.Failure.self) { _ = try RawClient(port: port) }
  }

  @Test func `cuts off what takes too long when it stops`() async throws {
    var limits = ServerLimits()
    limits.stopTime = .milliseconds(50)
    let cancelled = Count()
    let responder = Closure { _ in
      .later {
        try? await Task.sleep(for: .seconds(60))
        if Task.isCancelled { cancelled.add() }
        return ServedResponse(status: 200)
      }
    }
    let server = HTTPServer(responder: responder, limits: limits)
    let port = try await server.start()
    let client = try RawClient(port: port)
    client.send(Served.get())
    // Another request tells that the first one was read.
    async let rest = RawClient.use(client) { try? $0.rest() }
    await server.stop()

    #expect(await (try rest)?.isEmpty ?? true)
  }

  @Test func `says why it cannot start`() async throws {
    try await Served.run { port in
      await #expect(throws: ServingError.portInUse(port)) {
        _ = try await HTTPServer(responder: Served.echo, port: port).start()
      }
    }
    await #expect(throws: ServingError.noSuchHost("192.0.2.1")) {
      _ = try await HTTPServer(responder: Served.echo, host: "192.0.2.1").start()
    }
  }

  @Test func `starts once`() async throws {
    let server = HTTPServer(responder: Served.echo)
    _ = try await server.start()
    await #expect(throws: ServingError.alreadyStarted) { _ = try await server.start() }
    await server.stop()
    await server.stop()
  }

  @Test func `answers this machine alone below a path`() async throws {
    let local = LocalService(path: "/__here/", responder: Served.text("local"))
    try await Served.run(local: local) { port in
      let hosts = ["127.0.0.1:\(port)", "localhost", "evil.example.org", "127.0.0.1.example.org"]
      let statuses = try await hosts.asyncMap { host in
        let request = "GET /__here/x HTTP/1.1\r\nHost: \(host)\r\n\r\n"
        return try await RawClient.ask(request, port: port).status
      }
      #expect(statuses == [200, 200, 403, 403])
      #expect(try await RawClient.ask(Served.get("/__her"), port: port).text == "/__her|")
    }
  }

  @Test func `tells a log of each request`() async throws {
    let lines = Mutex<[ServedRequest]>([])
    let server = HTTPServer(
      responder: Served.echo,
      log: { line in lines.withLock { $0.append(line) } }
    )
    let port = try await server.start()
    _ = try await RawClient.ask(Served.get("/a?b=c"), port: port)
    _ = try await RawClient.ask("nonsense\r\n\r\n", port: port)
    await server.stop()

    let logged = lines.withLock { $0 }
    #expect(logged.map(\.url) == ["http://127.0.0.1/a?b=c", ""])
    #expect(logged.map(\.status) == [200, 400])
    #expect(logged.map(\.bodyCount).first == 7)
  }
}
