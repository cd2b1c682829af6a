/// A small generator of numbers that are the same for the same seed, on every machine.
///
/// Source: Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014.
package struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Creates a generator.
  package init(seed: UInt64) {
    state = seed
  }

  /// Returns the next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number from 0 up to, not including, `bound`.
  package mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(max(bound, 1)))
  }

  /// Returns `true` so many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// Returns one of a list's items, which must not be empty.
  package mutating func pick<Item>(_ items: [Item]) -> Item {
    items[below(items.count)]
  }

  /// Returns so many different items of a list, in a mixed order.
  package mutating func sample<Item>(_ items: [Item], _ count: Int) -> [Item] {
    var rest = items
    var taken: [Item] = []
    while taken.count < count, !rest.isEmpty {
      taken.append(rest.remove(at: below(rest.count)))
    }
    return taken
  }
}
