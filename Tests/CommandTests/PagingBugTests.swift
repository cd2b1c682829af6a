import Foundation
import Testing

/// Paging bugs of real services, each as a small recording that is invented after its report; see
/// `Tests/Samples/paging-bugs`, where the label of each session names the report.
@Suite struct PagingBugTests {
  /// A bug, and the single finding that it is.
  struct Bug: Sendable, CustomTestStringConvertible {
    var name: String
    var rule: String
    var found: String
    /// The file of the first place.
    var page: String
    var symptoms: [String] = []

    var testDescription: String { name }
  }

  private static let seam =
    "an item stands on both sides of a seam between pages inside a run of equal sort keys: "
    + "missing tie-breaker, sort by a unique key last"

  static let bugs = [
    Bug(name: "inventree-11442", rule: "page-overlap", found: seam, page: "page-2.http"),
    Bug(name: "x402scan-1072", rule: "page-overlap", found: seam, page: "page-2.http"),
    Bug(name: "bike4mind-2244", rule: "page-overlap", found: seam, page: "page-2.http"),
    Bug(name: "celerp-174", rule: "page-overlap", found: seam, page: "page-2.http"),
    Bug(
      name: "nexus-489",
      rule: "page-total-changed",
      found: "this one says 23, others 53",
      page: "page-2.http"
    ),
    Bug(
      name: "bookstack-2043",
      rule: "page-total-wrong",
      found: "the total is 0, the listing holds 2",
      page: "page-1.http"
    ),
    Bug(
      name: "fleet-12502",
      rule: "page-total-wrong",
      found: "the total is 7, the listing holds 5",
      page: "page-2.http"
    ),
    Bug(
      name: "fleet-34105",
      rule: "page-duplicate-item",
      found: "this page holds the 3 items of an earlier one again",
      page: "page-2.http",
      symptoms: ["order-at-seam"]
    ),
    Bug(
      name: "airflow-68858",
      rule: "page-total-wrong",
      found: "the total is 7, the listing holds 5",
      page: "page-2.http"
    ),
    Bug(
      name: "aquarius-299",
      rule: "page-total-wrong",
      found: "the total is 7, the listing holds 6",
      page: "page-2.http",
      symptoms: ["page-total-wrong"]
    ),
    Bug(
      name: "twenty-24333",
      rule: "cursor-missing",
      found: "the total is 14, the pages up to here hold 6",
      page: "page-2.http"
    ),
    Bug(
      name: "wavehouse-401",
      rule: "page-total-wrong",
      found: "the total is 9, the listing holds 7",
      page: "page-3.http"
    ),
    Bug(
      name: "zou-813",
      rule: "page-duplicate-item",
      found: "an item stands on two of its pages",
      page: "page-3.http"
    ),
  ]

  /// What is read of a report.
  private struct Report: Decodable {
    struct Finding: Decodable {
      struct Symptom: Decodable { var rule: String }
      struct Place: Decodable { var recording: String }
      var rule: String
      var message: String
      var symptoms: [Symptom]
      var places: [Place]
    }
    var findings: [Finding]
  }

  private static let samples = ConversationCommandTests.root
    .appending(path: "Tests/Samples/paging-bugs")

  @Test(arguments: bugs)
  func `finds the single cause in a recording of the bug`(bug: Bug) async throws {
    let result = try await Workshop().tool.run(
      "check",
      Self.samples.appending(path: "recordings/\(bug.name)").path,
      "--contracts",
      Self.samples.appending(path: "contracts").path,
      "--report",
      "json"
    )
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))

    #expect(report.findings.map(\.rule) == [bug.rule], "\(report.findings)")
    let finding = try #require(report.findings.first)
    #expect(finding.message.contains(bug.found), "\(finding.message)")
    #expect(finding.symptoms.map(\.rule) == bug.symptoms)
    #expect(finding.places.first?.recording.hasSuffix("\(bug.name)/\(bug.page)") == true)
    #expect(result.status == 1)
  }

  @Test func `has every recording under test, and each says what it is invented after`() throws {
    let folder = Self.samples.appending(path: "recordings")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()

    #expect(names == Self.bugs.map(\.name).sorted())
    for name in names {
      let session = try String(
        contentsOf: folder.appending(path: "\(name)/session.json"),
        encoding: .utf8
      )
      #expect(session.contains("\"label\": \"invented"))
      #expect(session.contains("https://github.com/"))
    }
  }
}
