import Foundation
import PlumbChecking
import PlumbModel
import StandIn
import Testing

/// Faults over whole listings: each is one finding, and without them there is none.
@Suite struct ProofTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["PLUMB_UPDATE_PROOF"] == "1"

  /// What the checker finds for each row, worked out once.
  private static let lines = Result {
    try Proof.cases.map { example in
      let findings = try Proof.report(on: example.exchanges()).findings
      return ProofDocument.Line(
        example: example,
        found: findings.map(\.rule),
        messages: findings.map(\.message)
      )
    }
  }

  @Test(arguments: ProofListing.every.indices)
  func `finds nothing without faults, in any order of files`(index: Int) throws {
    let listing = ProofListing.every[index]
    let exchanges = listing.exchanges

    let turned = Array(exchanges.dropFirst(2) + exchanges.prefix(2))
    for order in [exchanges, exchanges.reversed(), turned] {
      let report = try Proof.report(on: order)

      #expect(report.findings.map(\.message) == [], "\(listing.name)")
      #expect(report.summary.unjudged == 0, "\(listing.name)")
    }
  }

  @Test func `finds each fault as exactly one finding`() throws {
    for line in try Self.lines.get() {
      #expect(line.found == [line.example.rule], "\(line.example.testDescription)")
      #expect(line.isHit || line.found.count != 1, "\(line.messages)")
    }
  }

  @Test func `is written down`() throws {
    let path = "\(Proof.root)/docs/proof.md"
    let text = ProofDocument.text(try Self.lines.get())
    if Self.isUpdating { try text.write(toFile: path, atomically: true, encoding: .utf8) }

    let written = try? String(contentsOfFile: path, encoding: .utf8)

    #expect(
      written == text,
      "write it anew: PLUMB_UPDATE_PROOF=1 swift test --filter ProofTests"
    )
  }

  @Test func `has at least 100 rows, each of its own`() {
    let all = ProofTable.all

    #expect(all.count >= 100)
    #expect(Set(all.map(\.testDescription)).count == all.count)
  }

  @Test func `puts in every fault that there is`() {
    let unused = Set(Fault.Kind.all.map(\.name)).subtracting(ProofTable.all.map(\.fault))

    #expect(unused.sorted() == [])
  }
}
