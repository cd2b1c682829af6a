import Foundation
import TestSupport
import Testing

/// The action for GitHub, run as the service runs its scripts.
@Suite struct ActionTests {
  static func script(_ name: String) -> String {
    Repository.path(".github/actions/plumb/\(name)")
  }

  static func check(
    _ workshop: Workshop,
    paths: String = "recordings",
    failOn: String = "error"
  ) async throws -> Tool.Result {
    try await workshop.tool.shell(
      """
      export PLUMB=plumb PLUMB_PATHS='\(paths)' PLUMB_CONTRACTS=contracts PLUMB_LIVE= \
      PLUMB_ARGUMENTS='--jobs 1' PLUMB_FAIL_ON=\(failOn) PLUMB_REPORTS=reports \
      GITHUB_OUTPUT=output GITHUB_STEP_SUMMARY=summary
      '\(script("check.sh"))'
      """
    )
  }

  @Test func `annotates, writes all reports, and fails with the check`() async throws {
    let workshop = try CheckCommandTests.brokenLibrary()

    let result = try await Self.check(workshop)

    #expect(result.status == 1)
    #expect(result.output.hasPrefix("::error file=recordings/library/books.list/a.http,line=15,"))
    #expect(
      try workshop.read("output")
        == "status=1\nsarif=reports/report.sarif\nhtml=reports/report.html\n"
    )
    #expect(try workshop.read("summary") == workshop.read("reports/report.md"))
    let reports = try FileManager.default.contentsOfDirectory(
      atPath: workshop.folder.appending(path: "reports").path
    )
    #expect(
      reports.sorted() == [
        "report.html", "report.json", "report.md", "report.sarif", "report.xml",
      ]
    )
  }

  @Test func `passes when nothing fails`() async throws {
    #expect(try await Self.check(Workshop.library()).status == 0)
    #expect(try await Self.check(CheckCommandTests.brokenLibrary(), failOn: "never").status == 0)
  }

  @Test func `says that there is nothing to check`() async throws {
    let workshop = try Workshop.library()

    let result = try await Self.check(workshop, paths: "none")

    #expect(result.status == 65)
    #expect(result.errors.contains("none"))
    #expect(try workshop.read("output").hasPrefix("status=65\n"))
  }

  @Test(arguments: [
    ("", "POST repos/o/r/issues/7/comments"), ("42", "PATCH repos/o/r/issues/comments/42"),
  ])
  func `comments once, and then edits the comment`(known: String, call: String) async throws {
    let workshop = try Workshop()
    try workshop.write("### plumb: 1 error\n", to: "report.md")
    try workshop.write(
      """
      #!/bin/bash
      [ "$2" = --paginate ] && { [ -z '\(known)' ] || echo '\(known)'; exit; }
      echo "$3 $4" > call; printf '%s' "$6" > body
      """,
      to: "bin/gh"
    )

    let result = try await workshop.tool.shell(
      """
      chmod +x bin/gh; export PATH="$PWD/bin:$PATH" REPORT=report.md NUMBER=7 GITHUB_REPOSITORY=o/r
      '\(Self.script("comment.sh"))'
      """
    )

    #expect(result == Tool.Result(status: 0, output: "", errors: ""))
    #expect(try workshop.read("call") == "\(call)\n")
    #expect(try workshop.read("body") == "body=<!-- plumb -->\n### plumb: 1 error")
  }

  @Test func `uses the inputs that it declares, and documents them`() throws {
    let action = try Repository.text(".github/actions/plumb/action.yml")
    let page = try Repository.text("docs/ci.md")
    let head = try #require(action.firstRange(of: "\noutputs:")).lowerBound

    let declared = action[..<head].matches(of: /\n  ([a-z-]+):\n/).map { String($0.1) }
    let used = action.matches(of: /inputs\.([a-z-]+)/).map { String($0.1) }

    #expect(Set(used) == Set(declared))
    #expect(declared.filter { !page.contains("`\($0)`") } == ["token"])
  }
}
