import Foundation
import Testing

@Suite struct ConversionCommandTests {
  private static let path = ShowCommandTests.path

  /// Lines of exchanges with the books of these codes.
  private static func lines(_ codes: Range<Int>, title: String = "Stones") -> String {
    codes.map { code in
      """
      {"url":"https://api.example.org/books/\(code)","status":200,\
      "headers":{"Content-Type":"application/json","Date":"today"},\
      "body":{"code":\(code),"title":"\(title)"}}\n
      """
    }.joined()
  }

  @Test func `writes recordings as an archive, as lines, and as recordings again`() async throws {
    let workshop = try Workshop.library()
    let tool = workshop.tool
    try workshop.write(Self.lines(1..<30), to: "books.ndjson")

    let first = try await tool.run("show", "books.ndjson", "--as", "http", "--output", "a")
    let archive = try await tool.run("show", "a", "--as", "har", "--output", "books.har")
    let lines = try await tool.run("show", "books.har", "--as", "ndjson")
    try workshop.write(lines.output, to: "again.ndjson")
    let second = try await tool.run("show", "again.ndjson", "--as", "http", "--output", "b")

    #expect(first.errors == "plumb: note: wrote 29 of 29 exchanges into a\n")
    #expect([first, archive, lines, second].map(\.status) == [0, 0, 0, 0])
    #expect(try workshop.read("a/session.json").contains("\"api\": \"library\""))
    #expect(try workshop.recordings(in: "a") == workshop.recordings(in: "b"))
    #expect(try workshop.recordings(in: "a").count == 29)
    #expect(try await tool.run("check", "a").status == 0)
    #expect(lines.output.contains("\"Date\":\"today\""))
    #expect(try workshop.recordings(in: "a").values.contains { $0.contains("today") } == false)
  }

  @Test func `writes no key`() async throws {
    let workshop = try Workshop.library()
    let key = "kz-52$8/q9+w"
    try workshop.write(
      """
      {"url":"https://api.example.org/books/?key=kz-52%248%2Fq9%2Bw","status":200,\
      "requestHeaders":{"X-API-Key":"\(key)"},"har":{"entry":{"_trace":"sent \(key)"}},\
      "headers":{"Link":"</books/?key=kz-52%248%2Fq9%2Bw>; rel=next"},\
      "body":{"total":0,"book":[],"next":"/books/?key=kz-52%248%2Fq9%2Bw"}}\n
      """,
      to: "one.ndjson"
    )

    for (form, output) in [("har", "x.har"), ("ndjson", "x.ndjson"), ("http", "x")] {
      let result = try await workshop.tool.run(
        ["show", "one.ndjson", "--as", form, "--output", output],
        environment: ["LIBRARY_KEY": key]
      )
      #expect(result.status == 0)
      #expect(!result.errors.contains("q9"))
    }

    let found = try await workshop.tool.shell("grep -r -l -e 'q9' x x.har x.ndjson")
    #expect(found.output == "")
    #expect(try workshop.read("x/volatile.ndjson").contains("_trace"))
  }

  @Test func `keeps the pages of a secret cursor together`() async throws {
    let workshop = try Workshop()
    try workshop.write(
      """
      api: Lib
      version: "1"
      server: https://api.example.org
      paging:
        cursor: { cursor: cursor, limit: limit, next: next, current: current, total: total }

      """,
      to: "contracts/lib/api.yaml"
    )
    try workshop.write(
      """
      page: Books
      contracts:
        books:
          title: Books
          get: /books
          query:
            limit?: integer 1.. = 2
            cursor?: string secret
          response:
            next?: string
            total: integer
            data:
              - code: integer
          rows:
            next: secret
          pages: data
          id: code
          order: code
          examples: [{}]

      """,
      to: "contracts/lib/books.yaml"
    )
    let lines = (0..<4).map { page in
      let query = page == 0 ? "" : "?cursor=v4lue-\(page)-of-it"
      let next = page == 3 ? "" : #""next":"v4lue-\#(page + 1)-of-it","#
      return """
        {"url":"https://api.example.org/books\(query)","status":200,\
        "headers":{"Content-Type":"application/json"},\
        "body":{\(next)"total":8,"data":[{"code":\(2 * page + 1)},{"code":\(2 * page + 2)}]}}\n
        """
    }
    try workshop.write(lines.joined(), to: "books.ndjson")

    let written = try await workshop.tool.run(
      "show",
      "books.ndjson",
      "--as",
      "http",
      "--output",
      "s"
    )
    let again = try await workshop.tool.run("show", "books.ndjson", "--as", "http", "--output", "t")
    let checked = try await workshop.tool.run("check", "s")

    #expect([written, again, checked].map(\.status) == [0, 0, 0])
    let recordings = try workshop.recordings(in: "s")
    #expect(recordings.count == 4)
    #expect(recordings.values.allSatisfy { !$0.contains("v4lue") })
    #expect(recordings == (try workshop.recordings(in: "t")))
    #expect(checked.output.contains("chains:    1 listing, 1 whole\n"))
  }

  @Test func `goes on, begins anew, and refuses to do either unasked`() async throws {
    let workshop = try Workshop.library()
    let tool = workshop.tool
    try workshop.write(Self.lines(1..<4), to: "three.ndjson")
    try workshop.write(Self.lines(1..<3, title: "Sand"), to: "two.ndjson")
    let write = { (file: String, flags: [String]) in
      try await tool.run(["show", file, "--as", "http", "--output", "s"] + flags)
    }

    _ = try await write("three.ndjson", [])
    let refused = try await write("two.ndjson", [])
    let resumed = try await write("two.ndjson", ["--resume"])
    let before = try workshop.recordings(in: "s")
    let replaced = try await write("two.ndjson", ["--replace"])
    let after = try workshop.recordings(in: "s")

    #expect(
      refused.errors == """
        plumb: error: s: holds 3 recordings already; --resume goes on where the walk stopped, \
        --replace records anew

        """
    )
    #expect(refused.status == 64)
    #expect(resumed.errors == "plumb: note: wrote 0 of 2 exchanges into s\n")
    #expect(
      replaced.errors == """
        plumb: note: wrote 2 of 2 exchanges into s
        plumb: note: removed 1 recording not made again

        """
    )
    #expect(before.count == 3)
    #expect(after.count == 2)
    #expect(after.values.filter { $0.contains("Sand") }.count == 2)
  }

  @Test(arguments: [
    (["show", "a", "b"], "one recording is shown at a time; --as writes several in one form"),
    (["show", "a", "--output", "b"], "--output belongs to --as, which says what to write"),
    (
      ["show", "a", "--as", "http"],
      "--as http writes a folder of recordings; name it with --output"
    ),
    (["show", "a", "--as", "har", "--verify"], "--as writes all exchanges; leave --entry and"),
    (["show", "a", "--as", "har", "--resume"], "--resume and --replace belong to --as http"),
    (
      ["show", "a", "--as", "http", "--output", "b", "--resume", "--replace"],
      "--resume keeps what --replace records anew; give one of them"
    ),
  ])
  func `says what cannot be meant`(words: [String], message: String) async throws {
    let result = try await Workshop.library().tool.run(words)

    #expect(result.status == 64)
    #expect(result.errors.contains(message))
  }

  @Test func `leaves an old file whole when the new one cannot be written`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(Self.lines(1..<400), to: "books.ndjson")
    try workshop.write("old", to: "out.har")
    // A limit on the size of files stands for a full disk.
    let limited = "trap '' XFSZ; ulimit -f 16;"

    let archive = try await workshop.tool.shell(
      "\(limited) plumb show books.ndjson --as har --output out.har"
    )
    let device = try await workshop.tool.shell(
      "plumb show books.ndjson --as ndjson --output /dev/full"
    )
    let folder = try await workshop.tool.shell(
      "\(limited) plumb show books.ndjson --as http --output s"
    )

    #expect(archive.status == 70)
    #expect(
      archive.errors == """
        plumb: error: out.har: the exchanges cannot be written: the file would be larger than is \
        allowed; raise the limit with `ulimit -f`

        """
    )
    #expect(try workshop.read("out.har") == "old")
    #expect(device.status == 70)
    #expect(folder.status == 70)
    #expect(folder.errors.contains("s/volatile.ndjson: "))
    let kept = try workshop.recordings(in: "s")
    #expect(kept.count > 10)
    #expect(kept.values.filter { !$0.hasSuffix("}\n") } == [])
    let resumed = try await workshop.tool.shell(
      "plumb show books.ndjson --as http --output s --resume"
    )
    #expect(resumed.status == 0)
    #expect(try workshop.recordings(in: "s").count == 399)
    #expect(try workshop.names(in: ".").filter { $0.hasPrefix(".plumb") } == [])
  }

  @Test func `says that a folder may not be written to`() async throws {
    let workshop = try Workshop.library()
    try workshop.write(Self.lines(1..<3), to: "books.ndjson")

    let file = try await workshop.tool.run(
      ["show", "books.ndjson", "--as", "http", "--output", "books.ndjson/s"]
    )
    // The kernel's own folders are written to by nobody.
    let kernel = try await workshop.tool.run(
      ["show", "books.ndjson", "--as", "http", "--output", "/proc/self/s"]
    )

    #expect(file.status == 70)
    #expect(file.errors.contains("a part of the path is a file, not a folder"))
    #expect(kernel.status == 70)
  }
}

extension Workshop {
  /// The recordings below a folder, by their paths.
  func recordings(in path: String) throws -> [String: String] {
    var found: [String: String] = [:]
    let root = folder.appending(path: path).path
    for name in try FileManager.default.subpathsOfDirectory(atPath: root)
    where name.hasSuffix(".http") {
      found[name] = try read("\(path)/\(name)")
    }
    return found
  }

  /// The names in a folder, hidden ones too.
  func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
  }
}
