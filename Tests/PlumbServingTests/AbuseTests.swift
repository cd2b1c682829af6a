import PlumbModel
import PlumbServing
import TestSupport
import Testing

/// Clients that are broken, slow or hostile: others are answered all the same.
@Suite struct AbuseTests {
  /// What is no request, with the status that says so.
  static let malformed: [(request: String, status: Int)] = [
    ("GET\r\n\r\n", 400),
    ("GET /\r\n\r\n", 505),
    ("/ HTTP/1.1\r\nHost: h\r\n\r\n", 400),
    ("G@T / HTTP/1.1\r\nHost: h\r\n\r\n", 400),
    ("get / HTTP/1.1\r\nHost: h\r\n\r\n", 400),
    ("GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505),
    ("GET / HTTP/1.1x\r\nHost: h\r\n\r\n", 505),
    ("GET / HTTX/1.1\r\nHost: h\r\n\r\n", 400),
    ("GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: h\r\nNo colon\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: h\r\nA b: c\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: h\r\nA : c\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: h\r\n: c\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: h\r\nA: b\u{0}c\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: h\r\nA: b\rc: d\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: h\r\n A: b\r\n\r\n", 400),
    ("GET elsewhere HTTP/1.1\r\nHost: h\r\n\r\n", 400),
    ("CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
    ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
    (
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400
    ),
    ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: identity\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: h\r\nExpect: miracles\r\n\r\n", 417),
    ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{fc}\u{3}\u{3}\r\n\r\n", 400),
    ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
  ]

  @Test(arguments: malformed.indices)
  func `refuses what is no request, and closes`(index: Int) async throws {
    let (request, status) = Self.malformed[index]
    try await Served.run { port in
      let (found, rest) = try await RawClient.use(port: port) { client in
        client.send(request)
        let response = try client.response()
        #expect(response.fields["connection"] == "close")
        return (response.status, try client.rest())
      }

      #expect(found == status, "\(request)")
      #expect(rest == [])
      #expect(try await RawClient.ask(Served.get(), port: port).status == 200)
    }
  }

  @Test func `refuses what is too much`() async throws {
    var limits = ServerLimits()
    limits.headSize = 4000
    limits.targetSize = 3000
    limits.fieldCount = 20
    limits.bodySize = 1000
    let post = "POST / HTTP/1.1\r\nHost: h\r\n"
    let cases: [(String, Int)] = [
      (Served.get("/\(String(repeating: "a", count: 3500))"), 414),
      (Served.get("/", "A: \(String(repeating: "b", count: 5000))"), 431),
      (Served.get("/", "A: \(String(repeating: "b", count: 500_000))"), 431),
      (Served.get("/", (0..<30).map { "A\($0): b" }.joined(separator: "\r\n")), 431),
      (Served.get("/", (0..<3000).map { "A\($0): b" }.joined(separator: "\r\n")), 431),
      ("\(post)Content-Length: 1001\r\n\r\n\(String(repeating: "x", count: 1001))", 413),
      ("\(post)Content-Length: 1001\r\nExpect: 100-continue\r\n\r\n", 413),
      ("\(post)Transfer-Encoding: chunked\r\n\r\n\(chunks(600))\(chunks(600))0\r\n\r\n", 413),
    ]
    try await Served.run(limits: limits) { port in
      for (request, status) in cases {
        let response = try await RawClient.ask(request, port: port)
        #expect(response.status == status)
      }
      let other = try await RawClient.ask(Served.get(), port: port)
      #expect(other.status == 200)
    }
  }

  private func chunks(_ size: Int) -> String {
    "\(String(size, radix: 16))\r\n\(String(repeating: "x", count: size))\r\n"
  }

  @Test func `gives up on clients that are too slow`() async throws {
    var limits = ServerLimits()
    limits.idleTime = .milliseconds(80)
    limits.headTime = .milliseconds(80)
    limits.requestTime = .milliseconds(80)
    let starts = ["GET / HT", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nab"]
    try await Served.run(limits: limits) { port in
      for start in starts {
        let status = try await RawClient.use(port: port) { client in
          client.send(start)
          return try client.response().status
        }
        #expect(status == 408)
      }
      let rest = try await RawClient.use(port: port) { try $0.rest() }
      #expect(rest == [])
    }
  }

  @Test func `gives up on clients that take nothing`() async throws {
    var limits = ServerLimits()
    limits.writeTime = .milliseconds(80)
    let response = ServedResponse(
      status: 200,
      body: .bytes([UInt8](repeating: 65, count: 30_000_000))
    )
    try await Served.run(Closure { _ in .now(response) }, limits: limits) { port in
      // The client reads nothing until the server has given up, which stopping waits for.
      try await RawClient.use(port: port) { client in
        client.send(Served.get())
        #expect(client.isReset(within: 8))
      }
    }
  }

  @Test func `answers others beside 600 connections that rest or stop half-way`() async throws {
    try await Served.run { port in
      try await RawClient.use(port: port) { _ in
        let crowd = try (0..<600).map { _ in try RawClient(port: port) }
        for (index, client) in crowd.enumerated() where index % 3 == 0 {
          client.send(index % 2 == 0 ? "GET / HTTP/1.1\r\nHost: h\r\nA: " : "P")
        }
        let other = try RawClient(port: port)
        other.send(Served.get("/other"))
        #expect(try other.response().text == "/other|")
        // The crowd is still there, and each is answered once it asks.
        for client in [crowd[1], crowd[599]] {
          client.send(Served.get("/crowd"))
          #expect(try client.response().text == "/crowd|")
        }
      }
    }
  }

  @Test func `makes room for a new connection`() async throws {
    var limits = ServerLimits()
    limits.connections = 8
    limits.threads = 1
    try await Served.run(limits: limits) { port in
      try await RawClient.use(port: port) { _ in
        let crowd = try (0..<20).map { _ in try RawClient(port: port) }
        let other = try RawClient(port: port)
        other.send(Served.get("/other"))
        #expect(try other.response().text == "/other|")
        #expect(crowd.count(where: \.isClosed) >= 12)
      }
    }
  }

  @Test func `reads no more requests than a client takes answers`() async throws {
    let asked = Count()
    let body = [UInt8](repeating: 65, count: 60_000)
    let responder = Closure { _ in
      asked.add()
      return .now(ServedResponse(status: 200, body: .bytes(body)))
    }
    try await Served.run(responder) { port in
      try await RawClient.use(port: port) { client in
        let requests = String(repeating: Served.get(), count: 2000)
        client.send(requests)
        // The first answer is read; 2,000 of them would be 120 MB.
        var counts = [try client.response().body.count]
        #expect(asked.value < 2000)
        for _ in 1..<2000 { counts.append(try client.response().body.count) }
        #expect(counts.allSatisfy { $0 == 60_000 })
      }
      #expect(asked.value == 2000)
    }
  }
}
