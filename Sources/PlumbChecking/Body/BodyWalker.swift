import PlumbModel
import PlumbText

/// Reads a body once, from bytes to verdict, without making anything of it while it conforms.
///
/// Two readers share one state. The fast one (`run`) follows learned ways and knows only bytes that
/// the general one has read before in the same state; whatever it does not recognise it leaves,
/// untouched, to the general one (`step`), which alone judges, reports and teaches.
final class BodyWalker {
  /// A member that has no bit: undocumented, or beyond the bits of a large object.
  struct SideMember {
    var depth: Int
    /// Its rank among the documented ones; -1 for none.
    var rank: Int32
    /// The hash of an undocumented name.
    var hash: UInt64
    var name: Range<Int>
    var value: Range<Int>
  }

  let depthLimit: Int
  let log: FindingLog
  let walk: UnsafeMutablePointer<WalkState>
  let tape = SlotTape()
  let frames: UnsafeMutablePointer<WalkFrame>
  var table: TableBook
  /// The members without a bit of all open objects, innermost last.
  var sideMembers: [SideMember] = []
  /// The undocumented names of open objects that hold many, innermost last.
  var manyNames: [(depth: Int, names: Set<UInt64>)] = []
  /// Where the open lists began whose items are judged together, innermost last.
  var listStarts: [(depth: Int, start: Int)] = []
  var nearRows: [NearKey: Int32] = [:]
  /// The one of them that was asked for last.
  var lastNearRow: (key: NearKey, rank: Int32)?
  /// The node of the value that is being read: what faults of its text are said of.
  var textNode: Int32 = 0
  /// Set when a string holds what is only unclear, so that nothing more is said of it.
  var isUnclear = false
  /// Set when the text itself is at fault, so that reading on makes no sense.
  var isBroken = false

  init(log: FindingLog, table: TableBook, depthLimit: Int) {
    self.log = log
    let depthLimit = min(max(depthLimit, 1), 10_000)
    self.depthLimit = depthLimit
    walk = .allocate(capacity: 1)
    walk.initialize(to: WalkState())
    let frame = WalkFrame(state: 0, seen: 0, needs: 0)
    frames = .allocate(capacity: depthLimit + 2)
    frames.initialize(repeating: frame, count: depthLimit + 2)
    self.table = table
  }

  deinit {
    walk.deallocate()
    frames.deallocate()
  }

  /// Walks one body; the findings go to the log.
  func read(_ body: Range<Int>, in bytes: RawSpan) {
    isBroken = false
    tape.reset(slots: table.plan.slotCount)
    textNode = 0
    sideMembers.removeAll(keepingCapacity: true)
    listStarts.removeAll(keepingCapacity: true)
    manyNames.removeAll(keepingCapacity: true)
    walk.pointee = WalkState(position: body.lowerBound, end: body.upperBound, depth: -1)
    skipByteOrderMark(bytes)
    let start = JSONScan.skipWhiteSpace(bytes, from: walk.pointee.position, to: body.upperBound)
    guard start < body.upperBound else {
      log.note(.bodyNotJSON, kind: "empty", found: "an empty body", at: .root(body))
      return
    }
    guard openRoot(bytes, at: start) else { return }
    finish(bytes, body)
  }

  private func openRoot(_ bytes: RawSpan, at start: Int) -> Bool {
    let kind = table.plan.nodes[0].kind
    let opener = bytes.byte(start)
    guard (kind == .object && opener == 0x7b) || (kind == .list && opener == 0x5b) else {
      walk.pointee.position = start
      return readValue(bytes, node: 0, at: start)
    }
    table.presence.add(0)
    noteOnTape(bytes, 0, kind == .object ? .object : .list, start..<(start + 1))
    walk.pointee.depth = 0
    enter(0, at: start)
    let ways = table.learned.ways
    repeat {
      run(bytes, ways)
    } while step(bytes)
    return !isBroken
  }

  /// Puts a value on the tape, if a promise speaks of its place.
  func noteOnTape(
    _ bytes: RawSpan,
    _ node: Int32,
    _ kind: BodyTape.Kind,
    _ range: Range<Int>
  ) {
    let slot = table.plan.slots[Int(node)]
    guard slot >= 0 else { return }
    if table.plan.addressesOnly[Int(node)] {
      guard kind == .string, WebText.mayBegin(bytes, at: range.lowerBound) else { return }
    }
    tape.append(slot, kind, range.lowerBound, range.count)
  }

  /// Makes an object or list the innermost one.
  func enter(_ node: Int32, at opener: Int) {
    let plan = table.plan.nodes[Int(node)]
    if plan.kind == .list, plan.narrowing >= 0 {
      listStarts.append((walk.pointee.depth, opener))
    }
    walk.pointee.position = opener + 1
    walk.pointee.state = plan.state
    walk.pointee.seen = 0
    walk.pointee.needs = plan.needed
  }

  private func finish(_ bytes: RawSpan, _ body: Range<Int>) {
    let position = walk.pointee.position
    guard position <= body.upperBound else { return truncated() }
    let rest = JSONScan.skipWhiteSpace(bytes, from: position, to: body.upperBound)
    if rest < body.upperBound {
      let found = "more text after the value"
      log.note(.bodyTrailingText, kind: "text", found: found, at: .byte(rest))
    }
  }

  private func skipByteOrderMark(_ bytes: RawSpan) {
    let start = walk.pointee.position
    guard walk.pointee.end - start >= 3, bytes.holds([0xef, 0xbb, 0xbf], at: start) else { return }
    log.note(.bodyEncoding, kind: "byte order mark", found: "a byte order mark", at: .byte(start))
    walk.pointee.position = start + 3
  }

  /// Says that the text ended too early.
  func truncated() {
    isBroken = true
    let end = walk.pointee.end
    log.note(.bodyTruncated, kind: "end", found: "the end of the body", at: .byte(end))
  }

  /// Says that a byte breaks the grammar; always returns `nil`, so that readers can pass it on.
  func broken(_ bytes: RawSpan, at offset: Int) -> Int? {
    guard offset < walk.pointee.end else {
      truncated()
      return nil
    }
    isBroken = true
    let found = ByteText.describe(bytes, at: offset, to: walk.pointee.end)
    log.note(.bodyNotJSON, kind: "text", found: found, at: .byte(offset))
    return nil
  }
}
