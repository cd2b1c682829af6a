import Foundation
import Testing

@Suite struct CheckCommandTests {
  static let clean = """
    no findings in 1 exchange
      seen:      1 exchange, 1 file, 86 bytes
      exercised: 1 of 2 operations, 1 of 4 responses, 4 of 6 rows
      untried:   2 never exercised
                   library/books.list: status 401
                   library/books.one

    """

  static let broken = """
    1 error

    error[field-stringified]: `code` is documented as integer, the API sends string
      ("5")
      --> recordings/library/books.list/a.http:15:15   /book/0/code
       |
    15 |       "code": "5",
       |               ^^^ string
      ::: contracts/library/books.yaml:11:17   row 3 of "Books"
       |
    11 |         - code: integer
       |                 ------- documented
       = 1 of 1 value, in 1 of 1 exchange
       = see it: curl -H "X-API-Key: $LIBRARY_KEY" 'https://api.example.org/books/'
       = accept it: plumb accept ecbf4638 --until DATE --because WHY

    1 error in 1 exchange
    """

  static func brokenLibrary() throws -> Workshop {
    let workshop = try Workshop.library()
    try workshop.write(
      Workshop.recording(code: "\"5\""),
      to: "recordings/library/books.list/a.http"
    )
    return workshop
  }

  @Test func `says how much a clean check rests on, and ends with 0`() async throws {
    let result = try await Workshop.library().tool.run("check")

    #expect(result == Tool.Result(status: 0, output: Self.clean, errors: ""))
  }

  @Test func `shows a finding with both its places, and ends with 1`() async throws {
    let result = try await Self.brokenLibrary().tool.run("check")

    #expect(result.output.hasPrefix(Self.broken))
    #expect(result.errors == "")
    #expect(result.status == 1)
  }

  @Test(arguments: [("error", 1), ("warning", 1), ("note", 1), ("never", 0)] as [(String, Int32)])
  func `fails from the severity on that is named`(word: String, status: Int32) async throws {
    let result = try await Self.brokenLibrary().tool.run("check", "--fail-on", word)

    #expect(result.status == status)
    #expect(result.output.hasPrefix(Self.broken))
  }

  @Test func `colours when told, and never otherwise`() async throws {
    let workshop = try Self.brokenLibrary()

    let always = try await workshop.tool.run("check", "--color", "always")
    let forced = try await workshop.tool.run("check", environment: ["CLICOLOR_FORCE": "1"])
    let both = try await workshop.tool.run(
      "check",
      environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
    )

    #expect(always.output.contains("\u{1b}[1;31merror[field-stringified]\u{1b}[0m"))
    #expect(always.output.replacing(/\u{1b}\[[0-9;]*m/, with: "").hasPrefix(Self.broken))
    #expect(forced.output == always.output)
    #expect(!both.output.contains("\u{1b}"))
  }

  @Test func `says nothing when quiet and clean`() async throws {
    let result = try await Workshop.library().tool.run("check", "-q")

    #expect(result == Tool.Result(status: 0, output: "", errors: ""))
  }

  @Test func `writes JSON in place of the text`() async throws {
    let result = try await Self.brokenLibrary().tool.run("check", "--report", "json")

    #expect(result.output.hasPrefix("{\n  \"schema\": \"plumb.report/1\",\n"))
    #expect(result.output.hasSuffix("}\n"))
    #expect(result.status == 1)
  }

  @Test(arguments: [
    ("text", "1 error\n\n"), ("json", "{\n  \"schema\""), ("markdown", "### plumb: 1 error"),
    ("html", "<!DOCTYPE html>\n"), ("junit", "<?xml version"), ("sarif", "{\n  \"$schema\""),
    ("github", "::error file=recordings/library/books.list/a.http,line=15,col=15,"),
  ])
  func `writes one report in every format, the same bytes each time`(
    format: String,
    start: String
  ) async throws {
    let tool = try Self.brokenLibrary().tool

    let first = try await tool.run("check", "--report", format)
    let second = try await tool.run("check", "--report", format, "--jobs", "1")

    #expect(first.status == 1)
    #expect(first.output.hasPrefix(start))
    #expect(first.output.contains("field-stringified"))
    #expect(first == second)
  }

  @Test func `writes reports to files beside the text`() async throws {
    let workshop = try Self.brokenLibrary()

    let json = try await workshop.tool.run("check", "--report", "json")
    let result = try await workshop.tool.run(
      "check",
      "--report",
      "json=out.json",
      "--report",
      "text=out.txt",
      "--color",
      "always"
    )

    #expect(try workshop.read("out.json") == json.output)
    #expect(try workshop.read("out.txt").hasPrefix(Self.broken))
    #expect(result.output.contains("\u{1b}[1;31merror"))
    let left = try FileManager.default.contentsOfDirectory(atPath: workshop.folder.path)
    #expect(left.sorted() == ["contracts", "out.json", "out.txt", "recordings"])
  }

  @Test func `gives the same bytes however many read at a time`() async throws {
    let workshop = try Self.brokenLibrary()
    for index in 0..<40 {
      let code = index.isMultiple(of: 3) ? "\"\(index)\"" : "\(index)"
      try workshop.write(Workshop.recording(code: code), to: "recordings/many/\(index).http")
    }
    try workshop.write("no recording", to: "recordings/many/bad.http")
    try workshop.write("", to: "recordings/many/empty.http")

    let one = try await workshop.tool.run("check", "--jobs", "1", "--report", "json")
    let many = try await workshop.tool.run("check", "--jobs", "8", "--report", "json")

    #expect(one.status == 65)
    #expect(one.errors.split(separator: "\n").count == 3)
    #expect(one.output.contains("\"exchanges\": 41"))
    #expect(one == many)
  }

  @Test func `gives the same bytes however many read one file`() async throws {
    let workshop = try Self.brokenLibrary()
    // Long enough for several to share it.
    let padding = String(repeating: "x", count: 4_000)
    let lines = (0..<1_500).map { index in
      let code = index.isMultiple(of: 300) ? "\"\(index)\"" : "\(index)"
      let url = "https://api.example.org/books/\(index)"
      let body = "{\"code\":\(code),\"title\":\"\(padding)\"}"
      return index % 700 == 699
        ? "{\"url\":\"\(url)\"" : "{\"url\":\"\(url)\",\"status\":200,\"body\":\(body)}"
    }
    try workshop.write(lines.joined(separator: "\n"), to: "recordings/many.ndjson")

    let one = try await workshop.tool.run("check", "--jobs", "1", "--report", "json")
    let many = try await workshop.tool.run("check", "--jobs", "8", "--report", "json")

    #expect(one.status == 65)
    #expect(one.errors.contains("recordings/many.ndjson:700:"))
    #expect(one.errors.contains("; one more line cannot be read"))
    #expect(one == many)
  }

  @Test func `lists every place when told`() async throws {
    let workshop = try Self.brokenLibrary()
    for index in 10..<40 {
      try workshop.write(Workshop.recording(code: "\"5\""), to: "recordings/many/\(index).http")
    }

    let some = try await workshop.tool.run("check", "--report", "json")
    let all = try await workshop.tool.run("check", "--report", "json", "--all-places")
    let text = try await workshop.tool.run("check", "--all-places")

    #expect(some.output.matches(of: /"recording":/).count == 20)
    #expect(all.output.matches(of: /"recording":/).count == 31)
    #expect(text.output.matches(of: /= also at/).count == 30)
  }

  @Test func `reads a bare body from standard input`() async throws {
    let result = try await Workshop.library().tool.run(
      "check",
      "-",
      "--operation",
      "books.one",
      input: "{\"code\": 5, \"title\": null}"
    )

    #expect(
      result.output.hasPrefix(
        """
        1 error

        error[field-null]: `title` is documented as string, the API sends null
          --> -:1:22   /title
           |
         1 | {"code": 5, "title": null}
           |                      ^^^^ null
        """
      )
    )
    #expect(result.status == 1)
  }

  @Test func `reads bare bodies from files, whatever they are called`() async throws {
    let workshop = try Workshop.library()
    try workshop.write("{\"code\": 5, \"title\": \"Stones\"}", to: "a.txt")

    let result = try await workshop.tool.run("check", "a.txt", "--operation", "library/books.one")

    #expect(result.output.hasPrefix("no findings in 1 exchange\n"))
    #expect(result.status == 0)
  }

  @Test func `reads exchanges one on a line from standard input`() async throws {
    let line = """
      {"url":"https://api.example.org/books/","status":200,\
      "headers":{"Content-Type":"application/json"},"body":{"total":1,"book":[{"code":5}]}}

      """
    let result = try await Workshop.library().tool.run("check", "-", input: line + line)

    #expect(result.output.hasPrefix("no findings in 2 exchanges\n"))
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test func `judges what stands before a line that cannot be read`() async throws {
    let workshop = try Workshop.library()
    let line = """
      {"url":"https://api.example.org/books/","status":200,\
      "headers":{"Content-Type":"application/json"},"body":{"total":1,"book":[{"code":"5"}]}}

      """
    try workshop.write(line + "{\n", to: "cut.ndjson")

    let result = try await workshop.tool.run("check", "cut.ndjson")

    #expect(result.output.hasPrefix("1 error\n\nerror[field-stringified]: "))
    #expect(result.errors.hasPrefix("plumb: error: cut.ndjson:2:2: "))
    #expect(result.status == 65)
  }

  @Test(
    arguments: [
      ["--base-url", "http://localhost:8080/"], ["--base-url", "library=http://localhost:8080"],
    ]
  )
  func `puts another server in place of the API's own`(option: [String]) async throws {
    let workshop = try Workshop.library()
    let recording = Workshop.recording(code: "5")
      .replacing("https://api.example.org", with: "http://localhost:8080")
    try workshop.write(recording, to: "recordings/library/books.list/a.http")

    let without = try await workshop.tool.run("check")
    let with = try await workshop.tool.run("check", option[0], option[1])

    #expect(without.output.hasPrefix("nothing was judged\n"))
    #expect(with.output.hasPrefix("no findings in 1 exchange\n"))
  }

  @Test func `says when a recording was edited, and checks it all the same`() async throws {
    let workshop = try Workshop.library()
    let recording = Workshop.recording(code: "5").replacing(
      "# body: indented 2\n",
      with: "# body: indented 2\n# checksum: xxh64 0123456789abcdef\n"
    )
    try workshop.write(recording, to: "recordings/library/books.list/a.http")

    let result = try await workshop.tool.run("check")

    #expect(
      result.errors
        == "plumb: note: recordings/library/books.list/a.http: was edited after it was recorded\n"
    )
    #expect(result.output.hasPrefix("no findings in 1 exchange\n"))
    #expect(result.status == 0)
  }

  @Test func `ends quietly when nobody reads on`() async throws {
    let workshop = try Self.brokenLibrary()

    let result = try await workshop.tool.shell("plumb check | head -n 1; plumb explain | head -n 1")

    #expect(result == Tool.Result(status: 0, output: "1 error\nbody\n", errors: ""))
  }
}
