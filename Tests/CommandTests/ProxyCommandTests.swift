import Foundation
import PlumbServing
import StandInServing
import TestSupport
import Testing

/// `plumb proxy` as people run it.
@Suite struct ProxyCommandTests {
  private static let key = "0f3c9a77-not-to-be-seen"

  /// What a client sends, each with a key that nothing but its name gives away.
  @Test(arguments: [
    "GET /\(key)/x HTTP/1.1\r\nX-API-Key: \(key)",
    "GET /x?of=\(key) HTTP/1.1\r\nAuthorization: Bearer \(key)",
    "GET /x?api_key=\(key)&of=%30f3c9a77-not-to-be-seen HTTP/1.1",
    "GET /x?of=MGYzYzlhNzctbm90LXRvLWJlLXNlZW4 HTTP/1.1\r\nCookie: sid=\(key)",
  ])
  func `tells nothing of a client's key without a contract`(head: String) async throws {
    let workshop = try Workshop()

    let errors = try await StandInServer.run { url in
      let tool = try RunningTool(["proxy", "--to", url], in: workshop)
      let port = try #require(await tool.port())
      _ = try await RawClient.ask("\(head)\r\nHost: 127.0.0.1\r\n\r\n", port: port)
      return try await tool.stop().errors
    }

    let folder = workshop.folder.appending(path: "recordings")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = names.compactMap { try? workshop.read("recordings/\($0)") }
    let all = (names + files + [errors]).joined(separator: "\n")
    #expect(errors.contains("REDACTED"))
    #expect(names.contains { $0.hasSuffix(".http") })
    #expect(!all.contains("not-to-be-seen"))
    #expect(!all.contains("MGYzYzlhNzctbm90"))
  }

  /// The runtime's report on a crash shows what is in memory.
  @Test(arguments: [SIGABRT, SIGSEGV])
  func `ends at once and without a word when it crashes`(signal: Int32) async throws {
    let words = ["proxy", "--to", "http://127.0.0.1:9", "--quiet"]
    let tool = try RunningTool(words, in: try Workshop())
    _ = try #require(await tool.port())

    let end = try await tool.end(by: signal)

    #expect(end.signal == signal)
    #expect(end.errors == "")
  }

  @Test(arguments: [false, true])
  func `prints its address alone, and the rest for people`(isQuiet: Bool) async throws {
    let workshop = try Workshop()
    let (rest, end, url) = try await StandInServer.run { url in
      let words = ["proxy", "--to", url] + (isQuiet ? ["--quiet"] : [])
      let tool = try RunningTool(words, in: workshop)
      let port = try #require(await tool.port())
      let get = "GET /online/stem_occupations/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: k\r\n\r\n"
      #expect(try await RawClient.ask(get, port: port).status == 200)
      let end = try await tool.stop()
      return (await tool.restOfOutput(), end, url)
    }

    #expect(end.status == 0)
    if isQuiet {
      #expect(rest == "")
      #expect(end.errors == "")
    } else {
      let folder = "recordings/127.0.0.1"
      #expect(rest == "1 exchange recorded in \(folder)\n")
      #expect(
        end.errors == """
          plumb: note: passing requests on to \(url), keeping answers in \(folder); Ctrl-C stops
          GET \(url)/online/stem_occupations/: 200

          """
      )
    }
  }

  @Test func `says that a port is in use`() async throws {
    let workshop = try Workshop()
    let words = ["proxy", "--to", "http://127.0.0.1:9"]
    let first = try RunningTool(words, in: workshop)
    let port = try #require(await first.port())

    let result = try await workshop.tool.run(words + ["--port", "\(port)", "--output", "other"])

    #expect(result.status == 69)
    #expect(result.errors.contains("port \(port) is in use by another program"))
  }
}
