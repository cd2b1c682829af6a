import PlumbReplay
import StandInServing
import Testing
import TestSupport

/// The stand-in behind a socket.
@Suite struct StandInServerTests {
  private static func get(_ path: String, fields: String = "X-API-Key: k\r\n") -> String {
    "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(fields)\r\n"
  }

  private static func port(of url: String) throws -> Int {
    try #require(url.split(separator: ":").last.flatMap { Int($0) })
  }

  @Test func `answers with links to itself`() async throws {
    try await StandInServer.run { url in
      let port = try Self.port(of: url)
      let request = "GET /online/stem_occupations/ HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
      let response = try await RawClient.ask("\(request)X-API-Key: k\r\n\r\n", port: port)

      #expect(response.status == 200)
      #expect(response.fields["content-type"] == "application/json")
      #expect(response.text.hasPrefix("[{\"href\":\"\(url)/online/stem_occupations/"))
    }
  }

  @Test func `refuses without a key`() async throws {
    try await StandInServer.run { url in
      let request = Self.get("/online/stem_occupations/", fields: "")
      let response = try await RawClient.ask(request, port: Self.port(of: url))

      #expect(response.status == 401)
      #expect(response.fields["www-authenticate"] == "X-API-Key")
    }
  }

  @Test func `does wrong what it is told to`() async throws {
    let word = "fields/renamed@stem_occupations.types:/0/title"
    let fault = try #require(FaultWord.fault(word))
    try await StandInServer.run(faults: [fault]) { url in
      let request = Self.get("/online/stem_occupations/")
      let response = try await RawClient.ask(request, port: Self.port(of: url))

      #expect(!response.text.prefix(100).contains("\"title\""))
      #expect(response.text.contains("\"title\""))
    }
  }

  @Test func `resets, truncates and refuses in bad weather`() async throws {
    let request = Self.get("/online/stem_occupations/")
    try await StandInServer.run(weather: Weather("reset:1")) { url in
      await #expect(throws: RawClient.Failure.reset) {
        _ = try await RawClient.ask(request, port: Self.port(of: url))
      }
    }
    try await StandInServer.run(weather: Weather("unfinished:1")) { url in
      await #expect(throws: RawClient.Failure.self) {
        _ = try await RawClient.ask(request, port: Self.port(of: url))
      }
    }
    try await StandInServer.run(weather: Weather("429:1,retry-after:3,chunked")) { url in
      let response = try await RawClient.ask(request, port: Self.port(of: url))

      #expect(response.status == 429)
      #expect(response.fields["retry-after"] == "3")
      #expect(response.fields["transfer-encoding"] == "chunked")
      #expect(response.text == "bad weather\n")
    }
  }
}
