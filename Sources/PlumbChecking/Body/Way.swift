import PlumbText

/// A stretch that once stood between two values, with its value's opener, and where it led.
///
/// The record is 128 bytes wide, so that a state's two ways are found by a shift.
struct Way {
  /// What the stretch leads to.
  enum Action: UInt8 {
    case string, integer, number, boolean, object, list, endObject, endList
    /// The end of an item, the comma, the next item's opening and its first name: a string.
    case again
    case none
  }

  private var stretch = Stretch()
  /// The bit of the member that the stretch names; 0 for none.
  var bit: UInt64 = 0
  /// The bits that the object that it opens needs.
  var childNeeds: UInt64 = 0
  /// How often the way was taken since the counts were last collected.
  var hits: UInt64 = 0
  var length: Int32 = 0
  /// The state after the value.
  var next: Int32 = 0
  /// The state inside the object or list that it opens; for ``Action/again`` the list's own.
  var child: Int32 = 0
  /// The node of the value that it opens; -1 for none.
  var target: Int32 = -1
  /// What narrows that value; -1 for nothing.
  private(set) var narrowing: Int32 = -1
  /// The slot on the tape of the value that it opens; -1 for none.
  private(set) var slot: Int32 = -1
  /// For ``Action/again``: the slot of the item that begins; -1 for none.
  private(set) var itemSlot: Int32 = -1
  var action = Action.none {
    didSet {
      isString = action == .string || action == .again
      rawKind = kind.rawValue
    }
  }
  /// Whether it leads to a string: most do, so that one look tells.
  private(set) var isString = false
  /// For ``Action/again``: where in the stretch the item begins.
  var itemOffset: UInt8 = 0
  /// Whether anything goes to the tape.
  private(set) var isTaped = false
  /// What its value is to the tape, as a number: ``BodyTape/Kind``.
  private(set) var rawKind: UInt8 = 0
  /// Whether the value goes to the tape only when it may be an address.
  private(set) var isAddress = false
  /// Whether anything goes to the tape, or narrows the value.
  private(set) var isWatched = false

  private var kind: BodyTape.Kind {
    switch action {
    case .integer, .number: .number
    case .boolean: .boolean
    case .object: .object
    case .list: .list
    case .string, .again, .endObject, .endList, .none: .string
    }
  }

  /// Says what becomes of the value that it opens, besides being read.
  ///
  /// - Parameters:
  ///   - narrowing: What narrows it; -1 for nothing.
  ///   - slot: Its slot on the tape; -1 for none.
  ///   - isAddress: Whether it goes there only when it may be an address.
  ///   - itemSlot: For ``Action/again``: the slot of the item that begins; -1 for none.
  mutating func watch(narrowing: Int32, slot: Int32, isAddress: Bool, itemSlot: Int32 = -1) {
    self.narrowing = narrowing
    self.slot = slot
    self.isAddress = isAddress
    self.itemSlot = itemSlot
    isTaped = slot >= 0 || itemSlot >= 0
    isWatched = isTaped || narrowing >= 0
  }

  /// Remembers a stretch of 1 to ``Stretch/limit`` bytes.
  mutating func remember(_ bytes: RawSpan, from start: Int, length count: Int) {
    stretch = Stretch(bytes, start..<(start + count))
    length = Int32(truncatingIfNeeded: count)
  }

  /// Whether the very bytes stand at an offset.
  @inline(__always)
  func stands(_ bytes: RawSpan, at offset: Int) -> Bool { stretch.stands(bytes, at: offset) }
}
