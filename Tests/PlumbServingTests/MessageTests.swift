import PlumbModel
import PlumbServing
import PlumbText
import TestSupport
import Testing

/// What is sent: framing, codings, validators, and messages that end badly.
@Suite struct MessageTests {
  private static let long = String(repeating: #"{"code":"17-2821.00"},"#, count: 400)

  @Test func `leaves the body out for HEAD, and says its length`() async throws {
    try await Served.run(Served.text(Self.long)) { port in
      try await RawClient.use(port: port) { client in
        client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n")
        let head = try client.response(isBodiless: true)
        #expect(head.fields["content-length"] == "\(Self.long.utf8.count)")
        // Nothing of a body is in the way of the next answer.
        client.send(Served.get())
        #expect(try client.response().text == Self.long)
      }
    }
  }

  @Test func `says when, and frames anew`() async throws {
    let fields = [
      HTTPField(name: "Content-Length", value: "9999"), HTTPField(name: "Connection", value: "x"),
      HTTPField(name: "X-Split", value: "a\r\nSet-Cookie: b"),
    ]
    let response = ServedResponse(status: 418, fields: fields, body: .bytes([65]))
    try await Served.run(Closure { _ in .now(response) }) { port in
      let answer = try await RawClient.ask(Served.get(), port: port)

      #expect(answer.status == 418)
      #expect(answer.fields["content-length"] == "1")
      #expect(answer.fields["connection"] == nil)
      #expect(answer.fields["set-cookie"] == nil)
      #expect(answer.fields["x-split"] == "a  Set-Cookie: b")
      #expect(answer.fields["date"]?.hasSuffix(" GMT") == true)
    }
  }

  @Test func `answers 304 to a client that has the body`() async throws {
    try await Served.run(Served.text(Self.long)) { port in
      let first = try await RawClient.ask(Served.get(), port: port)
      let tag = try #require(first.fields["etag"])
      let tags = [tag, "W/\(tag)", "\"x\", \(tag)", "*"]
      let asked = try await (tags + ["\"x\""]).asyncMap { tag in
        try await RawClient.ask(Served.get("/", "If-None-Match: \(tag)"), port: port)
      }

      #expect(asked.map(\.status) == [304, 304, 304, 304, 200])
      #expect(asked.allSatisfy { $0.fields["etag"] == tag })
      #expect(asked[0].fields["content-length"] == nil)
    }
  }

  @Test func `compresses for clients that ask for it`() async throws {
    let packed = Gzip.compress(Array(Self.long.utf8))
    try await Served.run(Served.text(Self.long)) { port in
      for value in ["gzip", "br, GZIP;q=0.5", "*", "deflate, gzip"] {
        let answer = try await RawClient.ask(
          Served.get("/", "Accept-Encoding: \(value)"),
          port: port
        )
        #expect(answer.fields["content-encoding"] == "gzip")
        #expect(answer.fields["etag"]?.hasPrefix("W/") == true)
        #expect(answer.body == packed)
      }
      for value in ["identity", "gzip;q=0", "br", "*;q=0.0"] {
        let answer = try await RawClient.ask(
          Served.get("/", "Accept-Encoding: \(value)"),
          port: port
        )
        #expect(answer.fields["content-encoding"] == nil)
        #expect(answer.fields["vary"] == "Accept-Encoding")
        #expect(answer.text == Self.long)
      }
    }
  }

  @Test(arguments: ["accept-encoding", "Origin, Accept-Encoding", "*"])
  func `says only once that the answer depends on what codings are taken`(
    recorded: String
  ) async throws {
    let response = ServedResponse(
      status: 200,
      fields: [
        HTTPField(name: "Content-Type", value: "text/plain"),
        HTTPField(name: "Vary", value: recorded),
      ],
      body: .bytes(Array(Self.long.utf8))
    )
    try await Served.run(Closure { _ in .now(response) }) { port in
      let answer = try await RawClient.ask(Served.get("/"), port: port)
      #expect(answer.fields["vary"] == recorded)
    }
  }

  @Test func `compresses nothing that is short, encoded or no text`() async throws {
    let request = Served.get("/", "Accept-Encoding: gzip")
    let encoded = ServedResponse(
      status: 200,
      fields: [
        HTTPField(name: "Content-Type", value: "text/plain"),
        HTTPField(name: "Content-Encoding", value: "br"),
      ],
      body: .bytes(Array(Self.long.utf8))
    )
    let responders: [any Responder] = [
      Served.text("short"), Served.text(Self.long, type: "image/png"),
      Closure { _ in .now(encoded) },
    ]
    for responder in responders {
      try await Served.run(responder) { port in
        let answer = try await RawClient.ask(request, port: port)
        #expect(answer.fields["content-encoding"] != "gzip")
      }
    }
  }

  @Test(arguments: [0, 1, 2, 1000, 300_000])
  func `sends chunks when asked to`(count: Int) async throws {
    let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let response = ServedResponse(
      status: 200,
      fields: [HTTPField(name: "Transfer-Encoding", value: "chunked")],
      body: .bytes(body)
    )
    try await Served.run(Closure { _ in .now(response) }) { port in
      let answer = try await RawClient.ask(Served.get(), port: port)
      let old = try await RawClient.ask("GET / HTTP/1.0\r\n\r\n", port: port)

      #expect(answer.fields["transfer-encoding"] == "chunked")
      #expect(answer.body == body)
      #expect(old.fields["transfer-encoding"] == nil)
      #expect(old.body == body)
    }
  }

  @Test(arguments: [10, 70_000, 3_000_000])
  func `sends a stretch of a file`(count: Int) async throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let path = try folder.write([1, 2, 3] + bytes + [4], to: "body")
    let response = ServedResponse(
      status: 200,
      body: .file(path: path, range: 3..<(3 + count))
    )
    try await Served.run(Closure { _ in .now(response) }) { port in
      let whole = try await RawClient.ask(Served.get(), port: port)
      #expect(whole.body == bytes)
      _ = try folder.write("gone", to: "body")
      let gone = try await RawClient.ask(Served.get(), port: port)
      #expect(gone.status == 500)
    }
  }

  @Test(arguments: [0, 1, 99_999])
  func `cuts a body short`(after: Int) async throws {
    let response = ServedResponse(
      status: 200,
      body: .bytes([UInt8](repeating: 65, count: 100_000)),
      ending: .truncated(after: after)
    )
    try await Served.run(Closure { _ in .now(response) }) { port in
      let bytes = try await RawClient.use(port: port) { client in
        client.send(Served.get())
        return try client.rest()
      }

      #expect(String(decoding: bytes, as: UTF8.self).contains("Content-Length: 100000\r\n"))
      #expect(bytes.count { $0 == 65 } >= after)
      #expect(bytes.suffix(after).allSatisfy { $0 == 65 })
      #expect(bytes.count < after + 500)
    }
  }

  @Test func `resets, and answers the next connection`() async throws {
    let responder = Closure { request in
      .now(ServedResponse(status: 200, ending: request.url.hasSuffix("/bad") ? .reset : .whole))
    }
    try await Served.run(responder) { port in
      await #expect(throws: RawClient.Failure.reset) {
        _ = try await RawClient.ask(Served.get("/bad"), port: port)
      }
      let good = try await RawClient.ask(Served.get("/good"), port: port)
      #expect(good.status == 200)
    }
  }

  @Test func `waits before a delayed answer, and keeps the order`() async throws {
    let responder = Closure { request in
      let isSlow = request.url.hasSuffix("/slow")
      let body = Array((isSlow ? "slow" : "fast").utf8)
      let delay: Duration = isSlow ? .milliseconds(60) : .zero
      return .now(ServedResponse(status: 200, body: .bytes(body), delay: delay))
    }
    try await Served.run(responder) { port in
      let start = ContinuousClock.now
      let texts = try await RawClient.use(port: port) { client in
        client.send(Served.get("/slow") + Served.get("/fast"))
        return [try client.response().text, try client.response().text]
      }

      #expect(texts == ["slow", "fast"])
      #expect(ContinuousClock.now - start >= .milliseconds(60))
    }
  }
}
