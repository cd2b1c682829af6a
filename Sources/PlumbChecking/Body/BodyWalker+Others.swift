import PlumbText

/// A name that is not documented, and the object that it stands in.
struct NearKey: Hashable {
  var table: ObjectIdentifier
  var node: Int32
  var name: UInt64
}

extension BodyWalker {
  /// Reads a member that no row names.
  func readOther(_ bytes: RawSpan, _ node: Int32, name: Range<Int>, at position: Int) -> Bool {
    let plan = table.plan.nodes[Int(node)]
    let depth = walk.pointee.depth
    let hash = NameText.hash(bytes, name)
    let isAgain = isKnown(hash, at: depth)
    walk.pointee.state = plan.state + 1 + plan.memberCount
    walk.pointee.needs |= TablePlan.generalEnd
    if isAgain { noteDuplicate(name, node) }
    if plan.inner >= 0 {
      addOther(
        SideMember(depth: depth, rank: -1, hash: hash, name: name, value: position..<position)
      )
      return readValue(bytes, node: plan.inner, at: position)
    }
    textNode = node
    guard let end = valueEnd(bytes, from: position) else { return false }
    walk.pointee.position = end
    if !isAgain {
      addOther(SideMember(depth: depth, rank: -1, hash: hash, name: name, value: position..<end))
    }
    return true
  }

  /// Whether the innermost object has held an undocumented member of this name before.
  private func isKnown(_ hash: UInt64, at depth: Int) -> Bool {
    if let many = manyNames.last, many.depth == depth { return many.names.contains(hash) }
    for member in sideMembers.reversed() {
      guard member.depth == depth else { break }
      if member.rank < 0, member.hash == hash { return true }
    }
    return false
  }

  private func addOther(_ member: SideMember) {
    sideMembers.append(member)
    if manyNames.last?.depth == member.depth {
      manyNames[manyNames.count - 1].names.insert(member.hash)
      return
    }
    let few = 32
    guard sideMembers.count > few,
      sideMembers[sideMembers.count - few - 1].depth == member.depth
    else { return }
    let members = sideMembers.reversed().prefix { $0.depth == member.depth }
    manyNames.append((member.depth, Set(members.filter { $0.rank < 0 }.map(\.hash))))
  }

  /// Ends an object: what is missing, what is not documented, and what of both is one thing.
  func endObject(_ bytes: RawSpan, _ node: Int32, at brace: Int) -> Bool {
    let before = walk.pointee
    let plan = table.plan.nodes[Int(node)]
    var others: [SideMember] = []
    while let last = sideMembers.last, last.depth == before.depth {
      others.append(sideMembers.removeLast())
    }
    if manyNames.last?.depth == before.depth { manyNames.removeLast() }
    var seen = ObjectMembers(
      bits: before.seen,
      ranks: others.compactMap { $0.rank >= 0 ? $0.rank : nil }
    )
    if plan.inner >= 0, seen.isEmpty, others.count == 1 {
      // Such an object is open, so that the member's end is not known.
      others[0].value = others[0].value.lowerBound..<brace
      judgeWrapper(bytes, node, others[0], &seen)
    }
    if plan.inner < 0 {
      others.removeAll { $0.rank >= 0 }
      others.reverse()
      judgeOthers(bytes, node, others, &seen, brace: brace)
    }
    noteMissing(node, seen, brace: brace)
    if plan.needed & TablePlan.generalEnd == 0, before.needs & TablePlan.generalEnd == 0 {
      learnEnd(bytes, node, at: brace, in: before)
    }
    return leave(after: brace + 1)
  }

  private func noteMissing(_ node: Int32, _ seen: ObjectMembers, brace: Int) {
    let plan = table.plan
    guard !seen.isExcused else { return }
    for (rank, index) in plan.members(of: node).enumerated() {
      let member = plan.members[index]
      guard !member.isOptional, !seen.contains(Int32(rank)) else { continue }
      log.note(
        .fieldMissing,
        node: member.node,
        kind: "missing",
        found: "nothing",
        at: .object(end: brace)
      )
    }
  }

  private func judgeOthers(
    _ bytes: RawSpan,
    _ node: Int32,
    _ others: [SideMember],
    _ seen: inout ObjectMembers,
    brace: Int
  ) {
    guard !others.isEmpty else { return }
    if seen.isEmpty, others.count == 1 { judgeWrapper(bytes, node, others[0], &seen) }
    guard !seen.isExcused else { return }
    for other in others {
      let kind = JSONKind(of: other.value, in: bytes)
      let hash = other.hash
      let rank = nearRow(bytes, node, other.name, hash)
      let members = table.plan.members(of: node)
      let row = rank >= 0 ? table.plan.members[members.lowerBound + Int(rank)].node : -1
      if rank >= 0, !seen.contains(rank), mayStand(kind, in: row) {
        seen.insert(rank)
        noteName(bytes, .fieldRenamed, row, other, kind, hash)
      } else {
        noteName(bytes, .fieldUndocumented, node, other, kind, hash)
      }
    }
  }

  private func judgeWrapper(
    _ bytes: RawSpan,
    _ node: Int32,
    _ only: SideMember,
    _ seen: inout ObjectMembers
  ) {
    guard isWrapper(bytes, node, only) else { return }
    noteWrapped(bytes, node, only)
    seen.isExcused = true
  }

  /// Whether a value may be that of a renamed row; null may be that of any.
  private func mayStand(_ kind: JSONKind, in row: Int32) -> Bool {
    kind == .null || fits(kind, table.plan.nodes[Int(row)].kind)
  }

  private func noteName(
    _ bytes: RawSpan,
    _ rule: RuleID,
    _ node: Int32,
    _ other: SideMember,
    _ kind: JSONKind,
    _ hash: UInt64
  ) {
    log.note(
      rule,
      node: node,
      kind: kind.word,
      found: kind.word,
      detail: hash,
      name: { NameText.decode(bytes, other.name) },
      at: .member(name: other.name, value: other.value.lowerBound)
    )
  }

  /// Whether an object holds nothing documented but one thing that does.
  private func isWrapper(_ bytes: RawSpan, _ node: Int32, _ only: SideMember) -> Bool {
    guard table.plan.nodes[Int(node)].needed != 0 else { return false }
    var inner = only.value
    if bytes.byte(inner.lowerBound) == 0x5b {
      guard let first = ListItems.ranges(bytes, in: inner, limit: 1).first else { return false }
      inner = first
    }
    guard bytes.byte(inner.lowerBound) == 0x7b else { return false }
    let documented = table.plan.members(of: node).map {
      table.plan.name(of: table.plan.members[$0])
    }
    return ListItems.members(bytes, in: inner).contains {
      documented.contains(NameText.decode(bytes, $0.name))
    }
  }

  private func noteWrapped(_ bytes: RawSpan, _ node: Int32, _ only: SideMember) {
    let entry = log.note(
      .fieldWrapped,
      node: node,
      kind: "wrapped",
      found: "object in `\(NameText.decode(bytes, only.name))`",
      at: .member(name: only.name, value: only.value.lowerBound)
    )
    for index in table.plan.members(of: node) where !table.plan.members[index].isOptional {
      log.noteSymptom(of: entry, .fieldMissing, node: table.plan.members[index].node)
    }
  }

  /// The rank of the documented member whose name is near; -1 for none.
  private func nearRow(_ bytes: RawSpan, _ node: Int32, _ name: Range<Int>, _ hash: UInt64) -> Int32
  {
    let key = NearKey(table: ObjectIdentifier(table), node: node, name: hash)
    if let last = lastNearRow, last.key == key { return last.rank }
    if let known = nearRows[key] {
      lastNearRow = (key, known)
      return known
    }
    let names = table.plan.members(of: node).map { table.plan.name(of: table.plan.members[$0]) }
    let rank = NearName.rank(of: NameText.decode(bytes, name), among: names)
    if nearRows.count < 10_000 { nearRows[key] = rank }
    return rank
  }
}

/// Which documented members of one object were there.
struct ObjectMembers {
  /// By bit.
  var bits: UInt64
  /// Beyond the bits.
  var ranks: [Int32]
  /// Whether another finding already says why members are missing.
  var isExcused = false

  var isEmpty: Bool { bits == 0 && ranks.isEmpty }

  func contains(_ rank: Int32) -> Bool {
    rank < TablePlan.bitLimit ? bits & (1 << UInt64(rank)) != 0 : ranks.contains(rank)
  }

  mutating func insert(_ rank: Int32) {
    if rank < TablePlan.bitLimit { bits |= 1 << UInt64(rank) } else { ranks.append(rank) }
  }
}
