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
    let tool = try RunningTool(["proxy", "--to", "http://127.0.0.1:9"], in: try Workshop())
    _ = try #require(await tool.port())

    let end = try await tool.end(by: signal)

    #expect(end.signal == signal)
    #expect(end.errors == "")
  }
}
