import Testing

/// An archive from elsewhere holds a token, and its body sends it back under an innocent name, in a
/// place that breaks the contract: exactly what a report would show.
@Suite struct CredentialsInReportsTests {
  private static let token = "t0k3nQ7xW2mZ9"

  private static let archive = """
    {"log": {"entries": [{"request": {"method": "GET", "url": "https://api.example.org/books/",
    "headers": [{"name": "X-Foo-Token", "value": "\(token)"}]},
    "response": {"status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}],
    "content": {"text": "{\\"total\\": \\"\(token)\\", \\"book\\": [{\\"code\\": \\"\(token)\\"}]}"}}}]}}
    """

  @Test(
    arguments: [
      ["check", "session.har"], ["check", "session.har", "--all-places"],
      ["check", "session.har", "--report", "json"], ["show", "session.har"],
      ["show", "session.har", "--as", "ndjson"], ["show", "session.har", "--as", "har"],
      ["scan", "session.har"], ["scan", "session.har", "--report", "json"],
    ]
  )
  func `shows no value that the recording names elsewhere`(arguments: [String]) async throws {
    let workshop = try Workshop.library()
    try workshop.write(Self.archive, to: "session.har")

    let result = try await workshop.tool.run(arguments)

    #expect(result.status < 2, "\(result)")
    #expect(result.output.contains("REDACTED") || result.output.contains("X-Foo-Token"))
    #expect(!result.output.contains(Self.token) && !result.errors.contains(Self.token))
  }

  @Test func `shows no known value, however a file spells it`() async throws {
    let workshop = try Workshop.library()
    let body = #"{"total": "k3y\u002fQ7xW2mZ9", "book": []}"#
    try workshop.write(body, to: "body.json")

    let result = try await workshop.tool.run(
      "check",
      "body.json",
      "--operation",
      "books.list",
      environment: ["LIBRARY_KEY": "k3y/Q7xW2mZ9"]
    )

    #expect(result.status == 1)
    #expect(result.output.contains("REDACTED"))
    #expect(!result.output.contains("Q7xW2mZ9"))
  }

  @Test func `says nothing of a value in an error`() async throws {
    let workshop = try Workshop.library()

    let result = try await workshop.tool.run(
      "check",
      "https://me:pw4me@x.example/?api_key=\(Self.token)"
    )

    #expect(result.status == 65 || result.status == 64)
    #expect(!result.errors.contains(Self.token) && !result.errors.contains("pw4me"))
  }
}
