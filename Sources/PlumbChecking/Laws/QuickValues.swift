import PlumbText

/// The values at the places of a tape as numbers that are equal when the values are written alike.
///
/// A place is read when it is asked for, once for each body.
struct QuickValues {
  /// What the values of one place have in common.
  struct Column {
    /// The kinds that there are, a bit for each.
    fileprivate(set) var kinds: UInt8 = 0
    /// Whether values that are written differently are different values.
    fileprivate(set) var isExact = true
    fileprivate var isRead = false
    fileprivate var words = 0..<0
  }

  private var columns: [Column] = []
  /// The words of all places that were read, one place after the other.
  private var words: [UInt64] = []

  /// Begins another body.
  mutating func begin(slots: Int) {
    words.removeAll(keepingCapacity: true)
    if columns.count < slots {
      columns += [Column](repeating: Column(), count: slots - columns.count)
    }
    for slot in columns.indices { columns[slot].isRead = false }
  }

  /// Reads a place.
  mutating func read(_ slot: Int32, _ tape: SlotTape, _ bytes: RawSpan) {
    guard !columns[Int(slot)].isRead else { return }
    var column = Column()
    column.isRead = true
    let first = words.count
    let cells = tape.cells(slot)
    words.reserveCapacity(first + cells.count)
    for cell in cells {
      column.kinds |= 1 &<< cell.rawKind
      if cell.length <= 8 {
        let word = Self.word(cell.start, cell.length, bytes)
        words.append(word)
        if Self.hasBackslash(word) { column.isExact = false }
      } else {
        words.append(ShortHash.of(cell.start, cell.length, bytes))
        if NameText.hasEscape(bytes, cell.range) { column.isExact = false }
      }
      // 1.0 and 1 are the same value.
      if cell.rawKind == BodyTape.Kind.number.rawValue,
        PlainInteger.read(cell.range, in: bytes) == nil
      {
        column.isExact = false
      }
    }
    column.words = first..<words.count
    columns[Int(slot)] = column
  }

  /// What was read of a place.
  subscript(slot: Int32) -> Column { columns[Int(slot)] }

  /// The words of a place.
  func words(_ slot: Int32) -> ArraySlice<UInt64> { words[columns[Int(slot)].words] }

  /// The number of a text that is no JSON token.
  static func word(of text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    guard bytes.count <= 8 else { return ShortHash.of(0, bytes.count, bytes.span.bytes) }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func word(_ start: Int, _ length: Int, _ bytes: RawSpan) -> UInt64 {
    // Behind every value at least the end of its body follows, and padding.
    length == 0 ? 0 : bytes.word64(start) & (UInt64.max &>> UInt64(64 &- 8 &* length))
  }

  private static func hasBackslash(_ word: UInt64) -> Bool {
    let other = word ^ 0x5c5c_5c5c_5c5c_5c5c
    return (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080 != 0
  }
}
