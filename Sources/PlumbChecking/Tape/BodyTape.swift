import PlumbText

/// What was read at the places of a body that promises speak of, in the order of the body.
///
/// Made of a ``SlotTape`` when a judge has something to say.
struct BodyTape {
  /// What stands at a place.
  enum Kind: UInt8, Sendable {
    /// A string; the range is what stands between its quotes.
    case string
    case number
    case boolean
    case null
    /// An object or list begins; the range is its opening byte.
    case object
    case list
  }

  /// One value.
  struct Entry: Hashable, Sendable {
    /// The place, as an index into ``TapePlan/paths``.
    var slot: Int32
    var kind: Kind
    var start: Int
    var length: Int

    var range: Range<Int> { start..<(start + length) }
  }

  /// The values, in the order of the body: an item's object comes before its members.
  private(set) var entries: [Entry]

  /// Creates a tape of values that are in the order of the body.
  init(entries: [Entry] = []) { self.entries = entries }

  /// Appends a value.
  mutating func append(_ slot: Int32, _ kind: Kind, _ range: Range<Int>) {
    entries.append(Entry(slot: slot, kind: kind, start: range.lowerBound, length: range.count))
  }
}

extension BodyTape.Kind {
  /// The kind of a value by its first byte.
  init(_ opener: UInt8) {
    switch opener {
    case 0x22: self = .string
    case 0x7b: self = .object
    case 0x5b: self = .list
    case 0x74, 0x66: self = .boolean
    case 0x6e: self = .null
    default: self = .number
    }
  }
}
