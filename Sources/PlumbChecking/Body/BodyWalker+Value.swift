import PlumbModel
import PlumbText

extension BodyWalker {
  /// Reads one value in the general form, and judges it as the value of a node.
  ///
  /// - Parameters:
  ///   - bytes: The buffer.
  ///   - node: What is documented here.
  ///   - start: The offset of the value's first byte.
  ///   - before: The walk before the separator, when the stretch since then may be learned.
  ///   - bit: The bit of the member that the separator names.
  /// - Returns: Whether the walk goes on.
  func readValue(
    _ bytes: RawSpan,
    node: Int32,
    at start: Int,
    learning before: WalkState? = nil,
    bit: UInt64 = 0
  ) -> Bool {
    guard start < walk.pointee.end else { return broken(bytes, at: start) != nil }
    textNode = node
    let plan = table.plan.nodes[Int(node)]
    let opener = bytes.byte(start)
    let isContainer =
      (plan.kind == .object && opener == 0x7b) || (plan.kind == .list && opener == 0x5b)
    if isContainer { return openContainer(bytes, node, at: start, learning: before, bit: bit) }
    isUnclear = false
    guard let end = valueEnd(bytes, from: start) else { return false }
    walk.pointee.position = end
    let value = start..<end
    noteOnTape(bytes, node, BodyTape.Kind(opener), opener == 0x22 ? (start + 1)..<(end - 1) : value)
    switch (plan.kind, opener) {
    case (.string, 0x22):
      if let before { learn(bytes, to: start + 1, .string, in: before, target: node, bit: bit) }
      table.presence.add(node)
      judge(bytes, node, value, inside: (start + 1)..<(end - 1))
    case (.boolean, 0x74), (.boolean, 0x66):
      if let before { learn(bytes, to: start, .boolean, in: before, target: node, bit: bit) }
      table.presence.add(node)
      judge(bytes, node, value, inside: value)
    case (.number, 0x2d), (.number, 0x30...0x39):
      if let before { learn(bytes, to: start, .number, in: before, target: node, bit: bit) }
      table.presence.add(node)
      judge(bytes, node, value, inside: value)
    case (.integer, 0x2d), (.integer, 0x30...0x39):
      guard JSONKind(of: value, in: bytes) == .integer else {
        noteMismatch(bytes, node, value)
        break
      }
      if let before { learn(bytes, to: start, .integer, in: before, target: node, bit: bit) }
      table.presence.add(node)
      judge(bytes, node, value, inside: value)
    case (.any, _):
      table.presence.add(node, as: JSONKind(of: value, in: bytes))
    case (_, 0x6e) where plan.isNullable:
      table.presence.add(node, as: .null)
    default:
      noteMismatch(bytes, node, value)
    }
    return true
  }

  private func openContainer(
    _ bytes: RawSpan,
    _ node: Int32,
    at start: Int,
    learning before: WalkState?,
    bit: UInt64
  ) -> Bool {
    guard walk.pointee.depth + 1 < depthLimit else {
      isBroken = true
      log.note(
        .bodyTooDeep,
        node: node,
        kind: "depth",
        found: "a deeper value",
        at: .value(start..<start + 1)
      )
      return false
    }
    table.presence.add(node)
    let plan = table.plan.nodes[Int(node)]
    noteOnTape(bytes, node, plan.kind == .object ? .object : .list, start..<(start + 1))
    if let before, plan.kind == .object || plan.narrowing < 0 {
      let action: Way.Action = plan.kind == .object ? .object : .list
      learn(bytes, to: start + 1, action, in: before, target: node, bit: bit)
    }
    frames[walk.pointee.depth] = WalkFrame(
      state: walk.pointee.state,
      seen: walk.pointee.seen,
      needs: walk.pointee.needs
    )
    walk.pointee.depth += 1
    enter(node, at: start)
    return true
  }

  /// Holds a value of the documented kind to what narrows it.
  private func judge(_ bytes: RawSpan, _ node: Int32, _ value: Range<Int>, inside: Range<Int>) {
    let narrowing = table.plan.nodes[Int(node)].narrowing
    guard narrowing >= 0, !isUnclear,
      let breach = table.narrowing.breach(of: narrowing, by: inside, in: bytes)
    else { return }
    log.note(
      .fieldValue,
      node: node,
      kind: breach.rawValue,
      found: ByteText.excerpt(bytes, value),
      at: .value(value)
    )
  }

  /// Holds the items of a list to what narrows it.
  func judgeItems(_ bytes: RawSpan, _ node: Int32, _ list: Range<Int>) {
    let narrowing = table.plan.narrowings[Int(table.plan.nodes[Int(node)].narrowing)]
    let items = ListItems.ranges(bytes, in: list)
    let least = narrowing.minimumLength ?? 0
    let most = narrowing.maximumLength ?? Int.max
    if items.count < least || items.count > most {
      let found = items.count == 1 ? "1 item" : "\(items.count) items"
      log.note(.fieldValue, node: node, kind: "length", found: found, at: .value(list))
    }
    if narrowing.isUnique, let again = ListItems.firstRepeat(bytes, items) {
      let found = "\(ByteText.excerpt(bytes, again)) again"
      log.note(.fieldValue, node: node, kind: "repeat", found: found, at: .value(again))
    }
  }

  /// Remembers the stretch from the separator's start to `end`.
  func learn(
    _ bytes: RawSpan,
    to end: Int,
    _ action: Way.Action,
    in before: WalkState,
    target: Int32 = -1,
    bit: UInt64 = 0
  ) {
    let length = end - before.position
    guard length > 0, length <= Stretch.limit, end <= before.end,
      table.learned.canLearn(before.state)
    else { return }
    var way = Way()
    way.remember(bytes, from: before.position, length: length)
    way.action = action
    way.bit = bit
    way.target = target
    way.next = walk.pointee.state
    if target >= 0 {
      let node = table.plan.nodes[Int(target)]
      way.child = node.state
      way.childNeeds = node.needed
      way.watch(
        narrowing: node.narrowing,
        slot: table.plan.slots[Int(target)],
        isAddress: table.plan.addressesOnly[Int(target)]
      )
    }
    table.learned.learn(way, in: before.state, presence: table.presence)
  }
}
