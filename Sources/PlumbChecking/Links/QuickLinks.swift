import PlumbText

/// Looks whether all addresses of a link lead where they should, as they are written.
///
/// It only says yes where ``LinkJudge`` would find nothing; its no says nothing.
struct QuickLinks {
  /// A text of at most 32 bytes, or else a member of the body.
  private struct Part {
    var text = SIMD4<UInt64>()
    var mask = SIMD4<UInt64>()
    var count = 0
    var member = -1
  }

  private let target: LinkPlan.Target
  private let hasParameters: Bool
  /// The ways in which conforming addresses are written, one for each opening, one after the other.
  private var parts: [Part] = []
  /// Where each of them ends in ``parts``.
  private var ends: [Int] = []
  private var cursors: [Cursor] = []
  private var ranges: [Range<Int>] = []

  init(_ target: LinkPlan.Target) {
    self.target = target
    hasParameters = target.parts.contains { if case .parameter = $0 { true } else { false } }
  }

  /// Whether nothing is wrong.
  ///
  /// - Parameter openings: The ways in which addresses begin; more may come, none goes.
  mutating func hold(
    _ tape: SlotTape,
    _ openings: [LinkMatch.Opening],
    _ bytes: RawSpan
  ) -> Bool {
    let addresses = tape.cells(target.at.slot)
    guard !addresses.isEmpty else { return true }
    guard !hasParameters else { return false }
    while ends.count < openings.count { add(openings[ends.count]) }
    cursors.removeAll(keepingCapacity: true)
    for member in target.members { cursors.append(Cursor(member, tape)) }
    ranges.removeAll(keepingCapacity: true)
    ranges.append(contentsOf: repeatElement(0..<0, count: cursors.count))
    for address in addresses where address.rawKind == BodyTape.Kind.string.rawValue {
      switch readMembers(of: address.start, bytes) {
      case .absent: continue
      case .unclear: return false
      case .read: break
      }
      var first = 0
      var isRight = false
      for end in ends {
        isRight = holds(address, first, end, bytes)
        if isRight { break }
        first = end
      }
      guard isRight else { return false }
    }
    return true
  }

  private enum Members {
    case read, absent, unclear
  }

  private mutating func readMembers(of address: Int, _ bytes: RawSpan) -> Members {
    for member in cursors.indices {
      guard let cell = cursors[member].cell(for: address) else { return .absent }
      switch cell.kind {
      case .string: if cell.length == 0 { return .absent }
      case .number: if PlainInteger.read(cell.range, in: bytes) == nil { return .unclear }
      case .boolean: break
      case .null, .object, .list: return .absent
      }
      ranges[member] = cell.range
    }
    return .read
  }

  private mutating func add(_ opening: LinkMatch.Opening) {
    add(opening.bytes)
    for part in target.parts {
      switch part {
      case .text(let plain, let escaped): add(opening.isEscaped ? escaped : plain)
      case .member(let member): parts.append(Part(member: member))
      case .parameter: break
      }
    }
    ends.append(parts.count)
  }

  private mutating func add(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = min(32, bytes.count - start)
      var part = Part(count: count)
      for index in 0..<count {
        let (lane, shift) = (index / 8, UInt64(index % 8 * 8))
        part.text[lane] |= UInt64(bytes[start + index]) << shift
        part.mask[lane] |= 0xff << shift
      }
      parts.append(part)
      start += count
    }
  }

  /// Whether an address is what a template makes of the members; bodies end in padding, so that 32
  /// bytes can be read anywhere in them.
  private func holds(_ address: SlotTape.Cell, _ first: Int, _ last: Int, _ bytes: RawSpan) -> Bool
  {
    var offset = address.start
    let end = address.start &+ address.length
    for rank in first..<last {
      let member = parts[rank].member
      if member < 0 {
        guard (bytes.vector32(offset) ^ parts[rank].text) & parts[rank].mask == SIMD4() else {
          return false
        }
        offset &+= parts[rank].count
      } else {
        let value = ranges[member]
        guard Self.holds(value, at: offset, bytes) else { return false }
        offset &+= value.upperBound &- value.lowerBound
      }
      if offset > end { return false }
    }
    return offset == end
  }

  /// Whether an address goes on with a value that needs no escape in it.
  private static func holds(_ value: Range<Int>, at offset: Int, _ bytes: RawSpan) -> Bool {
    let count = value.upperBound &- value.lowerBound
    var place = 0
    while place < count {
      let length = min(count &- place, 8)
      let mask = UInt64.max &>> UInt64(64 &- 8 &* length)
      var word = bytes.word64(value.lowerBound &+ place) & mask
      guard word == bytes.word64(offset &+ place) & mask else { return false }
      for _ in 0..<length {
        guard isPlain(word & 0xff) else { return false }
        word &>>= 8
      }
      place &+= 8
    }
    return true
  }

  /// ``LinkMatch/isPlain(_:)`` by a bit for each ASCII character.
  @inline(__always)
  private static func isPlain(_ byte: UInt64) -> Bool {
    if byte < 64 { return 0x03ff_6000_0000_0000 &>> byte & 1 == 1 }
    return byte < 128 && 0x47ff_fffe_87ff_fffe &>> (byte &- 64) & 1 == 1
  }

  /// Finds the first value of a member in the item that an address stands in.
  private struct Cursor {
    private let scopes: UnsafeBufferPointer<SlotTape.Cell>?
    private let values: UnsafeBufferPointer<SlotTape.Cell>
    private var scope = 0
    private var value = 0

    init(_ member: LinkPlan.Member, _ tape: SlotTape) {
      scopes = member.scope >= 0 ? tape.cells(member.scope) : nil
      values = tape.cells(member.place.slot)
    }

    mutating func cell(for address: Int) -> SlotTape.Cell? {
      var start = 0
      var end = Int.max
      if let scopes {
        guard !scopes.isEmpty else { return nil }
        while scope + 1 < scopes.count, scopes[scope + 1].start <= address { scope += 1 }
        start = scopes[scope].start
        if scope + 1 < scopes.count { end = scopes[scope + 1].start }
      }
      while value < values.count, values[value].start < start { value += 1 }
      guard value < values.count, values[value].start < end else { return nil }
      return values[value]
    }
  }
}
