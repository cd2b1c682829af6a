import PlumbText

/// Remembers what the names of members say: a body has few of them, each many times.
struct NameMemory: Sendable {
  /// A name, and what is known of it.
  struct Known: Sendable {
    /// The name as it is written.
    fileprivate let written: [UInt8]
    /// The name without escapes.
    let name: String
    /// Whether the name itself may hold a credential.
    let mayHold: Bool
    /// What it says of its value, by where it stands.
    fileprivate(set) var judgements: [SecretNames.Place: SecretNames.Judgement] = [:]
  }

  private static let size = 256
  private var slots: [Known?] = []

  /// Looks a name up, or learns it.
  ///
  /// - Returns: Where it is kept until the next name is looked up.
  mutating func slot(
    of bytes: [UInt8],
    _ range: Range<Int>,
    learn: () -> (name: String, mayHold: Bool)
  ) -> Int {
    if slots.isEmpty { slots = Array(repeating: nil, count: Self.size) }
    let slot = Self.hash(bytes, range) & (Self.size - 1)
    if let known = slots[slot], known.written.count == range.count,
      known.written.elementsEqual(bytes[range])
    {
      return slot
    }
    let (name, mayHold) = learn()
    slots[slot] = Known(written: Array(bytes[range]), name: name, mayHold: mayHold)
    return slot
  }

  /// What is known of the name in a slot.
  func known(at slot: Int) -> Known? { slots[slot] }

  /// What the name in a slot says; asked once for each place.
  mutating func judgement(
    at slot: Int,
    as place: SecretNames.Place,
    by names: SecretNames
  ) -> SecretNames.Judgement {
    guard let known = slots[slot] else { return .none }
    if let judgement = known.judgements[place] { return judgement }
    let judgement = names.judge(known.name, as: place)
    slots[slot]?.judgements[place] = judgement
    return judgement
  }

  /// Forgets everything, because more is looked for now.
  mutating func forget() { slots = [] }

  /// FNV-1a, of which a few bits are enough.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes[range] { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash ^ hash >> 16)
  }
}
