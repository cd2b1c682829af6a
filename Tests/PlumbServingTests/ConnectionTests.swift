import PlumbModel
import PlumbServing
import TestSupport
import Testing

/// Requests on one connection: keep-alive, order, and how it ends.
@Suite struct ConnectionTests {
  @Test func `answers several requests on one connection`() async throws {
    try await Served.run { port in
      let texts = try await RawClient.use(port: port) { client in
        try (0..<3).map { index in
          client.send(Served.get("/\(index)"))
          return try client.response().text
        }
      }

      #expect(texts == ["/0|", "/1|", "/2|"])
    }
  }

  @Test func `answers pipelined requests in order, whatever takes longer`() async throws {
    let responder = Closure { request in
      let index = Int(request.url.split(separator: "/").last ?? "") ?? 0
      let response = ServedResponse(status: 200, body: .bytes(Array("\(index)".utf8)))
      guard index % 3 == 0 else { return .now(response) }
      return .later {
        await Task.yield()
        return response
      }
    }
    try await Served.run(responder) { port in
      let texts = try await RawClient.use(port: port) { client in
        client.send((0..<50).map { Served.get("/\($0)") }.joined())
        return try (0..<50).map { _ in try client.response().text }
      }

      #expect(texts == (0..<50).map(String.init))
    }
  }

  @Test func `answers what was sent before the client stopped sending`() async throws {
    let responder = Closure { _ in
      .later { ServedResponse(status: 200, body: .bytes(Array("late".utf8))) }
    }
    try await Served.run(responder) { port in
      let texts = try await RawClient.use(port: port) { client in
        client.send(Served.get() + Served.get())
        client.finish()
        return [try client.response().text, try client.response().text]
      }

      #expect(texts == ["late", "late"])
    }
  }

  @Test func `closes when the client asks for it, and for HTTP 1.0`() async throws {
    let requests = [
      Served.get("/", "Connection: close"), "GET / HTTP/1.0\r\n\r\n",
      "GET / HTTP/1.0\r\nHost: h\r\n\r\n",
    ]
    try await Served.run { port in
      for request in requests {
        let rest = try await RawClient.use(port: port) { client in
          client.send(request)
          let response = try client.response()
          #expect(response.fields["connection"] == "close")
          #expect(response.text == "/|")
          return try client.rest()
        }
        #expect(rest == [])
      }
    }
  }

  @Test func `keeps a connection of HTTP 1.0 open when asked`() async throws {
    try await Served.run { port in
      try await RawClient.use(port: port) { client in
        for _ in 0..<2 {
          client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
          let response = try client.response()
          #expect(response.fields["connection"] == "keep-alive")
        }
      }
    }
  }

  @Test func `reads bodies of either framing`() async throws {
    let head = "POST /a HTTP/1.1\r\nHost: h\r\n"
    try await Served.run { port in
      let texts = try await RawClient.use(port: port) { client in
        client.send("\(head)Content-Length: 5\r\n\r\nhello")
        client.send("\(head)Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n")
        return [try client.response().text, try client.response().text]
      }

      #expect(texts == ["/a|hello", "/a|hello"])
    }
  }

  @Test func `welcomes a body that waits for it`() async throws {
    try await Served.run { port in
      try await RawClient.use(port: port) { client in
        client.send(
          "POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
        )
        let welcome = try client.response()
        #expect(welcome.status == 100)
        client.send("hi")
        let response = try client.response()
        #expect(response.text == "/a|hi")
      }
    }
  }

  @Test func `gives the responder an absolute URL and the fields as sent`() async throws {
    let responder = Closure { request in
      let fields = request.fields.map { "\($0.name)=\($0.value)" }.joined(separator: ";")
      let text = "\(request.method) \(request.url) \(fields)"
      return .now(ServedResponse(status: 200, body: .bytes(Array(text.utf8))))
    }
    try await Served.run(responder) { port in
      let first = "PATCH /a?b=%20 HTTP/1.1\r\nhOsT: api.example.org:81\r\nX-A: 1\r\nx-a: 2\r\n\r\n"
      let second = "GET http://other.example.org/x HTTP/1.1\r\nHost: h\r\n\r\n"

      let texts = try await [first, second].asyncMap {
        try await RawClient.ask($0, port: port).text
      }

      #expect(
        texts == [
          "PATCH http://api.example.org:81/a?b=%20 hOsT=api.example.org:81;X-A=1;x-a=2",
          "GET http://other.example.org/x Host=h",
        ]
      )
    }
  }
}

extension Sequence {
  /// The results of an asynchronous closure, one after the other.
  func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
