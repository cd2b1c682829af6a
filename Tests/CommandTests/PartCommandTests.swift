import Foundation
import TestSupport
import Testing

@Suite struct PartCommandTests {
  /// A library with pages of a listing, some of them broken, in files of every form.
  private static func shelves() throws -> Workshop {
    let workshop = try Workshop.library()
    for number in 0..<9 {
      let code = number % 3 == 0 ? "\"\(number)\"" : "\(number)"
      try workshop.write(
        Workshop.recording(code: code),
        to: "recordings/library/books.list/\(number).http"
      )
    }
    let lines = (0..<40).map { code in
      """
      {"url":"https://api.example.org/books/\(code)","status":\(code % 13 == 0 ? 503 : 200),\
      "headers":{"Content-Type":"application/json"},\
      "body":{"code":\(code),"title":\(code % 5 == 0 ? "null" : "\"Stones\"")}}\n
      """
    }
    try workshop.write(lines.joined(), to: "recordings/lines.ndjson")
    return workshop
  }

  private static let formats = ["text", "json", "markdown", "html", "junit", "sarif", "github"]

  @Test(arguments: formats)
  func `merges shards to the report of the whole, in every format`(format: String) async throws {
    let tool = try Self.shelves().tool
    let whole = try await tool.run("check", "--report", format)
    #expect(whole.status == 1)

    for number in 1...3 {
      let part = try await tool.run(
        "check",
        "--shard",
        "\(number)/3",
        "--partial",
        "--output",
        "\(number).part"
      )
      #expect(part == Tool.Result(status: 0, output: "", errors: ""))
    }
    let merged = try await tool.run("merge", "3.part", "1.part", "2.part", "--report", format)

    #expect(merged == whole)
  }

  @Test func `merges lines that say where they come from, one by one, in any order`() async throws {
    let workshop = try Self.shelves()
    let tool = workshop.tool
    let shown = try await tool.run("show", "recordings", "--as", "ndjson", "--origins")
    #expect(shown.output.hasPrefix("{\"origin\":{\"file\":\"recordings/"))
    let whole = try await tool.run("check", "-", "--report", "json", input: shown.output)
    #expect(whole.status == 1)
    #expect(whole.output.contains("\"files\": 11"))

    var dice = SplitMix64(seed: 4)
    var left = shown.output.split(separator: "\n").shuffled(using: &dice).map(String.init)
    var parts = ""
    while !left.isEmpty {
      let count = min(1 + dice.below(4), left.count)
      let share = left.prefix(count).joined(separator: "\n")
      left.removeFirst(count)
      let part = try await tool.run("check", "-", "--partial", input: share + "\n")
      #expect(part.status == 0)
      #expect(part.output.hasPrefix("plumb.part/1 {") && part.output.hasSuffix("\n"))
      #expect(part.output.split(separator: "\n").count == 1)
      parts += part.output
    }
    let merged = try await tool.run("merge", "-", "--report", "json", input: parts)
    let one = try await tool.run("merge", "-", "--partial", input: parts)
    try workshop.write(one.output, to: "parts/part-00000")
    try workshop.write("", to: "parts/_SUCCESS")
    try workshop.write("", to: "parts/part-00001")
    let again = try await tool.run("merge", "parts", "--report", "json")

    #expect(merged == whole)
    #expect(again == whole)
  }

  @Test func `names the lines of an input that names nothing itself`() async throws {
    let workshop = try Self.shelves()
    let lines = try workshop.read("recordings/lines.ndjson")

    let refused = try await workshop.tool.run("check", "-", "--partial", input: lines)
    let part = try await workshop.tool.run(
      "check",
      "-",
      "--partial",
      "--input-name",
      "day.ndjson",
      input: lines
    )
    let merged = try await workshop.tool.run("merge", "-", input: part.output)

    #expect(refused.status == 65)
    #expect(refused.errors.contains("exchange 0 names no file"))
    #expect(refused.errors.contains("--input-name"))
    #expect(part.status == 0)
    #expect(merged.output.contains("--> day.ndjson:6:"))
    #expect(merged.status == 1)
  }

  @Test func `writes a part that holds nothing`() async throws {
    let workshop = try Self.shelves()

    let empty = try await workshop.tool.run("check", "-", "--partial", input: "")
    let full = try await workshop.tool.run("check", "--partial")
    let both = try await workshop.tool.run("merge", "-", input: empty.output + full.output)
    let alone = try await workshop.tool.run("merge", "-", input: empty.output)
    let whole = try await workshop.tool.run("check")

    #expect(empty.status == 0)
    #expect(both == whole)
    #expect(alone.status == 65)
    #expect(alone.errors == "plumb: error: there is no exchange in these parts\n")
  }

  @Test func `says again what could not be read`() async throws {
    let workshop = try Self.shelves()
    try workshop.write("nonsense", to: "recordings/library/books.list/0.http")
    let whole = try await workshop.tool.run("check", "--report", "json")

    var parts = ""
    var statuses: [Int32] = []
    for number in 1...2 {
      let part = try await workshop.tool.run("check", "--partial", "--shard", "\(number)/2")
      parts += part.output
      statuses.append(part.status)
    }
    let merged = try await workshop.tool.run("merge", "-", "--report", "json", input: parts)

    #expect(statuses.sorted() == [0, 65])
    #expect(merged == whole)
    #expect(merged.status == 65)
    #expect(merged.output.contains("\"unread\": 1"))
  }

  @Test func `refuses parts that do not belong together`() async throws {
    let workshop = try Self.shelves()
    let tool = workshop.tool
    let first = try await tool.run("check", "--partial", "--shard", "1/2").output
    let second = try await tool.run("check", "--partial", "--shard", "2/2").output
    let other = try await tool.run("check", "--partial", "--shard", "2/2", "--families", "fields")

    let twice = try await tool.run("merge", "-", input: first + second + first)
    let unlike = try await tool.run("merge", "-", input: first + other.output)
    try workshop.write(
      Workshop.contract.replacing("total: integer", with: "total?: integer"),
      to: "contracts/library/books.yaml"
    )
    let changed = try await tool.run("merge", "-", input: first + second)

    #expect(twice.status == 65)
    #expect(twice.errors.contains("is in -:1 and in -:3, and would count twice"))
    #expect(unlike.status == 65)
    #expect(unlike.errors.contains("-:2: was not made like -:1: they differ in --families"))
    #expect(changed.status == 65)
    #expect(changed.errors.contains("-:1: was made with other contracts than those here"))
  }

  @Test func `refuses what is no part, or not whole`() async throws {
    let workshop = try Self.shelves()
    let part = try await workshop.tool.run("check", "--partial").output

    let cases = [
      ("", "-: is empty; expected parts"), ("{}\n", "-: is no part: expected a line"),
      (String(part.dropLast(9)), "-: is a part that was cut short"),
      (String(part.prefix(7)), "-: is no part"),
      (String(part.prefix(14)), "-: is a part that was cut"),
      (part.replacing("\"places\":20", with: "\"places\":21"), "-: is a part that was changed"),
      (part.replacing("plumb.part/1", with: "plumb.part/2"), "is of the format \"plumb.part/2\""),
    ]
    for (text, words) in cases {
      let result = try await workshop.tool.run("merge", "-", input: text)
      #expect(result.status == 65)
      #expect(result.errors.contains(words), "\(words)")
      #expect(result.output == "")
    }
    let missing = try await workshop.tool.run("merge", "no.part")
    #expect(missing.status == 65)
    #expect(missing.errors.contains("no.part: there is no such file or folder"))
  }

  @Test(arguments: [
    (["check", "--shard", "1/2"], "--shard needs --partial"),
    (["check", "--shard", "3/2", "--partial"], "3/2"),
    (["check", "--partial", "--report", "json"], "give --report to plumb merge"),
    (["check", "--output", "x"], "--output belongs to --partial"),
    (["check", "-", "--input-name", "x"], "--input-name belongs to --partial"),
    (["merge"], "Missing expected argument"), (["merge", "-", "-"], "name - once"),
    (["merge", "x", "--output", "y"], "--output belongs to --partial"),
    (["merge", "x", "--partial", "--report", "json"], "leave --report out"),
  ])
  func `says how it is used`(words: [String], message: String) async throws {
    let result = try await Self.shelves().tool.run(words)

    #expect(result.status == 64)
    #expect(result.errors.contains(message))
  }

  @Test func `writes no credential into a part`() async throws {
    let workshop = try Self.shelves()
    let key = "kz52q9wmTTn3x8"
    let line = """
      {"origin":{"file":"a.har","entry":0},"url":"https://api.example.org/books/?api_key=\(key)",\
      "status":200,"requestHeaders":{"X-API-Key":"\(key)"},\
      "headers":{"Link":"</books/?api_key=\(key)>; rel=next"},\
      "body":{"total":"\(key)","book":[{"code":"\(key)","access_token":"\(key)"}]}}
      {"origin":{"file":"a.har","entry":1},"url":"https://me:\(key)@api.example.org/books/\(key)",\
      "status":200,"body":{"code":"\(key)","title":"x"}}\n
      """

    let environment = ["LIBRARY_KEY": key]
    let part = try await workshop.tool.run(
      ["check", "-", "--partial"],
      input: line,
      environment: environment
    )
    let merged = try await workshop.tool.run(
      ["merge", "-", "--report", "json"],
      input: part.output,
      environment: environment
    )
    let whole = try await workshop.tool.run(
      ["check", "-", "--report", "json"],
      input: line,
      environment: environment
    )

    let text = try #require(part.output.split(separator: " ").dropLast().last)
    let bytes = try #require(Data(base64Encoded: String(text)))
    #expect(bytes.range(of: Data(key.utf8)) == nil)
    #expect(bytes.range(of: Data("books".utf8)) != nil)
    #expect(merged == whole)
  }
}
