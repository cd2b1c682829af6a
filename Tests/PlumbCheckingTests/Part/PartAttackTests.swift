import PlumbModel
import PlumbNotation
import StandIn
import TestSupport
import Testing

@testable import PlumbChecking

/// Bytes that are no part, or no longer one, are an error and nothing worse.
@Suite struct PartAttackTests {
  private static func sharing(_ seed: UInt64) throws -> Sharing {
    var dice = SplitMix64(seed: seed)
    let library = try Proof.library.get()
    let examples = (0..<3).map { _ in dice.pick(Proof.cases) }
    let exchanges = try examples.flatMap { try $0.exchanges() }
    return try Sharing([(exchanges, "s")], apis: library.apis, contracts: library.contracts)
  }

  @Test func `refuses a line that was cut anywhere, or changed in one place`() throws {
    let sharing = try Self.sharing(1)
    let line = sharing.line(sharing.extract(sharing.exchanges.indices))
    var dice = SplitMix64(seed: 2)

    for _ in 0..<400 {
      let end = dice.below(line.count - 1)
      #expect(throws: PartError.self) { try PartLine(line[..<end]) }
      var changed = line.dropLast()
      changed[dice.below(changed.count)] ^= 1 << UInt8(dice.below(7))
      #expect(throws: PartError.self) { try PartLine(changed) }
    }
    #expect(throws: Never.self) { try sharing.read(line) }
  }

  @Test(arguments: 0..<4)
  func `survives content that somebody forged`(seed: UInt64) throws {
    let sharing = try Self.sharing(seed)
    let line = sharing.line(sharing.extract(sharing.exchanges.indices))
    let content = try PartLine(line.dropLast()).content()
    let header = sharing.terms.header(exchanges: 1, files: 1)
    var dice = SplitMix64(seed: seed)
    var read = 0

    for _ in 0..<600 {
      var forged = content
      switch dice.below(4) {
      case 0: forged.removeLast(dice.below(forged.count))
      case 1: forged.insert(UInt8(dice.below(256)), at: dice.below(forged.count))
      default: break
      }
      for _ in 0..<dice.below(4) where !forged.isEmpty {
        let place = dice.below(forged.count)
        forged[place] = dice.pick([0, 1, 0x7f, 0x80, 0xff, forged[place] ^ 1, forged[place] &+ 1])
      }
      let text = PartLine.line(header, forged)
      guard let part = try? sharing.read(text) else { continue }
      // Whatever is taken must be judged without harm.
      _ = sharing.checker.report(on: try sharing.checker.merge([part]))
      read += 1
    }
    #expect(read > 0)
  }

  @Test(arguments: 0...70)
  func `reads what it writes as base64`(count: Int) {
    var dice = SplitMix64(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
    var text: [UInt8] = []

    PartBase64.append(bytes, to: &text)

    #expect(PartBase64.bytes(of: text[...]) == bytes)
    for bad in ["A", "AB=", "A===", "AA=A", "AA\nA", "\u{e9}AA", "===="] {
      #expect(PartBase64.bytes(of: Array(bad.utf8)[...]) == nil, "\(bad)")
    }
  }
}
