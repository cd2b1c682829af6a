/// How many exchanges could not be judged for one reason, told apart by what they have in common.
///
/// Only the first kinds by their text are told apart, which are the same however the exchanges are
/// split: the memory stays bounded when every request is another one.
struct UnjudgedTally: Sendable {
  /// The most kinds that are told apart.
  static let limit = 1_000

  /// How many exchanges, and the first of them.
  struct Count: Hashable, Sendable {
    var count: Int
    var first: LogPlace

    mutating func add(_ other: Count) {
      count += other.count
      first = min(first, other.first)
    }
  }

  private(set) var counts: [String: Count] = [:]
  private(set) var others: Count?
  /// The last kind that is still told apart, once there are too many.
  private(set) var last: String?

  /// Creates an empty tally.
  init() {}

  /// Takes up what another tally held.
  init(counts: [String: Count], others: Count?, last: String?) {
    self.counts = counts
    self.others = others
    self.last = last
  }

  /// Adds exchanges that have something in common.
  mutating func add(_ what: String, _ count: Count) {
    if counts[what] != nil {
      counts[what]?.add(count)
    } else if let last, what > last {
      addOthers(count)
    } else {
      counts[what] = count
      if counts.count > 2 * Self.limit { trim() }
    }
  }

  /// Adds what another thread counted.
  mutating func merge(_ other: UnjudgedTally) {
    for (what, count) in other.counts { add(what, count) }
    if let others = other.others { addOthers(others) }
    trim()
  }

  /// The kinds, in the order of their texts, and what is beyond them.
  var rows: [(what: String, count: Count)] {
    var copy = self
    copy.trim()
    let rows = copy.counts.sorted { $0.key < $1.key }.map { (what: $0.key, count: $0.value) }
    guard let others = copy.others else { return rows }
    return rows + [(what: "anything else, after the first \(Self.limit) kinds", count: others)]
  }

  private mutating func addOthers(_ count: Count) {
    if others == nil { others = count } else { others?.add(count) }
  }

  private mutating func trim() {
    guard counts.count > Self.limit else { return }
    let sorted = counts.keys.sorted()
    last = sorted[Self.limit - 1]
    for what in sorted[Self.limit...] {
      if let count = counts.removeValue(forKey: what) { addOthers(count) }
    }
  }
}
