import PlumbText

/// Reads bodies from bytes to a tape of values, without making anything of them.
///
/// After each member it expects the one that followed it the last time, by its very bytes; only
/// where another stands are names read and looked up.
struct ValueWalk {
  /// An object or a list that is open.
  struct Frame {
    var node: Int32
    var isObject: Bool
    /// The member of the object that was read last; -1 for none.
    var member: Int32 = -1
    /// The members of the object that were there, by their bits.
    var seen = SIMD2<UInt64>()
    /// How much it holds so far.
    var count = 0
    /// Its index on the tape.
    var entry: Int
  }

  /// Where reading goes on.
  enum Step {
    /// A value of this node begins.
    case value(Int32)
    /// A value has ended.
    case after
    /// The text is broken, or doubtful.
    case fault
  }

  let depthLimit: Int
  var nodes = ValueNodes()
  var tape: [TapedValue] = []
  var frames: [Frame] = []
  var position = 0
  var body = 0..<0
  /// Where the exchange stands.
  var exchange = ValueOrder(rank: 0, entry: -1, offset: 0)
  /// Hashes of the names beyond the known ones, in open objects that have such, innermost last.
  var furtherNames: [(depth: Int, hashes: Set<UInt64>)] = []

  /// Begins with no place known.
  init(depthLimit: Int) {
    self.depthLimit = depthLimit
  }

  /// Reads a body onto the tape; `false` when it is not whole JSON, or something in it is doubtful.
  mutating func read(_ body: Range<Int>, of exchange: ValueOrder, in bytes: RawSpan) -> Bool {
    tape.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
    furtherNames.removeAll(keepingCapacity: true)
    self.body = body
    self.exchange = exchange
    position = body.lowerBound
    let known = nodes.count
    guard body.count <= UInt32.max, readValues(bytes), isAtEnd(bytes) else {
      nodes.remove(from: known)
      return false
    }
    return true
  }

  private func isAtEnd(_ bytes: RawSpan) -> Bool {
    JSONScan.skipWhiteSpace(bytes, from: position, to: body.upperBound) == body.upperBound
      && position <= body.upperBound
  }

  private mutating func readValues(_ bytes: RawSpan) -> Bool {
    var step = Step.value(0)
    while true {
      switch step {
      case .value(let node): step = readValue(bytes, node)
      case .after:
        guard let last = frames.last else { return true }
        step = last.isObject ? nextMember(bytes) : nextItem(bytes)
      case .fault: return false
      }
    }
  }

  @inline(__always)
  private mutating func readValue(_ bytes: RawSpan, _ node: Int32) -> Step {
    let end = body.upperBound
    var start = position
    if JSONScan.isWhiteSpace(bytes.byte(start)) {
      start = JSONScan.skipWhiteSpace(bytes, from: start, to: end)
    }
    guard start < end else { return .fault }
    guard node >= 0 else { return skip(bytes, from: start) }
    switch bytes.byte(start) {
    case 0x22:
      let text = start &+ 1
      var quote = JSONScan.plainEnd(bytes, from: text)
      var kind = TapedValue.Kind.plainText
      if bytes.byte(quote) != 0x22 {
        kind = .text
        quote = JSONScan.mixedStringEnd(bytes, from: quote, to: end)
      }
      guard quote >= 0, quote < end else { return .fault }
      append(node, kind, text, quote &- text)
      position = quote &+ 1
    case 0x7b: return openObject(bytes, node, at: start)
    case 0x5b: return openList(bytes, node, at: start)
    case 0x74, 0x66:
      let after = JSONScan.booleanEnd(bytes, from: start)
      guard after >= 0, after <= end else { return .fault }
      append(node, after &- start == 4 ? .true : .false, start, 0)
      position = after
    case 0x6e:
      let after = JSONScan.nullEnd(bytes, from: start)
      guard after >= 0, after <= end else { return .fault }
      append(node, .null, start, 0)
      position = after
    default: return readNumber(bytes, node, at: start)
    }
    return .after
  }

  @inline(__always)
  private mutating func readNumber(_ bytes: RawSpan, _ node: Int32, at start: Int) -> Step {
    var isPlain = true
    var after = JSONScan.numberEnd(bytes, from: start, isPlain: &isPlain)
    if after < 0 || after >= body.upperBound {
      // What follows the body may go on as if it belonged to it.
      guard frames.isEmpty else { return .fault }
      after = body.upperBound
      while after > start, JSONScan.isWhiteSpace(bytes.byte(after - 1)) { after -= 1 }
      guard let number = JSONNumber(in: bytes, start..<after) else { return .fault }
      isPlain = number.text.utf8.allSatisfy { $0 == 0x2d || JSONScan.isDigit($0) }
    }
    append(node, isPlain ? .plainNumber : .number, start, after &- start)
    position = after
    return .after
  }

  /// Puts a value on the tape.
  @inline(__always)
  mutating func append(_ node: Int32, _ kind: TapedValue.Kind, _ start: Int, _ length: Int) {
    tape.append(
      TapedValue(
        node: node,
        kind: kind,
        start: UInt32(truncatingIfNeeded: start &- body.lowerBound),
        length: UInt32(truncatingIfNeeded: length)
      )
    )
  }
}
