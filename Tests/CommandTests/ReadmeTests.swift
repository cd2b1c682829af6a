import Foundation
import Testing

/// What the README shows is what happens.
@Suite struct ReadmeTests {
  // Tests/CommandTests/ReadmeTests.swift is three steps below the root.
  private static let root = URL(
    filePath: "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  )

  @Test func `shows the finding that an edited recording gives`() async throws {
    let workshop = try Workshop()
    for name in ["contracts", "recordings"] {
      let source = Self.root.appending(path: name)
      try FileManager.default.copyItem(at: source, to: workshop.folder.appending(path: name))
    }
    let recording = """
      recordings/onet/job_duties.results/29-1051.00-tasks-1809-1815-8c04d797febe.http
      """
    let text = try workshop.read(recording).replacing(
      "\"code\": 4,",
      with: "\"code\": \"4\",",
      maxReplacements: 1
    )
    try workshop.write(text, to: recording)
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let parts = readme.split(separator: "```\n", omittingEmptySubsequences: false)
    let shown = try #require(parts.first { $0.hasPrefix("error[") })

    let result = try await workshop.tool.run("check")

    #expect(result.output.contains("\n\(shown)\n"))
    #expect(result.status == 1)
  }
}
