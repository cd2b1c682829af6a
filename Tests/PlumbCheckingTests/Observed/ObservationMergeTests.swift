import PlumbChecking
import PlumbModel
import PlumbText
import TestSupport
import Testing

@Suite struct ObservationMergeTests {
  /// Bodies whose members come, go and change their kinds; some are no JSON.
  private static func bodies(_ dice: inout SplitMix64, _ count: Int) -> [[UInt8]] {
    let item = Tables.object([
      "code": Tables.string, "rank?": Tables.integer, "share?": Tables.number,
      "note?": Tables.any, "tags?": Tables.list(Tables.string),
      "more?": Tables.nullable(Tables.any),
    ])
    let type = Tables.object(
      ["start?": Tables.integer, "items": Tables.list(item), "end?": Tables.boolean],
      others: Tables.any
    )
    var maker = BodyMaker(seed: dice.next())
    return (0..<count).map { _ in
      let body = Array(maker.body(of: type).utf8)
      return maker.dice.roll(10) == 0 ? maker.spoiled(body) : body
    }
  }

  private static func maps(_ dice: inout SplitMix64, _ count: Int) -> [[UInt8]] {
    (0..<count).map { _ in
      let members = Set((0..<30).map { _ in dice.roll(140) }).map { name in
        "\"k\(name)\":{\"v\":\(dice.roll(4)),\"x\(dice.roll(3))\":\"\(name)\"}"
      }
      return Array("{\"map\":{\(members.joined(separator: ","))}}".utf8)
    }
  }

  @Test(arguments: 0..<40)
  func `comes to the same however the work was split and ordered`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let bodies =
      seed % 4 == 0 ? Self.maps(&dice, 12) : Self.bodies(&dice, 4 + dice.roll(60))
    let checker = try Observations.checker()
    let whole = Observations.extract(bodies, ranks: Array(bodies.indices), checker)
    let expected = checker.observed(on: whole)

    for _ in 0..<4 {
      var parts = [[Int]](repeating: [], count: 1 + dice.roll(5))
      for rank in bodies.indices.shuffled(using: &dice) {
        parts[dice.roll(parts.count)].append(rank)
      }
      var extracts = parts.map { Observations.extract(bodies, ranks: $0, checker) }
      var merged = extracts.removeFirst()
      while !extracts.isEmpty { merged.merge(extracts.remove(at: dice.roll(extracts.count))) }

      #expect(checker.observed(on: merged) == expected)
    }
  }

  @Test func `keeps the same places however the work was split`() throws {
    let bodies = (0..<90).map { outer in
      Array(
        "{\"\(outer)\":{\((0..<99).map { "\"\($0)\":[\(outer)]" }.joined(separator: ","))}}".utf8
      )
    }
    let checker = try Observations.checker()
    let whole = Observations.extract(bodies, ranks: Array(bodies.indices), checker)
    let expected = checker.observed(on: whole)
    var parts = [0, 1, 2].map { part in
      let ranks = bodies.indices.filter { $0 % 3 == part }.reversed()
      return Observations.extract(bodies, ranks: Array(ranks), checker)
    }
    var merged = parts.removeLast()
    for part in parts { merged.merge(part) }

    #expect(checker.observed(on: merged) == expected)
  }
}
