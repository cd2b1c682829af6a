import Testing

@testable import PlumbChecking

@Suite struct ReadingChangeTests {
  private static let order = "\n  one of:\n    - first(t[])\n    - min(t[])"
  /// In order by the first only, by the least only, by both, and by neither.
  private static let first = #"[{"t": [2, 1]}, {"t": [3, 0]}]"#
  private static let least = #"[{"t": [3, 0]}, {"t": [2, 1]}]"#
  private static let both = #"[{"t": [1]}, {"t": [2]}]"#
  private static let neither = #"[{"t": [2]}, {"t": [1]}]"#

  private static func changes(_ bodies: [String]) throws -> [ReadingChange] {
    let plan = try Listings.plan(order)
    let judge = OrderJudge(plan: plan, choice: 0)
    let chains = try bodies.map { body in
      let pages = [try Listings.page(body, plan)]
      return (pages: pages, verdict: judge.judge(pages))
    }
    return judge.readingChanges(chains)
  }

  @Test func `says which reading holds`() throws {
    let plan = try Listings.plan(Self.order)
    let judge = OrderJudge(plan: plan, choice: 0)
    let settled = try [Self.first, Self.least, Self.both, Self.neither].map { body in
      judge.settledReading(judge.judge([try Listings.page(body, plan)]))
    }

    #expect(settled == ["first(t[])", "min(t[])", nil, nil])
  }

  @Test(arguments: [
    [first, first], [first, both, first], [both, least, neither, least], [neither, first], [],
  ])
  func `takes chains that one reading holds for`(bodies: [String]) throws {
    #expect(try Self.changes(bodies).isEmpty)
  }

  @Test func `finds a chain that follows another reading`() throws {
    let changes = try Self.changes([Self.both, Self.first, Self.both, Self.least, Self.least])

    #expect(changes.map(\.chain) == [3])
    #expect(changes.map(\.earlier) == [1])
    let finding = try #require(changes.first?.finding.finding)
    #expect(finding.rule == .orderReadingChanged)
    #expect(finding.pointer == "/rows")
    #expect(
      finding.message
        == "the items are documented in the order of `first(t[])` or `min(t[])`, another chain is "
        + "in the order of `first(t[])` only, this one in the order of `min(t[])` only"
    )
  }
}
