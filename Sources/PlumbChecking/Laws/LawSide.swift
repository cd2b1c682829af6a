import PlumbText

/// The values of one side of a law, as hashes with their places on the tape.
struct LawSide {
  /// One value.
  struct Value {
    var hash: UInt64
    /// The rank on the tape; -1 for what the body does not hold.
    var rank: Int
  }

  var values: [Value] = []
  /// The kind of all values; `nil` when there are none, or several kinds.
  private(set) var kind: BodyTape.Kind?
  private(set) var isMixed = false
  /// How many entries there were, values or not.
  private(set) var count = 0
  /// Whether nothing that should be there was absent.
  var isWhole = false

  mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    kind = nil
    isMixed = false
    count = 0
    isWhole = false
  }

  /// Appends an entry of the body.
  mutating func append(_ entry: BodyTape.Entry, rank: Int, _ bytes: RawSpan) {
    count += 1
    guard let hash = ValueHash.of(entry, in: bytes) else { return }
    append(hash, entry.kind, rank)
  }

  /// Appends a value that the body does not hold.
  mutating func append(_ value: LawValue) {
    count += 1
    append(value.valueHash, value.kind, -1)
  }

  private mutating func append(_ hash: UInt64, _ newKind: BodyTape.Kind, _ rank: Int) {
    if values.isEmpty { kind = newKind }
    if kind != newKind {
      kind = nil
      isMixed = true
    }
    values.append(Value(hash: hash, rank: rank))
  }

  /// Whether two sides hold values of one and the same kind; an empty side has any.
  static func areComparable(_ left: Self, _ right: Self) -> Bool {
    guard !left.isMixed, !right.isMixed else { return false }
    guard let one = left.kind, let other = right.kind else { return true }
    return one == other
  }
}

/// A set of hashes: searched one by one while it is small.
struct HashSet {
  private let values: [LawSide.Value]
  private let large: Set<UInt64>?

  init(_ values: [LawSide.Value]) {
    self.values = values
    large = values.count > 24 ? Set(values.map(\.hash)) : nil
  }

  func contains(_ hash: UInt64) -> Bool {
    if let large { return large.contains(hash) }
    for value in values where value.hash == hash { return true }
    return false
  }
}
