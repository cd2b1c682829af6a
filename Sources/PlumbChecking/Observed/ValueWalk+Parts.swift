import PlumbText

extension ValueWalk {
  /// Opens an object, as far as its first member's value.
  @inline(__always)
  mutating func openObject(_ bytes: RawSpan, _ node: Int32, at start: Int) -> Step {
    guard frames.count < min(ObservationLimits.depth, depthLimit) else {
      return openDeep(bytes, node, at: start)
    }
    append(node, .object, start, 0)
    position = start
    var frame = Frame(node: node, isObject: true, entry: tape.count &- 1)
    let place = nodes.nodes[Int(node)]
    if place.first >= 0, place.opening.stands(bytes, at: start) {
      frame.member = place.first
      frame.seen = nodes.nodes[Int(place.first)].bit
      frame.count = 1
      frames.append(frame)
      position = start &+ place.openingLength
      return .value(place.first)
    }
    frames.append(frame)
    let first = JSONScan.skipWhiteSpace(bytes, from: start + 1, to: body.upperBound)
    if first < body.upperBound, bytes.byte(first) == 0x7d { return close(at: first) }
    return readName(bytes, at: first, behind: start)
  }

  /// Goes from behind a member's value to the next one's, or closes the object.
  @inline(__always)
  mutating func nextMember(_ bytes: RawSpan) -> Step {
    let top = frames.count &- 1
    let member = frames[top].member
    if member >= 0 {
      let place = nodes.nodes[Int(member)]
      if place.next >= 0, place.after.stands(bytes, at: position) {
        let bit = nodes.nodes[Int(place.next)].bit
        if frames[top].seen & bit == SIMD2() {
          frames[top].seen |= bit
          frames[top].member = place.next
          frames[top].count &+= 1
          position &+= place.afterLength
          return .value(place.next)
        }
      }
    }
    return otherMember(bytes)
  }

  @inline(never)
  private mutating func otherMember(_ bytes: RawSpan) -> Step {
    let start = position
    let end = body.upperBound
    let offset = JSONScan.skipWhiteSpace(bytes, from: start, to: end)
    guard offset < end else { return .fault }
    if bytes.byte(offset) == 0x7d { return close(at: offset) }
    guard bytes.byte(offset) == 0x2c else { return .fault }
    let name = JSONScan.skipWhiteSpace(bytes, from: offset + 1, to: end)
    return readName(bytes, at: name, behind: start)
  }

  /// Opens a list, as far as its first item.
  mutating func openList(_ bytes: RawSpan, _ node: Int32, at start: Int) -> Step {
    guard frames.count < min(ObservationLimits.depth, depthLimit) else {
      return openDeep(bytes, node, at: start)
    }
    append(node, .list, start, 0)
    frames.append(Frame(node: node, isObject: false, entry: tape.count - 1))
    position = JSONScan.skipWhiteSpace(bytes, from: start + 1, to: body.upperBound)
    guard position < body.upperBound else { return .fault }
    if bytes.byte(position) == 0x5d { return close(at: position) }
    if nodes.nodes[Int(node)].items < 0 {
      nodes.nodes[Int(node)].items = addPlace(to: node)
    }
    frames[frames.count - 1].count = 1
    return .value(nodes.nodes[Int(node)].items)
  }

  /// Goes from behind an item to the next one, or closes the list.
  @inline(__always)
  mutating func nextItem(_ bytes: RawSpan) -> Step {
    var offset = position
    if JSONScan.isWhiteSpace(bytes.byte(offset)) {
      offset = JSONScan.skipWhiteSpace(bytes, from: offset, to: body.upperBound)
    }
    guard offset < body.upperBound else { return .fault }
    if bytes.byte(offset) == 0x5d { return close(at: offset) }
    guard bytes.byte(offset) == 0x2c else { return .fault }
    let top = frames.count &- 1
    frames[top].count &+= 1
    position = offset &+ 1
    return .value(nodes.nodes[Int(frames[top].node)].items)
  }

  @inline(__always)
  private mutating func close(at bracket: Int) -> Step {
    let frame = frames.removeLast()
    tape[frame.entry].length = UInt32(truncatingIfNeeded: frame.count)
    if let last = furtherNames.last, last.depth > frames.count { furtherNames.removeLast() }
    position = bracket &+ 1
    return .after
  }
}
