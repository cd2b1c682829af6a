import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct BodyTapeTests {
  /// What a tape should hold, found by a plain walk over the tree.
  private static func expected(_ body: [UInt8], _ tape: TapePlan) throws -> [BodyTape.Entry] {
    var entries: [BodyTape.Entry] = []
    func visit(_ node: JSONNode, _ steps: [FieldPath.Step]) {
      if let slot = tape.slot(of: FieldPath(steps: steps)) {
        let opener = body[node.range.lowerBound]
        let kind = BodyTape.Kind(opener)
        var range = node.range
        if kind == .string { range = (range.lowerBound + 1)..<(range.upperBound - 1) }
        if kind == .object || kind == .list { range = range.lowerBound..<(range.lowerBound + 1) }
        let mayBeAddress = kind == .string && "hH\\".utf8.contains(body[range.lowerBound])
        if mayBeAddress || !tape.addressSlots.contains(slot) {
          entries.append(
            BodyTape.Entry(slot: slot, kind: kind, start: range.lowerBound, length: range.count)
          )
        }
      }
      for member in node.members ?? [] { visit(member.value, steps + [.member(member.name)]) }
      for element in node.elements ?? [] { visit(element, steps + [.items]) }
    }
    visit(try JSONDocument(body).root, [])
    return entries
  }

  private static func paths(_ texts: [[FieldPath.Step]]) -> TapePlan {
    var tape = TapePlan()
    for steps in texts { tape.add(FieldPath(steps: steps)) }
    return tape
  }

  /// The places of all codes, and of titles that may be addresses.
  private static var addresses: TapePlan {
    var tape = paths([list + [.member("code")]])
    _ = tape.add(addressesAt: FieldPath(steps: list + [.member("title")]))
    _ = tape.add(addressesAt: FieldPath(steps: list + [.member("href")]))
    return tape
  }

  private static let list: [FieldPath.Step] = [.member("occupation"), .items]

  private static let plans: [TapePlan] = [
    paths([[.member("start")], [.member("next")], list + [.member("title")]]),
    paths([
      list + [.member("href")], list + [.member("job_zone"), .member("rank")],
      list + [.member("tasks"), .items, .member("id")],
      list + [.member("tags"), .member("bright_outlook")],
    ]),
    paths([[.member("total")], [.member("occupation")], list]), addresses,
  ]

  @Test(arguments: plans.indices)
  func `holds every value at its places in the order of the body`(index: Int) throws {
    let tape = Self.plans[index]
    let type = Tables.listing
    let plan = TablePlanner.plan(type, types: [:], place: Tables.place, tape: tape)
    let walker = BodyWalker(
      log: FindingLog(placeLimit: 20),
      table: TableBook(plan: plan),
      depthLimit: 512
    )
    var maker = BodyMaker(seed: UInt64(index))
    var count = 0
    for _ in 0..<500 {
      let body = Array(maker.body(of: type).utf8)
      let padded = body + [UInt8](repeating: 0, count: ExchangeLayout.padding)
      walker.read(0..<body.count, in: padded.span.bytes)

      let expected = try Self.expected(body, tape)
      count += expected.count
      #expect(walker.tape.flat().entries == expected, "\(String(decoding: body, as: UTF8.self))")
    }

    #expect(count > 1_000)
  }
}
