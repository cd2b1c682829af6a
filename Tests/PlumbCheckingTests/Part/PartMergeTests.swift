import PlumbChecking
import PlumbModel
import PlumbNotation
import PlumbText
import StandIn
import TestSupport
import Testing

/// However exchanges are shared out, written as parts and merged: the report is that of the whole.
@Suite struct PartMergeTests {
  private static func sharing(
    _ sessions: [(exchanges: [Exchange], name: String)],
    _ options: Checker.Options = Checker.Options()
  ) throws -> Sharing {
    let library = try Proof.library.get()
    return try Sharing(
      sessions,
      apis: library.apis,
      contracts: library.contracts,
      options: options
    )
  }

  /// Holds one way to share the work out, or several, to the whole.
  private static func hold(_ sharing: Sharing, _ dice: inout SplitMix64, _ what: String) throws {
    let count = sharing.exchanges.count
    // Lines that name their files say nothing of where in them a place is.
    let isNamed = dice.chance(50)
    let all = sharing.exchanges.indices
    let whole = sharing.checker.report(on: sharing.extract(all, isNamed: isNamed))
    let shares = dice.pick([1, 2, 1 + dice.below(count), 2 * count])
    let cut = sharing.shares(shares, &dice)

    let report = try sharing.report(on: cut, isNamed: isNamed, &dice)

    #expect(report == whole, "\(what) in \(shares)\(isNamed ? ", named by lines" : "")")
  }

  @Test(arguments: 0..<8)
  func `gives the report of the whole for every fault of the stand-in`(eighth: Int) throws {
    var dice = SplitMix64(seed: UInt64(eighth))
    for (index, example) in Proof.cases.enumerated() where index % 8 == eighth {
      let sharing = try Self.sharing([(try example.exchanges(), "session")])
      try Self.hold(sharing, &dice, example.testDescription)
    }
  }

  @Test(arguments: 0..<6)
  func `gives it for sessions full of faults, with few places`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    var sessions: [(exchanges: [Exchange], name: String)] = []
    for name in ["2024", "2025"] {
      var exchanges: [Exchange] = []
      for _ in 0..<4 {
        let example = dice.pick(Proof.cases)
        exchanges += try example.exchanges()
      }
      sessions.append((exchanges, name))
    }
    var options = Checker.Options()
    options.placeLimit = [1, 2, 3, nil, 20, 5][Int(seed)]
    let sharing = try Self.sharing(sessions, options)
    for _ in 0..<3 { try Self.hold(sharing, &dice, "faults of seed \(seed)") }
    let single = sharing.exchanges.indices.map { [$0] }
    #expect(try sharing.report(on: single, isNamed: false, &dice) == sharing.whole())
  }

  @Test func `gives it for the whole tour of the stand-in`() throws {
    let exchanges = ProofListing.every.flatMap(\.exchanges)
    let failed = exchanges.enumerated().map { index, exchange in
      var exchange = exchange
      if index % 7 == 0 { exchange.response.status = [429, 503, 404][index % 3] }
      if index % 11 == 0 { exchange.request.url += "&unknown=\(index)" }
      return exchange
    }
    let sharing = try Self.sharing([(exchanges + failed, "tour")])
    var dice = SplitMix64(seed: 9)
    for _ in 0..<4 { try Self.hold(sharing, &dice, "the tour") }
  }

  @Test func `says which exchange is in two parts`() throws {
    let sharing = try Self.sharing([(ProofListing.titles.exchanges, "session")])
    let parts = try [[0, 1], [2], [1, 3]].map {
      try sharing.read(sharing.line(sharing.extract($0)))
    }

    let overlap = PartOverlap(file: "0001.http", entry: nil, parts: [0, 2])
    #expect(throws: overlap) { try sharing.checker.merge(parts) }
  }
}
