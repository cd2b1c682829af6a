import Foundation
import StandInServing
import TestSupport
import Testing

/// An API that did not change, recorded twice and looked at with git, as a reviewer does.
@Suite struct UnchangedRecordingTests {
  private static let git = "/usr/bin/git"
  private static let keys = ["ONET_API_KEY": "0f3c9a77-not-to-be-seen"]

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: git)))
  func `leaves git nothing to tell`() async throws {
    let workshop = try Workshop()
    let contracts = Repository.path("contracts")
    try workshop.write(
      "GET /online/job_duties/search?keyword=engineer ...\n/online/stem_occupations/\n",
      to: "tour.txt"
    )
    let record = { (url: String, more: [String]) in
      try await workshop.tool.run(
        ["record", "onet", "--contracts", contracts, "--base-url", url, "--tour", "tour.txt"]
          + more,
        environment: Self.keys
      )
    }

    try await StandInServer.run { url in
      let first = try await record(url, [])
      let kept = try await workshop.tool.shell(
        """
        git init -q && git add . &&
        git -c user.name=A -c user.email=a@example.org commit -q -m recorded &&
        git ls-files recordings
        """
      )
      let again = try await record(url, ["--replace"])
      let left = try await workshop.tool.shell("git status --porcelain && git diff --exit-code")

      #expect(first.output == "onet: 4 exchanges recorded in recordings/onet\n")
      #expect(again.output == first.output)
      #expect(kept.output.split(separator: "\n").count { $0.hasSuffix(".http") } == 4)
      #expect(!kept.output.contains("volatile.ndjson"))
      #expect(left == Tool.Result(status: 0, output: "", errors: ""))
    }
    #expect(try workshop.read("recordings/onet/volatile.ndjson").contains("\"Date\""))
  }
}
