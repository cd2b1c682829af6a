import PlumbText

/// The values of one sort key, one for each item.
///
/// Most columns hold values of one kind. What only other kinds need is not kept until one is met.
struct KeyColumn: Hashable, Sendable {
  /// The kind of one value.
  enum Kind: UInt8, Sendable {
    case missing, text, number

    fileprivate var bit: UInt8 { 1 &<< rawValue }
  }

  /// The number of items.
  private(set) var count = 0
  /// The kinds that there are, a bit for each.
  private(set) var kindsSeen: UInt8 = 0
  /// The kind of each value; empty while there is one only.
  private var mixedKinds: [Kind] = []
  /// The UTF-8 of all texts, one after the other, escapes resolved.
  private(set) var arena: [UInt8] = []
  /// Where each value ends in ``arena``; empty while there are no texts.
  private(set) var ends: [Int32] = []
  /// The numbers, 0 where a value is none; empty while there are none.
  private(set) var numbers: [Double] = []

  /// Creates a column without values.
  init() {}

  /// Takes over texts that stand one after the other.
  ///
  /// - Parameter ends: Where each ends; the last one with the bytes.
  init(texts: [UInt8], ends: [Int32]) {
    count = ends.count
    kindsSeen = count == 0 ? 0 : Kind.text.bit
    arena = texts
    self.ends = ends
  }

  /// Takes over texts without escapes, one for each item.
  init(texts cells: UnsafeBufferPointer<SlotTape.Cell>, in bytes: RawSpan) {
    count = cells.count
    kindsSeen = count == 0 ? 0 : Kind.text.bit
    ends.reserveCapacity(count)
    var total = 0
    for cell in cells {
      total &+= cell.length
      ends.append(Int32(total))
    }
    arena.reserveCapacity(total)
    for cell in cells {
      bytes.extracting(cell.range).withUnsafeBytes { arena.append(contentsOf: $0) }
    }
  }

  /// Whether there are values of a kind.
  func holds(_ kind: Kind) -> Bool { kindsSeen & kind.bit != 0 }

  /// The kind of a value.
  func kind(_ index: Int) -> Kind {
    guard mixedKinds.isEmpty else { return mixedKinds[index] }
    return holds(.text) ? .text : holds(.number) ? .number : .missing
  }

  /// The number that a value is; 0 when it is none.
  func number(_ index: Int) -> Double { numbers.isEmpty ? 0 : numbers[index] }

  /// The bytes of a text; none when a value is no text.
  func text(_ index: Int) -> ArraySlice<UInt8> { arena[range(index)] }

  /// Where a text lies in ``arena``.
  func range(_ index: Int) -> Range<Int> {
    guard !ends.isEmpty else { return 0..<0 }
    return (index == 0 ? 0 : Int(ends[index &- 1]))..<Int(ends[index])
  }

  /// Appends a text.
  mutating func append(text: some Sequence<UInt8>) {
    arena.append(contentsOf: text)
    finish(.text, 0)
  }

  /// Appends the text of a stretch of a buffer.
  mutating func append(text range: Range<Int>, of bytes: RawSpan) {
    bytes.extracting(range).withUnsafeBytes { arena.append(contentsOf: $0) }
    finish(.text, 0)
  }

  /// Makes room for so many texts.
  mutating func reserve(_ count: Int, bytes: Int) {
    guard bytes > 0 else { return }
    ends.reserveCapacity(count)
    arena.reserveCapacity(bytes)
  }

  /// Appends a number.
  mutating func append(number: Double) { finish(.number, number) }

  /// Appends that an item has no such value.
  mutating func appendMissing() { finish(.missing, 0) }

  private mutating func finish(_ kind: Kind, _ number: Double) {
    if kindsSeen != kind.bit { meet(kind) }
    count &+= 1
    if !mixedKinds.isEmpty { mixedKinds.append(kind) }
    if holds(.text) { ends.append(Int32(arena.count)) }
    if holds(.number) { numbers.append(number) }
  }

  /// Makes room for a kind, if there was no value of it before.
  private mutating func meet(_ kind: Kind) {
    guard !holds(kind) else { return }
    if count > 0, mixedKinds.isEmpty {
      mixedKinds = [Kind](repeating: self.kind(0), count: count)
    }
    switch kind {
    case .text:
      ends.reserveCapacity(count + 1)
      for _ in 0..<count { ends.append(0) }
    case .number: numbers = [Double](repeating: 0, count: count)
    case .missing: break
    }
    kindsSeen |= kind.bit
  }
}
