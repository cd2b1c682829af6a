import Foundation
import Testing

/// What is found between exchanges, in copies of the recordings that the repository holds.
@Suite struct ConversationCommandTests {
  /// Tests/CommandTests/ConversationCommandTests.swift is three steps below the root.
  static let root = URL(
    filePath: "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  )

  @Test func `shows the line of a paging value that its chain contradicts`() async throws {
    let workshop = try Workshop()
    try Self.copyContracts(to: workshop)
    let folder = Self.root.appending(path: "recordings/onet/job_duties.results")
    let pages = [
      "29-1051.00-tasks-1809-1815-8c04d797febe.http",
      "29-1051.00-tasks-1809-1815-start-21-end-40-727eb4404ddb.http",
    ]
    for (index, page) in pages.enumerated() {
      let text = try String(contentsOf: folder.appending(path: page), encoding: .utf8)
      let changed = text.replacing("\"end\": 32", with: "\"end\": 31")
      try workshop.write(changed, to: "recordings/\(index + 1).http")
    }

    let result = try await workshop.tool.run("check")

    #expect(
      result.output.hasPrefix(
        """
        1 error

        error[page-end-wrong]: the page 21 to 40 ends at 32 of 32, `end` says 31
          --> recordings/2.http:16:10   /end
           |
        16 |   "end": 31,
           |          ^^ too low
          ::: contracts/onet/job_duties.yaml:60:12
              row 2 of "Related occupations for tasks"
           |
        60 |       end: integer
           |            ------- documented
           = 1 place, in 1 of 2 exchanges
           = see it: curl -H "X-API-Key: $ONET_API_KEY" \
        'https://api-v2.onetcenter.org/online/job_duties/results/29-1051.00?tasks=1809,1815&start=21&end=40'
           = accept it: plumb accept a5f3d494 --until DATE --because WHY

        1 error in 2 exchanges
        """
      )
    )
    #expect(result.output.contains("\n  chains:    1 listing, 1 whole\n"))
    #expect(result.status == 1)
  }

  @Test func `explains a law by the id of a finding, with its text and place`() async throws {
    let workshop = try Workshop()
    try Self.copyContracts(to: workshop)

    let result = try await workshop.tool.run(
      "explain",
      "law:stem_occupations.in_type.family-filter"
    )
    let rule = try await workshop.tool.run("explain", "law")

    #expect(
      result.output == rule.output + """
          law:       each occupation, job_family.code = {job_family}
          stands at: contracts/onet/stem_occupations.yaml:63:7

        """
    )
    #expect(result.status == 0)
  }

  @Test func `explains what laws are where no contracts are`() async throws {
    let tool = try Workshop().tool

    #expect(try await tool.run("explain", "law:any") == tool.run("explain", "law"))
  }

  @Test func `names the nearest law for one that no contract holds`() async throws {
    let workshop = try Workshop()
    try Self.copyContracts(to: workshop)

    let result = try await workshop.tool.run(
      "explain",
      "law:stem_occupations.in_type.family-filtr"
    )

    #expect(
      result
        == Tool.Result(
          status: 64,
          output: "",
          errors: """
            plumb: error: there is no law "law:stem_occupations.in_type.family-filtr" under \
            contract; did you mean "law:stem_occupations.in_type.family-filter"?

            """
        )
    )
  }

  private static func copyContracts(to workshop: Workshop) throws {
    try FileManager.default.copyItem(
      at: root.appending(path: "contracts"),
      to: workshop.folder.appending(path: "contracts")
    )
  }
}
