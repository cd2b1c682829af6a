import PlumbText

extension ValueWalk {
  /// Reads a member's name, as far as its value, and remembers the way there.
  ///
  /// - Parameters:
  ///   - quote: Where the name begins.
  ///   - start: Where the last value ended, or the object begins.
  mutating func readName(_ bytes: RawSpan, at quote: Int, behind start: Int) -> Step {
    let end = body.upperBound
    guard quote < end, bytes.byte(quote) == 0x22 else { return .fault }
    let nameEnd = JSONScan.stringEnd(bytes, from: quote + 1, to: end)
    guard nameEnd >= 0 else { return .fault }
    let colon = JSONScan.skipWhiteSpace(bytes, from: nameEnd + 1, to: end)
    guard colon < end, bytes.byte(colon) == 0x3a else { return .fault }
    position = JSONScan.skipWhiteSpace(bytes, from: colon + 1, to: end)
    let range = (quote + 1)..<nameEnd
    let top = frames.count - 1
    let previous = frames[top].member
    frames[top].count += 1
    guard let member = member(written: range, in: bytes) else { return .fault }
    guard member >= 0 else { return .value(member) }
    frames[top].member = member
    if nodes.nodes[Int(member)].bit != SIMD2(), position - start <= Stretch.limit {
      let isOpening = bytes.byte(start) == 0x7b
      nodes.remember(
        bytes,
        start..<position,
        from: isOpening ? frames[top].node : previous,
        isOpening: isOpening,
        to: member
      )
    }
    return .value(member)
  }

  /// The place of a member of the innermost object; `nil` when it has had one of that name, and -1
  /// when it is not described.
  private mutating func member(written name: Range<Int>, in bytes: RawSpan) -> Int32? {
    guard NameText.hasEscape(bytes, name) else { return member(name, in: bytes) }
    let meant = JSONUnescaping.text(bytes, name)
    return member(meant.indices, in: meant.span.bytes)
  }

  private mutating func member(_ name: Range<Int>, in bytes: RawSpan) -> Int32? {
    let top = frames.count - 1
    let object = frames[top].node
    if let known = nodes.member(of: object, bytes, name) {
      let bit = nodes.nodes[Int(known)].bit
      guard frames[top].seen & bit == SIMD2() else { return nil }
      frames[top].seen |= bit
      return known
    }
    let others = nodes.nodes[Int(object)].others
    let isFull = nodes.labels[Int(object)].members.count == ObservationLimits.memberNames
    let hasRoom = nodes.count < ObservationLimits.placesAtOnce
    if others < 0, !isFull, hasRoom {
      let first = order(of: position)
      let previous = frames[top].member
      let new = nodes.addMember(bytes.array(name), to: object, first: first, previous: previous)
      frames[top].seen |= nodes.nodes[Int(new)].bit
      return new
    }
    guard isFurther(XXH64.hash(bytes, name)) else { return nil }
    if others >= 0 { return others }
    guard hasRoom else {
      append(object, .more, position, 0)
      return -1
    }
    let new = addPlace(to: object)
    nodes.nodes[Int(object)].others = new
    return new
  }

  /// Notes a name of the innermost object that has no place of its own; `false` when it was there
  /// before.
  private mutating func isFurther(_ hash: UInt64) -> Bool {
    if furtherNames.last?.depth != frames.count { furtherNames.append((frames.count, [])) }
    return furtherNames[furtherNames.count - 1].hashes.insert(hash).inserted
  }

  /// Adds a place that has no name.
  mutating func addPlace(to parent: Int32) -> Int32 {
    nodes.add(ValueNodes.Label(parent: parent, first: order(of: position)))
  }

  private func order(of offset: Int) -> ValueOrder {
    var order = exchange
    order.offset = offset - body.lowerBound
    return order
  }

  /// Reads over an object or a list that is too deep to be described.
  @inline(never)
  mutating func openDeep(_ bytes: RawSpan, _ node: Int32, at start: Int) -> Step {
    let isObject = bytes.byte(start) == 0x7b
    append(node, isObject ? .object : .list, start, 0)
    let entry = tape.count - 1
    guard let value = value(bytes, from: start) else { return .fault }
    let count = value.elements?.count ?? value.members?.count ?? 0
    tape[entry].length = UInt32(truncatingIfNeeded: count)
    if count > 0 { append(node, .more, start, 0) }
    return .after
  }

  /// Reads over a value that is not described.
  @inline(never)
  mutating func skip(_ bytes: RawSpan, from start: Int) -> Step {
    value(bytes, from: start) == nil ? .fault : .after
  }

  private mutating func value(_ bytes: RawSpan, from start: Int) -> JSONNode? {
    let end = ListItems.plainEnd(bytes, from: start, to: body.upperBound)
    let room = depthLimit - frames.count
    let isContainer = bytes.byte(start) == 0x7b || bytes.byte(start) == 0x5b
    guard room > 0 || !isContainer else { return nil }
    let limits = JSONDocument.Limits(depth: room)
    guard let document = try? JSONDocument(in: bytes, start..<end, limits: limits),
      document.duplicates.isEmpty, document.loneSurrogates.isEmpty
    else { return nil }
    position = end
    return document.root
  }
}
