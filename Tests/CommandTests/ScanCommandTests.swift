import Foundation
import Testing

@Suite struct ScanCommandTests {
  private static let archive = """
    {"log": {"version": "1.2", "_own": [1.50, "k\\u00e4se"], "entries": [{
      "request": {"method": "GET", "url": "https://api.example.org/books/?api_key=k3yk3yk3yk3y",
        "headers": [{"name": "Authorization", "value": "Bearer t0k3nt0k3nt0k3n"}],
        "cookies": [{"name": "lang", "value": "c00kie"}]},
      "response": {"status": 200, "headers": [{"name": "ETag", "value": "x"}],
        "content": {"mimeType": "application/json", "text": "{\\"next\\": \\"/?api_key=k3yk3yk3yk3y\\", \\"note\\": \\"t0k3nt0k3nt0k3n\\"}"}}
    }]}}
    """

  @Test func `names places and kinds, never values`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(Self.archive, to: "session.har")

    let result = try await workshop.tool.run("scan", "session.har")

    #expect(
      result
        == Tool.Result(
          status: 1,
          output: """
            session.har:2:79: a value called api_key
                at /log/entries/0/request/url
            session.har:3:60: a value called Authorization
                at /log/entries/0/request/headers/0/value
            session.har:4:44: a value called lang
                at /log/entries/0/request/cookies/0/value
            session.har:6:81: a value called api_key
                at /log/entries/0/response/content/text, at /next
            session.har:6:109: a value called Authorization
                at /log/entries/0/response/content/text, at /note
            5 credentials in 1 of 1 file
            plumb scan --fix puts placeholders in their place

            """,
          errors: ""
        )
    )
  }

  @Test func `takes them out, and nothing else`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(Self.archive, to: "session.har")
    let file = workshop.folder.appending(path: "session.har")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)

    let fixed = try await workshop.tool.run("scan", "session.har", "--fix")
    let again = try await workshop.tool.run("scan", "session.har")

    #expect(fixed.status == 0 && fixed.output.contains("5 credentials in 1 of 1 file, taken out\n"))
    #expect(again.output == "no credential in 1 file\n")
    let url = "%7B%7Bsecret:api_key%7D%7D"
    let expected = Self.archive.replacing("k3yk3yk3yk3y", with: url)
      .replacing("t0k3nt0k3nt0k3n", with: "{{secret:Authorization}}")
      .replacing("c00kie", with: "{{secret:lang}}")
    #expect(try String(contentsOf: file, encoding: .utf8) == expected)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `looks for known values`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(#"{"note": "it is czNjcjN0LXYwbHVl"}"#, to: "body.json")

    let found = try await workshop.tool.run(
      "scan",
      "body.json",
      "--secret-from",
      "KEY",
      environment: ["KEY": "s3cr3t-v0lue"]
    )
    let unset = try await workshop.tool.run("scan", "body.json", "--secret-from", "KEY")
    let own = try await workshop.tool.run(
      "scan",
      "body.json",
      environment: ["LIBRARY_KEY": "s3cr3t-v0lue"]
    )

    #expect(found.status == 1)
    #expect(found.output.hasPrefix("body.json:1:17: the value of KEY\n    at /note\n"))
    #expect(unset.status == 64)
    #expect(unset.errors.contains("--secret-from KEY: this variable is not set, or empty"))
    #expect(own.output.hasPrefix("body.json:1:17: the value of LIBRARY_KEY\n"))
  }

  @Test func `says what to do where there is nothing`() async throws {
    let workshop = try Workshop()
    try workshop.write("x", to: "empty/readme.md")

    let none = try await workshop.tool.run("scan")
    let missing = try await workshop.tool.run("scan", "nowhere.har")
    let empty = try await workshop.tool.run("scan", "empty")
    let piped = try await workshop.tool.run("scan", "-", input: #"{"password": "hunter2"}"#)

    #expect(none.status == 64 && none.errors.contains("no path was named"))
    #expect(missing.status == 65 && missing.errors.contains("there is no such file or folder"))
    #expect(empty.status == 65 && empty.errors.contains("there is nothing to look through"))
    #expect(piped.status == 1)
    #expect(
      piped.output
        == "-:1:15: a value called password\n    at /password\n1 credential in 1 of 1 file\n"
    )
  }

  @Test func `writes json`() async throws {
    let workshop = try Workshop()
    try workshop.write(#"{"password": "hunter2"}"#, to: "a.json")

    let result = try await workshop.tool.run("scan", "a.json", "--report", "json")

    #expect(
      result.output == """
        {
          "schema": "plumb.scan/1",
          "files": 1,
          "unread": 0,
          "fixed": false,
          "credentials": [
            {
              "file": "a.json",
              "line": 1,
              "column": 15,
              "place": "at /password",
              "kind": "a value called password"
            }
          ]
        }

        """
    )
  }
}
