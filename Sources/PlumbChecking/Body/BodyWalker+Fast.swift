import PlumbText

extension BodyWalker {
  /// Follows learned ways as far as they go.
  ///
  /// A step that does not fit leaves no trace: the general reader does it over, from the start of
  /// the separator.
  @inline(never)
  func run(_ bytes: RawSpan, _ ways: UnsafeMutablePointer<Way>) {
    let base = frames
    let limit = frames + (depthLimit - 1)
    let columns = tape.columns
    let end = walk.pointee.end
    var position = walk.pointee.position
    var state = walk.pointee.state
    var seen = walk.pointee.seen
    var needs = walk.pointee.needs
    var frame = frames + walk.pointee.depth
    steps: while true {
      var way = ways + 2 * Int(state)
      if !way.pointee.stands(bytes, at: position) {
        way += 1
        if !way.pointee.stands(bytes, at: position) { break }
      }
      let start = position &+ Int(way.pointee.length)
      // What follows the body may go on as if it belonged to it.
      if start > end { break }
      let bit = way.pointee.bit
      // Most values are strings: one look finds them.
      if way.pointee.isString {
        var known = seen
        if way.pointee.action == .string {
          if seen & bit != 0 { break }
        } else {
          guard seen & needs == needs, frame != base,
            (frame - 1).pointee.state == way.pointee.child
          else { break }
          known = 0
        }
        let quote = JSONScan.stringEnd(bytes, from: start, to: end)
        if quote < 0 { break }
        if way.pointee.isWatched {
          if way.pointee.narrowing >= 0, !admits(bytes, start..<quote, way) { break }
          if way.pointee.isTaped {
            Self.record(bytes, way, columns, position, start, quote &- start)
          }
        }
        seen = known | bit
        state = way.pointee.next
        position = quote &+ 1
        way.pointee.hits &+= 1
        continue
      }
      let after: Int
      let action = way.pointee.action
      switch action {
      case .object, .list:
        if seen & bit != 0 || frame == limit { break steps }
        if way.pointee.isTaped { Self.record(bytes, way, columns, position, start &- 1, 1) }
        frame.pointee = WalkFrame(state: way.pointee.next, seen: seen | bit, needs: needs)
        frame += 1
        state = way.pointee.child
        seen = 0
        needs = way.pointee.childNeeds
        position = start
      case .endObject, .endList:
        if seen & needs != needs || frame == base { break steps }
        frame -= 1
        state = frame.pointee.state
        seen = frame.pointee.seen
        needs = frame.pointee.needs
        position = start
      case .integer, .number:
        if seen & bit != 0 { break steps }
        var isPlain = true
        after = JSONScan.numberEnd(bytes, from: start, isPlain: &isPlain)
        // A number that reaches the end may be cut by it.
        if after < 0 || after >= end || (!isPlain && action == .integer) { break steps }
        if way.pointee.narrowing >= 0, !admits(bytes, start..<after, way) { break steps }
        if way.pointee.isTaped { Self.record(bytes, way, columns, position, start, after &- start) }
        seen |= bit
        state = way.pointee.next
        position = after
      case .boolean:
        if seen & bit != 0 { break steps }
        after = JSONScan.booleanEnd(bytes, from: start)
        if after < 0 || after > end { break steps }
        if way.pointee.narrowing >= 0, !admits(bytes, start..<after, way) { break steps }
        if way.pointee.isTaped { Self.record(bytes, way, columns, position, start, after &- start) }
        seen |= bit
        state = way.pointee.next
        position = after
      case .string, .again, .none:
        break steps
      }
      way.pointee.hits &+= 1
    }
    walk.pointee.position = position
    walk.pointee.state = state
    walk.pointee.seen = seen
    walk.pointee.needs = needs
    walk.pointee.depth = frame - base
  }

  /// Puts what a way has led to on the tape.
  @inline(__always)
  private static func record(
    _ bytes: RawSpan,
    _ way: UnsafeMutablePointer<Way>,
    _ columns: UnsafeMutablePointer<SlotTape.Column>,
    _ position: Int,
    _ start: Int,
    _ length: Int
  ) {
    if way.pointee.itemSlot >= 0 {
      let item = position &+ Int(way.pointee.itemOffset)
      let kind = BodyTape.Kind.object.rawValue
      SlotTape.append(to: columns + Int(way.pointee.itemSlot), kind, item, 1)
    }
    guard way.pointee.slot >= 0 else { return }
    if way.pointee.isAddress, !WebText.mayBegin(bytes, at: start) { return }
    SlotTape.append(to: columns + Int(way.pointee.slot), way.pointee.rawKind, start, length)
  }

  @inline(never)
  private func admits(
    _ bytes: RawSpan,
    _ value: Range<Int>,
    _ way: UnsafeMutablePointer<Way>
  ) -> Bool {
    table.narrowing.breach(of: way.pointee.narrowing, by: value, in: bytes) == nil
  }
}
