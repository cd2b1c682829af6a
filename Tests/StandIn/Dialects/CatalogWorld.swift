import TestSupport

/// The invented things that the small APIs of other paging dialects list.
struct CatalogWorld: Hashable, Sendable {
  /// One thing.
  struct Entry: Hashable, Sendable {
    let id: Int
    let name: String
    let group: String
    let size: Int
  }

  /// The groups, of which the first has 34 entries.
  static let groups = ["sea", "wood", "town"]

  /// The entries, by name; several may have the same one.
  let entries: [Entry]

  /// Makes the world of a seed.
  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var id = 0
    entries = (0..<87).map { index in
      id += 1 + random.below(4)
      let name = "\(Self.first[random.below(14)]) \(Self.second[random.below(12)])"
      let group = index < 34 ? Self.groups[0] : Self.groups[1 + random.below(2)]
      return Entry(id: id, name: name, group: group, size: 10 + random.below(90))
    }
    .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// The entries of a group; all for none.
  func entries(of group: String?) -> [Entry] {
    group.map { group in entries.filter { $0.group == group } } ?? entries
  }

  private static let first = [
    "Amber", "Blue", "Cold", "Distant", "Early", "Far", "Green", "High", "Iron", "Late", "Lone",
    "Quiet", "Red", "Wild",
  ]
  private static let second = [
    "Anchor", "Bridge", "Cliff", "Dune", "Elm", "Ford", "Gate", "Harbour", "Island", "Mill",
    "Oak", "Path",
  ]
}
