import Foundation
import TestSupport
import Testing

/// `plumb replay` as people run it.
@Suite struct ReplayCommandTests {
  private static func get(_ path: String) -> String {
    "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
  }

  @Test func `serves recordings until it is interrupted`() async throws {
    let workshop = try Workshop.library()
    let tool = try RunningTool(["replay"], in: workshop)
    let port = try #require(await tool.port())

    let found = try await RawClient.ask(Self.get("/books/"), port: port)
    let missed = try await RawClient.ask(Self.get("/books/7"), port: port)
    let health = try await RawClient.ask(Self.get("/__plumb/health"), port: port)
    let (status, errors) = try await tool.stop()

    #expect(found.status == 200)
    #expect(found.fields["content-type"] == "application/json")
    #expect(found.text.hasPrefix("{\n  \"total\": 1,"))
    #expect(missed.status == 501)
    #expect(health.text.contains("\"misses\": 1"))
    #expect(status == 0)
    #expect(errors.contains("note: replaying 1 recording; Ctrl-C stops\n"))
    #expect(
      errors.contains(
        """
        note: no recording answers GET /books/7
          closest: GET /books/
            in recordings/library/books.list/a.http
            path segment 2: recorded "", asked "7"

        """
      )
    )
    #expect(
      errors.contains("note: 1 request had no recording\n  1 × GET http://127.0.0.1/books/7\n")
    )
  }

  @Test func `prints nothing but its address when it is to be quiet`() async throws {
    let tool = try RunningTool(["replay", "--quiet"], in: try Workshop.library())
    let port = try #require(await tool.port())

    let missed = try await RawClient.ask(Self.get("/books/7"), port: port)
    let (status, errors) = try await tool.stop()

    #expect(missed.status == 501)
    #expect(status == 0)
    #expect(errors == "")
    #expect(await tool.restOfOutput() == "")
  }

  @Test func `answers every shipped recording`() async throws {
    let workshop = try Workshop()
    let tool = try RunningTool(["replay", Repository.path("recordings")], in: workshop)
    let port = try #require(await tool.port())
    let list = try await RawClient.ask(Self.get("/__plumb/unused"), port: port)
    let document = try JSONSerialization.jsonObject(with: Data(list.body)) as? [String: Any]
    let unused = try #require(document?["unused"] as? [[String: Any]])
    let urls = unused.compactMap { ($0["url"] as? String).flatMap { URLComponents(string: $0) } }

    for url in urls {
      let target = url.percentEncodedPath + (url.percentEncodedQuery.map { "?\($0)" } ?? "")
      for key in ["X-API-Key: k\r\nX-Client-ID: c\r\n", ""] {
        let request = "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(key)\r\n"
        let answer = try await RawClient.ask(request, port: port)
        #expect(answer.status < 500, "\(target)")
      }
    }
    let after = try await RawClient.ask(Self.get("/__plumb/unused"), port: port)
    _ = try await tool.stop()

    #expect(urls.count > 100)
    #expect(after.text.hasPrefix("{\n  \"count\": 0,"))
  }

  @Test(arguments: [
    (["replay", "nowhere"], 65, "nowhere: there is no such file or folder"),
    (["replay", "--port", "70000"], 64, "--port is a number up to 65535, found 70000"),
    (["replay", "--fault", "snow"], 64, "\"snow\" is no fault"),
    (["replay", "--delay", "soon"], 64, "soon"),
    (["replay", "--match", "colour"], 64, "colour"),
    (["replay", "-"], 64, "recordings are replayed from files"),
    (["replay", "--host", "192.0.2.1"], 69, "\"192.0.2.1\" is no address of this machine"),
    (["replay", "contracts"], 65, "there is no recording in this folder"),
  ])
  func `says what is wrong`(arguments: [String], status: Int32, words: String) async throws {
    let result = try await Workshop.library().tool.run(arguments)

    #expect(result.status == status)
    #expect(result.errors.contains(words))
    #expect(result.output.isEmpty)
  }

  @Test func `says that a port is in use`() async throws {
    let workshop = try Workshop.library()
    let first = try RunningTool(["replay"], in: workshop)
    let port = try #require(await first.port())

    let result = try await workshop.tool.run("replay", "--port", "\(port)")

    #expect(result.status == 69)
    #expect(result.errors.contains("port \(port) is in use by another program"))
    #expect(try await RawClient.ask(Self.get("/books/"), port: port).status == 200)
  }
}
