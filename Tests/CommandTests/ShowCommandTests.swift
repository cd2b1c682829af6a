import Testing

@Suite struct ShowCommandTests {
  static let path = "recordings/library/books.list/a.http"

  @Test func `shows request, response, body and operation`() async throws {
    let result = try await Workshop.library().tool.run("show", Self.path)

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: """
            # operation library/books.list, "Books"

            GET https://api.example.org/books/
            Accept: application/json

            200
            Content-Type: application/json

            {
              "total": 1,
              "book": [
                {
                  "code": 5,
                  "title": "Stones"
                }
              ]
            }

            """,
          errors: ""
        )
    )
  }

  @Test func `shows one exchange of many, laid out over lines`() async throws {
    let workshop = try Workshop.library()
    let line = { (body: String) in
      "{\"url\":\"https://api.example.org/pens/\",\"status\":404,\(body)}\n"
    }
    let hostile = "\"body\":{\"a\":[1,{}],\"b\":\"{\u{202e}\"}"
    try workshop.write(line("\"body\":{}") + line(hostile), to: "two.ndjson")

    let second = try await workshop.tool.run("show", "two.ndjson", "--entry", "1")
    let third = try await workshop.tool.run("show", "two.ndjson", "--entry", "2")

    #expect(
      second.output == #"""
        # entry 1 of 2, from 0
        # belongs to no operation under contract

        GET https://api.example.org/pens/

        404

        {
          "a": [
            1,
            {}
          ],
          "b": "{\u{202e}"
        }

        """#
    )
    #expect(
      third
        == Tool.Result(
          status: 64,
          output: "",
          errors: """
            plumb: error: two.ndjson: the file holds 2 exchanges, there is no entry 2; --entry \
            counts from 0 to 1

            """
        )
    )
  }

  @Test func `holds the body to its recorded hash`() async throws {
    let workshop = try Workshop.library()
    let hash = String(repeating: "0", count: 64)
    let recording = Workshop.recording(code: "5").replacing(
      "# body: indented 2\n",
      with: "# body: indented 2\n# checksum: xxh64 0123456789abcdef\n# sha256: \(hash)\n"
    )
    try workshop.write(recording, to: Self.path)

    let show = try await workshop.tool.run("show", Self.path)
    let verify = try await workshop.tool.run("show", Self.path, "--verify")

    #expect(show.output.hasPrefix("# operation library/books.list, \"Books\"\n# was edited after"))
    #expect(
      verify.errors.hasPrefix("plumb: error: \(Self.path):4:11: the body was recorded with SHA-256")
    )
    #expect(verify.output == "")
    #expect(verify.status == 65)
  }

  @Test func `colours when told`() async throws {
    let workshop = try Workshop.library()

    let plain = try await workshop.tool.run("show", Self.path)
    let coloured = try await workshop.tool.run("show", Self.path, "--color", "always")

    #expect(coloured.output.contains("\u{1b}[1;32m200\u{1b}[0m"))
    #expect(coloured.output.replacing(/\u{1b}\[[0-9;]*m/, with: "") == plain.output)
  }

  @Test func `refuses a bare body`() async throws {
    let workshop = try Workshop.library()
    try workshop.write("{}", to: "body.json")

    let result = try await workshop.tool.run("show", "body.json")

    #expect(
      result.errors == """
        plumb: error: body.json: is no recording, but a bare body; show takes .http, .har and \
        .ndjson files

        """
    )
    #expect(result.status == 64)
  }

  @Test func `shows no credential of an archive, nor does a check`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(
      Workshop.api.replacing("X-API-Key", with: "X-Shelf"),
      to: "contracts/library/api.yaml"
    )
    let body = #""{\"total\": \"s\", \"book\": [{\"code\": \"https://a.example/?sig=s3cret\"}]}""#
    let entry = #"""
      {"request": {"method": "GET", "url": "https://me:s3cret@api.example.org/books/?token=s3cret",
        "headers": [{"name": "Cookie", "value": "s3cret"}, {"name": "X-Shelf", "value": "s3cret"}]},
       "response": {"status": 200, "headers": [{"name": "Set-Cookie", "value": "s3cret"}],
        "content": {"mimeType": "application/json", "text": \#(body)}}}
      """#.replacing("\n", with: "")
    try workshop.write("{\"log\": {\"entries\": [\(entry)]}}", to: "session.har")

    let show = try await workshop.tool.run("show", "session.har")
    let text = try await workshop.tool.run("check", "session.har")
    let json = try await workshop.tool.run("check", "session.har", "--report", "json")

    #expect(show.output.contains("GET https://REDACTED@api.example.org/books/?token=REDACTED\n"))
    #expect(show.output.contains("\nX-Shelf: REDACTED\n"))
    for result in [show, text, json] {
      #expect(result.output.contains("REDACTED"))
      #expect(!(result.output + result.errors).contains("s3cret"))
    }
  }

  @Test func `asks for one recording where a folder is named`() async throws {
    let result = try await Workshop.library().tool.run("show", "recordings")

    #expect(
      result
        == Tool.Result(
          status: 64,
          output: "",
          errors: "plumb: error: recordings: is a folder with 1 recordings; name one of them\n"
        )
    )
  }
}
