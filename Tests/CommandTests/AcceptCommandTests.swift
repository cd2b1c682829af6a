import Foundation
import TestSupport
import Testing

@Suite struct AcceptCommandTests {
  static let path = "contracts/library/accepted.yaml"

  /// A library with one finding, and what the finding is known by.
  static func broken() async throws -> (workshop: Workshop, fingerprint: String) {
    let workshop = try CheckCommandTests.brokenLibrary()
    let report = try await workshop.tool.run("check", "--report", "json")
    let json = try JSONValue(text: report.output)
    guard case .string(let fingerprint)? = json["findings"]?[0]?["fingerprint"] else {
      throw CocoaError(.coderValueNotFound)
    }
    return (workshop, fingerprint)
  }

  @Test func `accepts a finding, which then fails no check`() async throws {
    let (workshop, fingerprint) = try await Self.broken()

    let result = try await workshop.tool.run(
      "accept",
      fingerprint,
      "--until",
      "9999-12-31",
      "--because",
      "reported: ticket #7",
      "--ask",
      "the maintainers"
    )
    let check = try await workshop.tool.run("check", "--fail-on", "new")

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: "\(fingerprint) field-stringified in library/books.list is accepted until "
            + "9999-12-31, in \(Self.path)\n",
          errors: ""
        )
    )
    #expect(
      try workshop.read(Self.path) == """
        # Drift that was reviewed. It fails no check until its day is past; plumb accept adds to it.
        accepted:
          - fingerprint: "\(fingerprint)"
            rule: field-stringified
            operation: books.list
            row: /book/*/code
            because: "reported: ticket #7"
            ask: the maintainers
            until: 9999-12-31

        """
    )
    #expect(check.status == 0)
    #expect(
      check.output.hasPrefix(
        """
        1 accepted in 1 exchange
          seen:      1 exchange, 1 file, 88 bytes
          exercised: 1 of 2 operations, 1 of 4 responses, 4 of 6 rows
          accepted:  1 finding
                       \(fingerprint) field-stringified in library/books.list, until
                         9999-12-31: reported: ticket #7 (ask the maintainers)

        """
      )
    )
  }

  @Test func `accepts from a report as well as from recordings`() async throws {
    let (workshop, fingerprint) = try await Self.broken()
    _ = try await workshop.tool.run("check", "--report", "json=report.json")
    try FileManager.default.removeItem(at: workshop.folder.appending(path: "recordings"))

    let result = try await workshop.tool.run(
      "accept",
      fingerprint,
      "--until",
      "2030-01-01",
      "--because",
      "known",
      "--report",
      "report.json"
    )

    #expect(result.status == 0)
    #expect(try workshop.read(Self.path).contains("operation: books.list"))
  }

  @Test func `keeps what is in the file, and adds to it`() async throws {
    let (workshop, fingerprint) = try await Self.broken()
    let kept = """
      accepted:   # what we live with
        - fingerprint: 00000000
          rule: field-null
          operation: books.one
          because: theirs
          until: 2020-02-29
      """
    try workshop.write(kept, to: Self.path)

    let result = try await workshop.tool.run(
      "accept",
      fingerprint,
      "--until",
      "2030-01-01",
      "--because",
      "known"
    )
    let check = try await workshop.tool.run("check")

    #expect(result.status == 0)
    #expect(try workshop.read(Self.path).hasPrefix(kept + "\n  - fingerprint: "))
    #expect(
      check.output.contains("1 acceptance not exercised: nothing was read that could show it")
    )
  }

  @Test func `fails again when the day is past, and says what is stale`() async throws {
    let (workshop, fingerprint) = try await Self.broken()
    let past = try await workshop.tool.run(
      "accept",
      fingerprint,
      "--until",
      "2020-01-01",
      "--because",
      "known"
    )

    #expect(past.errors.contains("2020-01-01 is past: it accepts nothing"))
    let expired = try await workshop.tool.run("check")
    try workshop.write(
      Workshop.recording(code: "5"),
      to: "recordings/library/books.list/a.http"
    )
    let stale = try await workshop.tool.run("check")

    #expect(expired.status == 1)
    #expect(expired.output.contains("1 acceptance expired: the finding counts again"))
    #expect(stale.status == 0)
    #expect(stale.output.contains("1 acceptance stale: no longer found, drop it"))
    #expect(stale.output.contains("\(Self.path):3:5"))
  }

  @Test(arguments: [("/book/*/extra", "stale"), ("/shelf/*/extra", "not exercised")])
  func `knows whether a member that no row names could have been seen`(
    row: String,
    state: String
  ) async throws {
    let (workshop, _) = try await Self.broken()
    try workshop.write(Workshop.recording(code: "5"), to: "recordings/library/books.list/a.http")
    try workshop.write(
      """
      accepted:
        - fingerprint: 00000000
          rule: field-undocumented
          operation: books.list
          row: \(row)
          because: theirs
          until: 9999-12-31

      """,
      to: Self.path
    )

    let check = try await workshop.tool.run("check")

    #expect(check.output.contains("1 acceptance \(state)"), "\(check.output)")
  }

  @Test(
    arguments: [
      (["accept"], 64, "fingerprint"),
      (["accept", "5f0c2ab1"], 64, "--until"),
      (["accept", "5f0c2ab1", "--until", "soon", "--because", "x"], 64, "2027-01-31"),
      (["accept", "5f0c2ab1", "--until", "2027-02-29", "--because", "x"], 64, "2027-01-31"),
      (["accept", "5f0c", "--until", "2027-01-31", "--because", "x"], 64, "eight hexadecimal"),
      (["accept", "5f0c2ab1", "--until", "2027-01-31", "--because", " "], 64, "says why"),
      (
        ["accept", "00000000", "--until", "2027-01-31", "--because", "x"], 65,
        "there is no finding 00000000; there are"
      ),
      (
        ["accept", "00000000", "--until", "2027-01-31", "--because", "x", "--in", "none"], 65,
        "none"
      ),
      (
        ["accept", "00000000", "--until", "2027-01-31", "--because", "x", "--report", "none.json"],
        65, "none.json: the report cannot be read"
      ),
      (
        [
          "accept", "00000000", "--until", "2027-01-31", "--because", "x", "--report",
          "contracts/library/api.yaml",
        ], 65, "this is no report of plumb"
      ),
    ] as [([String], Int32, String)]
  )
  func `says what is wrong with the command line`(
    words: [String],
    status: Int32,
    message: String
  ) async throws {
    let result = try await CheckCommandTests.brokenLibrary().tool.run(words)

    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `never loses what is in a file that it cannot add to`() async throws {
    let (workshop, fingerprint) = try await Self.broken()
    try workshop.write("accepted: []\n", to: Self.path)

    let result = try await workshop.tool.run(
      "accept",
      fingerprint,
      "--until",
      "2030-01-01",
      "--because",
      "known"
    )

    #expect(result.status == 65)
    #expect(result.errors.contains("add it by hand"))
    #expect(result.errors.contains("because: known"))
    #expect(try workshop.read(Self.path) == "accepted: []\n")
  }

  @Test func `accepts a finding once`() async throws {
    let (workshop, fingerprint) = try await Self.broken()
    let words = ["accept", fingerprint, "--until", "2030-01-01", "--because", "known"]
    _ = try await workshop.tool.run(words)

    let again = try await workshop.tool.run(words)

    #expect(again.status == 64)
    #expect(again.errors.contains("accepted already until 2030-01-01; change it in \(Self.path):3"))
  }
}
