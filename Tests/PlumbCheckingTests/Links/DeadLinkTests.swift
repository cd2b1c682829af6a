import PlumbChecking
import PlumbModel
import PlumbText
import Testing

/// Links that were followed, and led nowhere.
@Suite struct DeadLinkTests {
  /// Addresses at one place of a body with the status of their answers, and the rule they break.
  struct Broken: Sendable {
    var rule: String
    var statuses: [Int]
    var followed: Int
  }

  static let broken = [Broken(rule: "link-dead", statuses: [404, 410], followed: 7)]

  private static func report(_ links: [DeadLink], followed: [DeadLink.Kind: Int]) throws -> Report {
    let sample = try RelationSample.link("item[].href", "/items/{.code}/")
    var report = try Checks.report(on: [], apis: sample.apis, contracts: sample.contracts)
    report.add(links, followed: followed, contracts: sample.contracts)
    return report
  }

  private static let kind = DeadLink.Kind(
    operation: "sample/a",
    at: FieldPath(steps: [.member("item"), .items, .member("href")])
  )

  @Test(arguments: broken)
  func `finds the dead links of one place once`(example: Broken) throws {
    let links = example.statuses.enumerated().map { number, status in
      DeadLink(
        kind: Self.kind,
        url: "https://api.example.org/v2/items/\(number)/",
        status: status,
        place: nil
      )
    }

    let report = try Self.report(links, followed: [Self.kind: example.followed])

    #expect(report.findings.map(\.rule) == [example.rule])
    #expect(
      report.findings.first?.message
        == "`item[].href` is documented to lead to \"/items/{.code}/\", "
        + "\"https://api.example.org/v2/items/0/\" is answered with 404"
    )
    #expect(report.findings.first?.occurrences.count == 2)
    #expect(report.findings.first?.occurrences.of == 7)
    #expect(report.summary.errors == 1)
  }

  @Test func `finds nothing where all links are alive`() throws {
    #expect(try Self.report([], followed: [Self.kind: 7]).findings == [])
  }
}
