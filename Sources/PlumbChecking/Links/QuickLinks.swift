import PlumbText

/// Looks whether all addresses of a link lead where they should, as they are written.
///
/// It only says yes where ``LinkJudge`` would find nothing; its no says nothing.
struct QuickLinks {
  /// A part of an address.
  private enum Part {
    case text(ShortText)
    /// A member of the body, by its rank.
    case member(Int)
  }

  private let target: LinkPlan.Target
  private let hasParameters: Bool
  /// The ways in which conforming addresses are written, one for each opening, one after the other.
  private var parts: [Part] = []
  /// Where each of them ends in ``parts``.
  private var ends: [Int] = []
  /// How many openings were looked at.
  private var seen = 0
  private var cursors: [Cursor] = []
  private var ranges: [Range<Int>] = []

  init(_ target: LinkPlan.Target) {
    self.target = target
    hasParameters = target.parts.contains { if case .parameter = $0 { true } else { false } }
  }

  /// Whether nothing is wrong.
  ///
  /// - Parameters:
  ///   - openings: The ways in which addresses begin; more may come, none goes.
  ///   - router: Who knows the operations, where every address must lead to one.
  mutating func hold(
    _ tape: SlotTape,
    _ openings: [LinkMatch.Opening],
    _ bytes: RawSpan,
    _ router: Router?
  ) -> Bool {
    let addresses = tape.cells(target.at.slot)
    guard !addresses.isEmpty else { return true }
    guard !hasParameters else { return false }
    while seen < openings.count { add(openings[seen], router) }
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

  /// Adds how addresses are written that begin in one way, if all of them lead to operations.
  private mutating func add(_ opening: LinkMatch.Opening, _ router: Router?) {
    seen += 1
    if let router, !leads(opening, router) { return }
    parts += ShortText.parts(of: opening.bytes).map { .text($0) }
    for part in target.parts {
      switch part {
      case .text(let plain, let escaped):
        parts += ShortText.parts(of: opening.isEscaped ? escaped : plain).map { .text($0) }
      case .member(let member): parts.append(.member(member))
      case .parameter: break
      }
    }
    ends.append(parts.count)
  }

  /// Whether all addresses that begin in one way lead to operations under contract: one of them
  /// does, and which values it is made of says nothing.
  private func leads(_ opening: LinkMatch.Opening, _ router: Router) -> Bool {
    guard target.leadsAnywhere else { return false }
    let padding = [UInt8](repeating: 0, count: 32)
    let written = opening.bytes + padding
    var address = JSONUnescaping.text(written.span.bytes, opening.bytes.indices)
    for part in target.parts {
      if case .text(let plain, _) = part { address += plain } else { address.append(0x30) }
    }
    let range = address.indices
    address += padding
    return router.isDocumented(range, in: address.span.bytes)
  }

  /// Whether an address is what a template makes of the members; bodies end in padding, so that 32
  /// bytes can be read anywhere in them.
  private func holds(_ address: SlotTape.Cell, _ first: Int, _ last: Int, _ bytes: RawSpan) -> Bool
  {
    var offset = address.start
    let end = address.start &+ address.length
    for rank in first..<last {
      switch parts[rank] {
      case .text(let text):
        guard text.stands(bytes, at: offset) else { return false }
        offset &+= text.count
      case .member(let member):
        let value = ranges[member]
        guard Self.holds(value, at: offset, bytes) else { return false }
        offset &+= value.upperBound &- value.lowerBound
      }
      if offset > end { return false }
    }
    return offset == end
  }

  /// Whether an address goes on with a value that needs no escape in it, 16 bytes a step.
  private static func holds(_ value: Range<Int>, at offset: Int, _ bytes: RawSpan) -> Bool {
    let count = value.upperBound &- value.lowerBound
    var place = 0
    while place < count {
      let block = bytes.vector16(value.lowerBound &+ place)
      let right = plain(block) .& (block .== bytes.vector16(offset &+ place))
      let halves = unsafeBitCast(right, to: SIMD2<UInt64>.self)
      let left = count &- place
      let wrong = ~halves.x.littleEndian & mask(left) | ~halves.y.littleEndian & mask(left &- 8)
      if wrong != 0 { return false }
      place &+= 16
    }
    return true
  }

  /// The lowest bytes of a word, so many of them.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : UInt64.max &>> UInt64(64 &- 8 &* count)
  }

  /// ``LinkMatch/isPlain(_:)`` of sixteen bytes.
  @inline(__always)
  static func plain(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    func all(_ byte: UInt8) -> SIMD16<Int8> { SIMD16(repeating: Int8(bitPattern: byte)) }
    // As signed numbers, bytes beyond ASCII are below all others.
    let bytes = unsafeBitCast(block, to: SIMD16<Int8>.self)
    let small = bytes | all(0x20)
    let letters = (small .> all(UInt8(ascii: "a") - 1)) .& (small .< all(UInt8(ascii: "z") + 1))
    // From the dash over the point to the nine there is only the slash besides.
    let digits = (bytes .> all(UInt8(ascii: "-") - 1)) .& (bytes .< all(UInt8(ascii: "9") + 1))
    let slash = bytes .== all(UInt8(ascii: "/"))
    let marks = (bytes .== all(UInt8(ascii: "_"))) .| (bytes .== all(UInt8(ascii: "~")))
    return letters .| (digits .^ (slash .& digits)) .| marks
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
