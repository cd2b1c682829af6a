import PlumbText

extension BodyWalker {
  /// Does one step in the general form: a separator, and the value after it.
  ///
  /// - Returns: Whether the walk goes on.
  @inline(never)
  func step(_ bytes: RawSpan) -> Bool {
    let before = walk.pointee
    guard before.position <= before.end else {
      truncated()
      return false
    }
    let plan = table.plan
    let node = plan.stateNodes[Int(before.state)]
    let previous = plan.statePrevious[Int(before.state)]
    textNode = node
    if plan.nodes[Int(node)].kind == .list {
      return stepInList(bytes, node, isFirst: previous < 0)
    }
    return stepInObject(bytes, node, previous: previous)
  }

  private func stepInList(_ bytes: RawSpan, _ node: Int32, isFirst: Bool) -> Bool {
    let before = walk.pointee
    var position = JSONScan.skipWhiteSpace(bytes, from: before.position, to: before.end)
    if position < before.end, bytes.byte(position) == 0x5d {
      return endList(bytes, node, at: position)
    }
    if !isFirst {
      guard position < before.end, bytes.byte(position) == 0x2c else {
        return broken(bytes, at: position) != nil
      }
      position = JSONScan.skipWhiteSpace(bytes, from: position + 1, to: before.end)
    }
    guard position < before.end else { return broken(bytes, at: position) != nil }
    walk.pointee.state = table.plan.nodes[Int(node)].state + 1
    let inner = table.plan.nodes[Int(node)].inner
    return readValue(bytes, node: inner, at: position, learning: before)
  }

  private func endList(_ bytes: RawSpan, _ node: Int32, at bracket: Int) -> Bool {
    let before = walk.pointee
    if table.plan.nodes[Int(node)].narrowing >= 0, let start = listStarts.popLast() {
      judgeItems(bytes, node, start.start..<(bracket + 1))
    } else {
      learn(bytes, to: bracket + 1, .endList, in: before)
    }
    return leave(after: bracket + 1)
  }

  private func stepInObject(_ bytes: RawSpan, _ node: Int32, previous: Int32) -> Bool {
    let before = walk.pointee
    var position = JSONScan.skipWhiteSpace(bytes, from: before.position, to: before.end)
    if position < before.end, bytes.byte(position) == 0x7d {
      return endObject(bytes, node, at: position)
    }
    if previous >= 0 {
      guard position < before.end, bytes.byte(position) == 0x2c else {
        return broken(bytes, at: position) != nil
      }
      position = JSONScan.skipWhiteSpace(bytes, from: position + 1, to: before.end)
    }
    guard let name = readName(bytes, at: &position) else { return false }
    let rank = rankOfMember(bytes, name, in: node, after: previous)
    guard rank >= 0 else { return readOther(bytes, node, name: name, at: position) }
    return readMember(bytes, node, rank: rank, name: name, at: position, learning: before)
  }

  /// Reads a name and the colon after it; `nil` when the text is broken.
  func readName(_ bytes: RawSpan, at position: inout Int) -> Range<Int>? {
    let end = walk.pointee.end
    guard position < end, bytes.byte(position) == 0x22 else {
      _ = broken(bytes, at: position)
      return nil
    }
    let start = position + 1
    guard let quote = stringEnd(bytes, from: start) else { return nil }
    position = JSONScan.skipWhiteSpace(bytes, from: quote + 1, to: end)
    guard position < end, bytes.byte(position) == 0x3a else {
      _ = broken(bytes, at: position)
      return nil
    }
    position = JSONScan.skipWhiteSpace(bytes, from: position + 1, to: end)
    return start..<quote
  }

  private func readMember(
    _ bytes: RawSpan,
    _ node: Int32,
    rank: Int32,
    name: Range<Int>,
    at position: Int,
    learning before: WalkState
  ) -> Bool {
    let plan = table.plan
    let member = plan.members[Int(plan.nodes[Int(node)].firstMember + rank)]
    walk.pointee.state = plan.nodes[Int(node)].state + 1 + rank
    guard rank < TablePlan.bitLimit else {
      if sideMembers.contains(where: { $0.depth == before.depth && $0.rank == rank }) {
        noteDuplicate(name, member.node)
      }
      sideMembers.append(
        SideMember(depth: before.depth, rank: rank, hash: 0, name: name, value: position..<position)
      )
      return readValue(bytes, node: member.node, at: position)
    }
    let bit: UInt64 = 1 << UInt64(rank)
    if before.seen & bit != 0 {
      noteDuplicate(name, member.node)
      return readValue(bytes, node: member.node, at: position)
    }
    walk.pointee.seen |= bit
    return readValue(bytes, node: member.node, at: position, learning: before, bit: bit)
  }

  /// Says that a name stands twice in one object.
  func noteDuplicate(_ name: Range<Int>, _ node: Int32) {
    log.note(
      .bodyDuplicateMember,
      node: node,
      kind: "member",
      found: "a second member of the same name",
      at: .name(name)
    )
  }

  /// Goes back to the object or list around; whether there is one.
  func leave(after position: Int) -> Bool {
    walk.pointee.position = position
    guard walk.pointee.depth > 0 else { return false }
    walk.pointee.depth -= 1
    let frame = frames[walk.pointee.depth]
    walk.pointee.state = frame.state
    walk.pointee.seen = frame.seen
    walk.pointee.needs = frame.needs
    return true
  }

  /// The rank of a documented member by its name as written; -1 for none.
  private func rankOfMember(
    _ bytes: RawSpan,
    _ name: Range<Int>,
    in node: Int32,
    after previous: Int32
  ) -> Int32 {
    let plan = table.plan
    let members = plan.members(of: node)
    guard !members.isEmpty else { return -1 }
    // Members usually come in documented order: begin with the one after the last.
    var index = members.lowerBound + Int(previous) + 1
    for _ in members {
      if index >= members.upperBound { index = members.lowerBound }
      let member = plan.members[index]
      if Int(member.nameLength) == name.count, stands(bytes, name, member) {
        return Int32(index - members.lowerBound)
      }
      index += 1
    }
    guard NameText.hasEscape(bytes, name) else { return -1 }
    let text = NameText.decode(bytes, name)
    let rank = members.firstIndex { plan.name(of: plan.members[$0]) == text }
    return rank.map { Int32($0 - members.lowerBound) } ?? -1
  }

  private func stands(_ bytes: RawSpan, _ name: Range<Int>, _ member: TablePlan.Member) -> Bool {
    let first = Int(member.nameOffset)
    for index in 0..<name.count {
      let byte = bytes.byte(name.lowerBound + index)
      // What is written with a backslash is never what is meant.
      if byte == 0x5c || byte != table.plan.names[first + index] { return false }
    }
    return true
  }
}
