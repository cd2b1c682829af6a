import PlumbLive
import PlumbModel
import PlumbText
import Testing

/// What comes of real connections, good and bad.
@Suite struct HTTPTransportTests {
  private func send(
    _ url: String,
    method: String = "GET",
    _ change: (inout TransportLimits) -> Void = { _ in }
  ) async -> Attempt {
    var limits = TransportLimits()
    // Beside other tests on two cores, seconds pass in which this process has no turn.
    limits.connect = .seconds(60)
    limits.idle = .seconds(60)
    limits.total = .seconds(300)
    change(&limits)
    let transport = HTTPTransport(limits: limits)
    let attempt = await transport.send(Exchange.Request(method: method, url: url))
    await transport.shutdown()
    return attempt
  }

  private static func message(_ body: [UInt8], _ fields: String = "") -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\(fields)\r\n".utf8) + body
  }

  private static let text = Array("{\"title\": \"Stones\", \"code\": 5}".utf8)

  @Test func `brings an answer as it was sent`() async throws {
    let bytes = Self.message(Self.text, "Content-Type: application/json\r\nX-A: 1\r\nx-a: 2\r\n")

    let attempt = try await CannedServer.run(bytes) { await send($0) }

    #expect(attempt.trouble == nil)
    #expect(attempt.response.failure == nil)
    #expect(attempt.response.status == 200)
    #expect(attempt.response.body == Self.text)
    #expect(
      attempt.response.fields.filter { $0.name.lowercased() == "x-a" }.map(\.value) == ["1", "2"]
    )
  }

  @Test func `follows no redirect and keeps its body`() async throws {
    let text = "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 2\r\n\r\nhi"

    let attempt = try await CannedServer.run(text) { await send($0) }

    #expect(attempt.response.status == 302)
    #expect(attempt.response.body == Array("hi".utf8))
  }

  @Test func `decodes gzip`() async throws {
    let body = Gzip.compress(Self.text)

    let attempt = try await CannedServer.run(
      Self.message(body, "Content-Encoding: gzip\r\n")
    ) { await send($0) }

    #expect(attempt.trouble == nil)
    #expect(attempt.response.body == Self.text)
  }

  /// An answer that is none, and what is made of it.
  struct Broken: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var ending = CannedServer.Ending.close
    var trouble: Attempt.Trouble
    var status = 200
    var testDescription: String { name }
  }

  static let broken: [Broken] = {
    let packed = Gzip.compress(text)
    let gzip = "Content-Encoding: gzip\r\n"
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    return [
      Broken(name: "nothing", bytes: [], trouble: .cut, status: 0),
      Broken(name: "a reset", bytes: [], ending: .reset, trouble: .cut, status: 0),
      Broken(
        name: "a reset in the body",
        bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nabc".utf8),
        ending: .reset,
        trouble: .cut
      ),
      Broken(
        name: "a short body",
        bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nabc".utf8),
        trouble: .cut
      ),
      Broken(name: "no last chunk", bytes: Array("\(chunked)3\r\nabc\r\n".utf8), trouble: .cut),
      Broken(
        name: "a chunk that is none",
        bytes: Array("\(chunked)zz\r\nabc\r\n0\r\n\r\n".utf8),
        trouble: .malformed
      ),
      Broken(name: "half a head", bytes: Array("HTTP/1.1 200 O".utf8), trouble: .cut, status: 0),
      Broken(name: "no HTTP", bytes: Array("hello\r\n\r\n".utf8), trouble: .malformed, status: 0),
      Broken(
        name: "two lengths",
        bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd".utf8),
        trouble: .malformed,
        status: 0
      ),
      Broken(
        name: "gzip that is none",
        bytes: message(text, gzip),
        trouble: .malformed
      ),
      Broken(
        name: "half of a gzip",
        bytes: message(Array(packed.dropLast(9)), gzip),
        trouble: .malformed
      ),
      Broken(
        name: "gzip with another sum",
        bytes: message(packed.dropLast(8) + [1, 2, 3, 4] + packed.suffix(4), gzip),
        trouble: .malformed
      ),
      Broken(
        name: "gzip with something behind",
        bytes: message(packed + Array("more".utf8), gzip),
        trouble: .malformed
      ),
      Broken(
        name: "a body that is too large",
        bytes: message([UInt8](repeating: 65, count: 200_000)),
        trouble: .tooLarge
      ),
      Broken(
        name: "a bomb",
        bytes: message(Gzip.compress([UInt8](repeating: 65, count: 3_000_000)), gzip),
        trouble: .tooLarge
      ),
    ]
  }()

  @Test(arguments: broken)
  func `takes a broken answer for a failure`(broken: Broken) async throws {
    let attempt = try await CannedServer.run(broken.bytes, then: broken.ending) { url in
      await send(url) { $0.bodySize = 100_000 }
    }

    #expect(attempt.trouble == broken.trouble)
    #expect(attempt.response.failure?.isEmpty == false)
    #expect(attempt.response.status == broken.status)
    #expect(attempt.response.body.count <= 100_000)
  }

  @Test func `waits no longer than it is told for a silent server`() async throws {
    let attempt = try await CannedServer.run("", then: .silence) { url in
      await send(url) { $0.idle = .milliseconds(200) }
    }

    #expect(attempt.trouble == .late)
    #expect(attempt.response.failure == "nothing came for 200 ms")
  }

  @Test func `waits no longer than it is told for a dripping body`() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"

    let attempt = try await CannedServer.run(head, then: .drip) { url in
      await send(url) { $0.total = .seconds(2) }
    }

    #expect(attempt.trouble == .late)
    #expect(attempt.response.status == 200)
    #expect(attempt.response.failure == "the answer was not whole after 2 seconds")
    #expect(!attempt.response.body.isEmpty)
  }

  @Test func `says that nobody listens`() async throws {
    let port = try await CannedServer.freePort()

    let attempt = await send("http://127.0.0.1:\(port)/")

    #expect(attempt.trouble == .unreachable)
    #expect(attempt.response.failure == "the server refuses connections")
  }

  @Test func `says that encryption fails`() async throws {
    let attempt = try await CannedServer.run("HTTP/1.1 200 OK\r\n\r\n") { url in
      await send("https" + url.dropFirst(4))
    }

    #expect(attempt.trouble == .untrusted)
  }

  @Test(arguments: ["", "no address", "ftp://example.org/", "http://", "http:///x"])
  func `says that an address is none`(url: String) async {
    #expect(await send(url).trouble == .unsendable)
  }

  @Test(arguments: ["HEAD", "GET"])
  func `takes an answer without a body for whole, whatever its coding`(method: String) async throws
  {
    let status = method == "HEAD" ? "200 OK" : "304 Not Modified"
    let text = "HTTP/1.1 \(status)\r\nContent-Length: 90\r\nContent-Encoding: gzip\r\n\r\n"

    let attempt = try await CannedServer.run(text) { await send($0, method: method) }

    #expect(attempt.trouble == nil)
    #expect(attempt.response.body.isEmpty)
  }
}
