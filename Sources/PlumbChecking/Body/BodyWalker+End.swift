import PlumbText

extension BodyWalker {
  /// Learns how an object ends and, where another item follows at once, how that begins.
  func learnEnd(_ bytes: RawSpan, _ node: Int32, at brace: Int, in before: WalkState) {
    if let again = nextItem(bytes, node, after: brace + 1, in: before) {
      table.learned.learn(again, in: before.state, presence: table.presence)
    }
    learn(bytes, to: brace + 1, .endObject, in: before)
  }

  /// The way from the end of an item through the comma to the next item's first value, a string.
  private func nextItem(
    _ bytes: RawSpan,
    _ node: Int32,
    after start: Int,
    in before: WalkState
  ) -> Way? {
    let plan = table.plan
    guard before.depth > 0, table.learned.canLearn(before.state) else { return nil }
    let around = frames[before.depth - 1].state
    let list = plan.nodes[Int(plan.stateNodes[Int(around)])]
    guard list.kind == .list, list.narrowing < 0, plan.nodes[Int(list.inner)].owner == node,
      let name = nextName(bytes, from: start, to: before.end), !NameText.hasEscape(bytes, name)
    else { return nil }
    let members = plan.members(of: node)
    let match = members.first { index in
      let member = plan.members[index]
      return Int(member.nameLength) == name.count
        && bytes.holds(Array(plan.name(of: member).utf8), at: name.lowerBound)
    }
    var opener = start
    while bytes.byte(opener) != 0x7b { opener += 1 }
    guard let match, match - members.lowerBound < TablePlan.bitLimit else { return nil }
    var value = JSONScan.skipWhiteSpace(bytes, from: name.upperBound + 1, to: before.end)
    value = JSONScan.skipWhiteSpace(bytes, from: value + 1, to: before.end)
    let target = plan.members[match].node
    guard value < before.end, bytes.byte(value) == 0x22,
      plan.nodes[Int(target)].kind == .string,
      value + 1 - before.position <= Stretch.limit
    else { return nil }
    var way = Way()
    way.remember(bytes, from: before.position, length: value + 1 - before.position)
    way.action = .again
    way.bit = 1 << UInt64(match - members.lowerBound)
    way.target = target
    way.next = plan.nodes[Int(node)].state + 1 + Int32(match - members.lowerBound)
    way.child = around
    way.watch(
      narrowing: plan.nodes[Int(target)].narrowing,
      slot: plan.slots[Int(target)],
      isAddress: plan.addressesOnly[Int(target)],
      itemSlot: plan.slots[Int(list.inner)]
    )
    way.itemOffset = UInt8(truncatingIfNeeded: opener - before.position)
    return way
  }

  /// The first name of the object that follows a comma, with a colon after it.
  private func nextName(_ bytes: RawSpan, from start: Int, to end: Int) -> Range<Int>? {
    var position = JSONScan.skipWhiteSpace(bytes, from: start, to: end)
    for expected in [0x2c, 0x7b] as [UInt8] {
      guard position < end, bytes.byte(position) == expected else { return nil }
      position = JSONScan.skipWhiteSpace(bytes, from: position + 1, to: end)
    }
    guard position < end, bytes.byte(position) == 0x22 else { return nil }
    let quote = JSONScan.stringEnd(bytes, from: position + 1, to: end)
    guard quote >= 0 else { return nil }
    let colon = JSONScan.skipWhiteSpace(bytes, from: quote + 1, to: end)
    guard colon < end, bytes.byte(colon) == 0x3a else { return nil }
    return (position + 1)..<quote
  }
}
