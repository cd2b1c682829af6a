import Foundation
import Testing

@Suite struct BadInputTests {
  static let howToRecord = """
      to make recordings, ask the API with plumb record, or save a HAR file from a browser's
      developer tools; for one body alone: curl -s URL | plumb check - --operation ID

    """

  @Test func `says what to do when there are no recordings`() async throws {
    let workshop = try Workshop.library()
    try FileManager.default.removeItem(at: workshop.folder.appending(path: "recordings"))

    let result = try await workshop.tool.run("check")

    #expect(
      result
        == Tool.Result(
          status: 65,
          output: "",
          errors: """
            plumb: error: there are no exchanges in "recordings"
              looked for .http, .har and .ndjson files there and in the folders below
            \(Self.howToRecord)
            """
        )
    )
  }

  @Test func `says what to do when a folder holds no recordings`() async throws {
    let workshop = try Workshop.library()
    try workshop.write("text", to: "papers/notes.txt")

    let result = try await workshop.tool.run("check", "papers")

    #expect(result.errors.hasPrefix("plumb: error: papers: there is no recording in this folder; "))
    #expect(result.errors.hasSuffix(Self.howToRecord))
    #expect(result.status == 65)
  }

  @Test(
    arguments: [
      ("recording", "; did you mean \"recordings\"?"),
      ("recordings/library/book.list", "; did you mean \"recordings/library/books.list\"?"),
      ("elsewhere/x", "; check the path"),
    ]
  )
  func `offers the nearest path`(path: String, remedy: String) async throws {
    let result = try await Workshop.library().tool.run("check", path)

    #expect(
      result
        == Tool.Result(
          status: 65,
          output: "",
          errors: "plumb: error: \(path): there is no such file or folder\(remedy)\n"
        )
    )
  }

  @Test(
    arguments: [
      ("empty.http", Data(), "empty.http:1:1: the file is empty; record the exchange anew"),
      ("empty.har", Data(), "empty.har:1:1: the file is empty; export the archive anew"),
      (
        "binary.http", Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 2]),
        """
        binary.http:1:1: expected "# plumb.recording/1" in the first line, found bytes that are no \
        text; a file that ends in .http must be a recording
        """
      ),
      (
        "cut.http",
        Data("# plumb.recording/1\n\nGET https://api.example.org/books/ HTTP/1.1\n".utf8),
        """
        cut.http:4:1: expected a line "###" between the request and the response, found the end of \
        the file; put the line back, or record the exchange anew
        """
      ),
      (
        "notes.txt", Data("text".utf8),
        """
        notes.txt: expected a file that ends in .http, .har, .ndjson, .jsonl or .json; rename it to \
        what it holds
        """
      ),
      (
        "body.json", Data("{}".utf8),
        """
        body.json: is a bare body, which does not say what it answers; name its operation with \
        `--operation`
        """
      ),
    ]
  )
  func `names file, place and remedy of a recording that cannot be read`(
    name: String,
    content: Data,
    message: String
  ) async throws {
    let workshop = try Workshop.library()
    try workshop.write(content, to: name)

    let result = try await workshop.tool.run("check", name)

    #expect(
      result == Tool.Result(status: 65, output: "", errors: "plumb: error: \(message)\n")
    )
  }

  @Test func `reads a large recording`() async throws {
    let workshop = try Workshop.library()
    let item = "{\"code\": 5, \"title\": \"\(String(repeating: "Stones ", count: 1000))\"}"
    let items = repeatElement(item, count: 300).joined(separator: ",")
    try workshop.write("{\"total\": 300, \"book\": [\(items)]}", to: "large.json")

    let result = try await workshop.tool.run("check", "large.json", "--operation", "books.list")

    #expect(result.output.hasPrefix("no findings in 1 exchange\n"))
    #expect(result.output.contains("2.1 MB"))
    #expect(result.status == 0)
  }

  @Test func `names every contract error at once, with place and remedy`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(
      Workshop.contract.replacing("total: integer", with: "total: integr")
        .replacing("title: One book", with: "titel: One book"),
      to: "contracts/library/books.yaml"
    )

    let result = try await workshop.tool.run("check")

    #expect(
      result.errors == """
        plumb: error: contracts/library/books.yaml:9:14: `integr` is no type; did you mean `integer`?
        plumb: error: contracts/library/books.yaml:17:5: `titel` is no key of a contract; did you \
        mean `title`?

        """
    )
    #expect(result.output == "")
    #expect(result.status == 65)
  }

  static let keys = """
    `title`, `get`, `head`, `post`, `put`, `patch`, `delete`, `options`, `path`, `query`, `header`, \
    `errors`, `response`, `responses`, `headers`, `pages`, `id`, `order`, `links`, `laws`, `rows`, \
    `examples`
    """

  @Test(
    arguments: [
      (
        "      book:\n", "     book:\n",
        "10:6: not YAML: did not find expected key; indent sister keys alike, with spaces"
      ),
      (
        "          title?: string\n", "          title?: string\n          title: string\n",
        """
        13:11: the row `title` stands here already, as `title?` in line 12; remove one of them; a \
        member that really ends in `?` is written `??`
        """
      ),
      (
        "    title: Books\n", "    title: Books\n    colour: red\n",
        "7:5: `colour` is no key of a contract; known are \(keys)"
      ),
    ]
  )
  func `names place and remedy of a contract that cannot be read`(
    old: String,
    new: String,
    message: String
  ) async throws {
    let workshop = try Workshop.library()
    try workshop.write(
      Workshop.contract.replacing(old, with: new),
      to: "contracts/library/books.yaml"
    )

    let result = try await workshop.tool.run("check")

    let errors = "plumb: error: contracts/library/books.yaml:\(message)\n"
    #expect(result == Tool.Result(status: 65, output: "", errors: errors))
  }

  @Test func `names contracts that are not there`() async throws {
    let result = try await Workshop.library().tool.run("check", "--contracts", "contract")

    #expect(
      result.errors
        == """
        plumb: error: contract: there is no such folder of contracts
          name it with --contracts, or run plumb where it is; docs/notation.md says how contracts \
        are written

        """
    )
    #expect(result.status == 65)
  }

  @Test func `refuses contracts without an operation`() async throws {
    let path = "contracts/library/api.yaml"

    let result = try await Workshop.library().tool.run("check", "--contracts", path)

    #expect(
      result.errors == """
        plumb: error: \(path): no operation is under contract here; name the folder of an API, or \
        that above it

        """
    )
    #expect(result.status == 65)
  }

  @Test(
    arguments: [
      ("none/report.json", "there is no folder \"none\"; make it first"),
      ("recordings", "this is a folder; name a file"),
      ("/proc/report.json", "there is no such file or folder; check the path"),
    ]
  )
  func `names a report that cannot be written`(path: String, reason: String) async throws {
    let result = try await Workshop.library().tool.run("check", "--report", "json=\(path)")

    #expect(
      result
        == Tool.Result(
          status: 70,
          output: "",
          errors: "plumb: error: \(path): the report cannot be written: \(reason)\n"
        )
    )
  }

  @Test func `says that a report is of a part when a line cannot be read`() async throws {
    let workshop = try Workshop.library()
    let line = #"{"url":"https://api.example.org/books/","status":200,"body":{"total":1,"book":[]"#
    try workshop.write("\(line)}}\n\(line)\n\(line)}}\n", to: "some.ndjson")

    let result = try await workshop.tool.run("check", "some.ndjson", "--report", "json")

    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("plumb: error: some.ndjson:2:"))
    #expect(
      result.errors.hasSuffix(
        """
        plumb: error: 1 of 1 file could not be read whole; the report is of the rest

        """
      )
    )
    #expect(result.output.contains("\"files\": 1,\n    \"unread\": 1,"))
  }

  @Test(
    arguments: [
      (
        200,
        "no exchange belongs to an operation under contract\n  the contracts are for https://x;"
      ),
      (503, "every answer is a refusal (429), a failure (5xx) or cut short; record them anew\n"),
    ]
  )
  func `takes a check that judged nothing for no pass`(status: Int, words: String) async throws {
    let workshop = try Workshop.library()
    let line = #"{"url":"https://api.example.org/books/","status":\#(status),"body":{}}"#
    try workshop.write(line, to: "some.ndjson")
    let server = status == 200 ? ["--base-url", "https://x"] : []

    let result = try await workshop.tool.run(["check", "some.ndjson"] + server)

    #expect(result.status == 65)
    #expect(result.output.hasPrefix("nothing was judged\n"))
    #expect(result.errors.hasPrefix("plumb: error: nothing was judged: \(words)"))
  }

  @Test(
    arguments: [
      (["chek"], "there is no command \"chek\"; did you mean \"check\"?"),
      (["frobnicate"], "there is no command \"frobnicate\"; plumb --help lists all"),
      (
        ["check", "--jobs", "0"],
        "--jobs is a number from 1 to 256, found 0\n  plumb check --help explains it"
      ),
      (
        ["check", "--report", "pdf"],
        """
        The value 'pdf' is invalid for '--report <format[=file]>'. Please provide one of the \
        following:
            - text
            - json
            - markdown
            - html
            - junit
            - sarif
            - github
          plumb check --help explains it
        """
      ),
      (
        ["check", "--report", "json", "--report", "text"],
        """
        only one report fits standard output; give the others a file, as in --report json=FILE
          plumb check --help explains it
        """
      ),
      (
        ["check", "--report", "json=a", "--report", "text=a"],
        "two reports go to one file; give each its own\n  plumb check --help explains it"
      ),
      (
        ["check", "--operation", "books.list"],
        """
        --operation needs the bodies to check; name files, or - to read one
          plumb check --help explains it
        """
      ),
      (
        ["check", "-", "-"],
        "standard input can be read once; name - once\n  plumb check --help explains it"
      ),
      (
        ["check", "recordings", "--operation", "books.list"],
        """
        recordings: is a folder; --operation needs the bodies themselves, as in recordings/*.json
        """
      ),
      (
        ["check", "recordings/library/books.list/a.http", "--operation", "books.list"],
        """
        recordings/library/books.list/a.http: is no bare body: its name is that of a recording, \
        which names its own request; leave --operation out
        """
      ),
      (
        ["check", "--base-url", "localhost"],
        """
        The value 'localhost' is invalid for '--base-url <[api=]url>': expected an address such as \
        https://api.example.org or library=https://…
          plumb check --help explains it
        """
      ),
      (
        ["check", "--base-url", "libary=https://localhost"],
        "there is no API \"libary\" under contract; did you mean \"library\"?"
      ),
      (
        ["check", "a.json", "--operation", "book.list"],
        "no operation is called `book.list`: did you mean `books.list`?"
      ),
      (
        ["check", "--fail-onn", "note"],
        "Unknown option '--fail-onn'. Did you mean '--fail-on'?\n  plumb check --help explains it"
      ),
      (
        ["explain", "field-mising"],
        "there is no rule \"field-mising\"; did you mean \"field-missing\"?"
      ),
      (
        ["explain", "--markdown", "field-null"],
        "--markdown writes all rules; leave the rule out\n  plumb explain --help explains it"
      ),
      (
        ["show", "x.http", "--entry=-1"],
        "--entry counts from 0, found -1\n  plumb show --help explains it"
      ),
      (
        ["show"],
        "Missing expected argument '<recording> ...'\n  plumb show --help explains it"
      ),
      (
        ["import", "cassette"],
        "Missing expected argument '<file> ...'\n  plumb import cassette --help explains it"
      ),
      (
        ["table", "books.lists"], "no operation is called `books.lists`: did you mean `books.list`?"
      ),
    ]
  )
  func `says what is wrong with a command line, and ends with 64`(
    arguments: [String],
    message: String
  ) async throws {
    let result = try await Workshop.library().tool.run(arguments)

    #expect(result == Tool.Result(status: 64, output: "", errors: "plumb: error: \(message)\n"))
  }
}
