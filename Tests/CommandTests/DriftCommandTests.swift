import Foundation
import TestSupport
import Testing

@Suite struct DriftCommandTests {
  private static let api = """
    api: Harbour
    server: https://api.harbour.example

    """

  private static let contract = """
    # What the harbour master says.
    page: Lights
    contracts:

      lights.one:
        title: One light
        get: /lights/{number}
        path:
          number: integer
        response:
          number: integer                  # the number on the chart
          height: integer 1..50
          keeper: string

    """

  /// A workshop with contracts, and with recordings on three days.
  private static func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(api, to: "contracts/harbour/api.yaml")
    try workshop.write(contract, to: "contracts/harbour/lights.yaml")
    try workshop.write(lines(day: "2026-05-01") { _ in "\"keeper\":\"x\"" }, to: "may.ndjson")
    try workshop.write(
      lines(day: "2026-08-01") { $0 % 3 == 0 ? "\"keeper\":null" : "\"keeper\":\"x\"" },
      to: "august.ndjson"
    )
    try workshop.write(
      lines(day: "2026-11-01") {
        $0 % 3 == 0 ? "\"keeper\":null" : "\"keeper\":\"x\",\"lit\":true"
      },
      to: "november.ndjson"
    )
    return workshop
  }

  private static func lines(day: String, _ rest: (Int) -> String) -> String {
    (1...30).map { number in
      """
      {"method":"GET","url":"https://api.harbour.example/lights/\(number)","status":200,\
      "start":"\(day)T10:00:00Z","headers":{"Content-Type":"application/json"},\
      "body":{"number":\(number),"height":\(number),\(rest(number))}}

      """
    }.joined()
  }

  @Test func `compares contracts with what was recorded`() async throws {
    let workshop = try Self.workshop()

    let kept = try await workshop.tool.run("drift", "may.ndjson")
    let broken = try await workshop.tool.run("drift", "november.ndjson")

    #expect(kept.status == 0)
    #expect(
      kept.output == "drift from contracts to may.ndjson (30 exchanges)\nno drift in 1 operation\n"
    )
    #expect(broken.status == 1)
    #expect(broken.output.contains("2 changes in 1 operation: 1 breaking, 1 compatible"))
    #expect(broken.output.contains("[null-added] harbour/lights.one /keeper"))
    #expect(broken.output.contains("[row-added] harbour/lights.one /lit"))
    #expect(broken.output.contains("stands  contracts/harbour/lights.yaml:13:15"))
  }

  @Test func `says since when, over several recordings`() async throws {
    let workshop = try Self.workshop()

    let result = try await workshop.tool.run(
      "drift",
      "may.ndjson",
      "august.ndjson",
      "november.ndjson"
    )

    #expect(result.status == 1)
    #expect(result.output.contains("  since   august.ndjson"))
    #expect(result.output.contains("  since   november.ndjson"))
  }

  @Test func `says what a member comes and goes with`() async throws {
    let workshop = try Self.workshop()
    let rows = "      keeper: string\n      kind: string\n      lit?: boolean\n"
    try workshop.write(
      Self.contract.replacing("      keeper: string\n", with: rows),
      to: "contracts/harbour/lights.yaml"
    )
    func light(_ number: Int, isLit: Bool) -> String {
      "\"keeper\":\"x\",\"kind\":\"\(number % 3 == 0 ? "buoy" : "tower")\""
        + (isLit ? ",\"lit\":true" : "")
    }
    let before = Self.lines(day: "2026-05-01") { light($0, isLit: true) }
    let after = Self.lines(day: "2026-08-01") { light($0, isLit: $0 % 3 == 0) }
    try workshop.write(before, to: "before.ndjson")
    try workshop.write(after, to: "after.ndjson")
    try workshop.write(before + after, to: "all.ndjson")

    let two = try await workshop.tool.run("drift", "before.ndjson", "after.ndjson")
    let back = try await workshop.tool.run("drift", "after.ndjson", "before.ndjson")
    let divided = try await workshop.tool.run("drift", "all.ndjson", "--since", "2026-07-01")

    let reason = "by `kind`: in none of 20 with `tower`, in all 10 with `buoy`\n"
    for result in [two, divided] {
      #expect(result.output.contains("[presence-fell] harbour/lights.one /lit"))
      #expect(result.output.contains("          \(reason)"))
    }
    #expect(back.output.contains("[presence-rose] harbour/lights.one /lit"))
    #expect(
      back.output.contains(
        """
                  observed before: by `kind`: in none of 20 with `tower`, in all 10 with
                  `buoy`

        """
      )
    )
  }

  @Test func `divides recordings at a day`() async throws {
    let workshop = try Self.workshop()
    let texts = try ["may.ndjson", "november.ndjson"].map(workshop.read)
    try workshop.write(texts.joined(), to: "all.ndjson")

    let result = try await workshop.tool.run("drift", "all.ndjson", "--since", "2026-09-01")
    let late = try await workshop.tool.run("drift", "all.ndjson", "--since", "2027-01-01")

    #expect(
      result.output.hasPrefix(
        "drift from all.ndjson before 2026-09-01 (30 exchanges) to all.ndjson since"
      )
    )
    #expect(result.status == 1)
    #expect(late.status == 65)
    #expect(
      late.errors.contains("all.ndjson since 2027-01-01: there are no exchanges of that time")
    )
  }

  @Test func `patches contracts until the recordings keep them`() async throws {
    let workshop = try Self.workshop()

    let patch = try await workshop.tool.run("drift", "november.ndjson", "--patch", "--quiet")
    let again = try await workshop.tool.run("drift", "november.ndjson")

    #expect(patch.status == 0)
    #expect(patch.errors.contains("+      keeper: string | null"))
    #expect(again.status == 0)
    #expect(
      try workshop.read("contracts/harbour/lights.yaml")
        == Self.contract.replacing(
          "      keeper: string\n",
          with: "      keeper: string | null\n      lit?: boolean\n"
        )
    )
    let none = try await workshop.tool.run("drift", "november.ndjson", "--patch", "--quiet")
    #expect(none.errors.contains("nothing to patch"))
  }

  @Test func `compares what nobody documented`() async throws {
    let workshop = try Self.workshop()

    let result = try await workshop.tool.run(
      "drift",
      "may.ndjson",
      "november.ndjson",
      "--contracts",
      "nowhere"
    )

    #expect(result.status == 1)
    #expect(result.output.contains("/keeper"))
    #expect(result.output.contains("/lit"))
  }

  @Test func `compares documents of different kinds`() async throws {
    let workshop = try Self.workshop()
    let described = try await workshop.tool.run("export", "openapi", "harbour")
    try workshop.write(
      described.output.replacing("\"maximum\": 50", with: "\"maximum\": 60"),
      to: "openapi.json"
    )

    let result = try await workshop.tool.run("drift", "contracts", "openapi.json")

    #expect(result.status == 0)
    #expect(result.output.contains("[range-widened] harbour/lights.one /height"))
    #expect(result.output.contains("1 change in 1 operation: 1 risky"))
    let strict = try await workshop.tool.run(
      "drift",
      "contracts",
      "openapi.json",
      "--fail-on",
      "risky"
    )
    #expect(strict.status == 1)
  }

  @Test func `writes every format`() async throws {
    let workshop = try Self.workshop()

    let result = try await workshop.tool.run(
      "drift",
      "november.ndjson",
      "--report",
      "html=drift.html",
      "--report",
      "markdown=drift.md",
      "--report",
      "json=drift.json"
    )

    #expect(result.status == 1)
    #expect(try workshop.read("drift.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try workshop.read("drift.md").hasPrefix("# 2 changes in 1 operation"))
    #expect(try workshop.read("drift.json").contains("\"plumb.drift/1\""))
  }

  @Test(
    arguments: [
      (["drift"], 64, "Missing expected argument"),
      (["drift", "nothing"], 65, "nothing: there is no such file or folder"),
      (["drift", "contracts"], 64, "name what to compare it with"),
      (
        ["drift", "contracts/harbour/lights.yaml", "may.ndjson", "--report", "junit"], 64,
        "text, json"
      ),
      (["drift", "may.ndjson", "may.ndjson", "--since", "2026-01-01"], 64, "--since divides"),
      (["drift", "may.ndjson", "--since", "soon"], 64, "a day such as"),
      (["drift", "may.ndjson", "august.ndjson", "--patch"], 64, "--patch writes contracts"),
      (["drift", "-"], 64, "drift reads files and folders"),
    ]
  )
  func `says what is wrong with what it is given`(
    _ words: [String],
    _ status: Int32,
    _ says: String
  ) async throws {
    let workshop = try Self.workshop()

    let result = try await workshop.tool.run(words)

    #expect(result.status == status)
    #expect(result.errors.contains(says), "\(result.errors)")
  }

  @Test func `does not pass over sides that have nothing in common`() async throws {
    let workshop = try Self.workshop()
    try workshop.write(
      "contracts:\n  other:\n    get: /other\n    response:\n      a: string\n",
      to: "elsewhere/harbour/other.yaml"
    )
    try workshop.write(Self.api, to: "elsewhere/harbour/api.yaml")

    let documents = try await workshop.tool.run(
      "drift",
      "elsewhere/harbour/other.yaml",
      "contracts"
    )
    let recordings = try await workshop.tool.run(
      "drift",
      "may.ndjson",
      "--contracts",
      "elsewhere"
    )

    #expect(documents.status == 65)
    #expect(documents.errors.contains("no operation is on both sides"))
    #expect(recordings.status == 65)
    #expect(recordings.errors.contains("no exchange belongs to a documented operation"))
  }

  @Test func `shows the sample in 80 columns`() async throws {
    let workshop = try Workshop()

    let result = try await workshop.tool.run(
      "drift",
      Repository.path("Tests/Samples/drift/before"),
      Repository.path("Tests/Samples/drift/after"),
      "--contracts",
      Repository.path("contracts")
    )

    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains("4 changes in 3 operations: 3 breaking, 1 compatible"))
    let copied = ["  at ", "  stands ", "  see it "]
    #expect(lines.allSatisfy { line in line.count <= 80 || copied.contains { line.hasPrefix($0) } })
  }

  @Test func `prints no credentials`() async throws {
    let workshop = try Self.workshop()
    let secret = "zq81Tn4mVx0LrP7s"
    let lines = Self.lines(day: "2026-11-02") { _ in
      "\"keeper\":\"x\",\"session_token\":\"\(secret)\""
    }
    try workshop.write(lines, to: "leaky.ndjson")

    for format in ["text", "json", "markdown", "html"] {
      let result = try await workshop.tool.run("drift", "leaky.ndjson", "--report", format)

      #expect(result.status == 0)
      #expect(result.output.contains("session_token"))
      #expect(!result.output.contains(secret), "\(format)")
      #expect(!result.errors.contains(secret))
    }
  }
}
