/// Items of one listing that stand in it twice.
struct Duplicates: Hashable, Sendable {
  /// The pages where they stand first and again, as ranks; the same one for both is allowed.
  var first: Int
  var second: Int
  /// The indices of the items on both pages.
  var items: [Pair] = []

  /// One item's two indices.
  struct Pair: Hashable, Sendable {
    var first: Int
    var second: Int
  }

  /// Whether the last items of one page are the first of the next, in the same order.
  func isSeam(firstCount: Int) -> Bool {
    items.enumerated().allSatisfy { rank, pair in
      pair.second == rank && pair.first == firstCount - items.count + rank
    }
  }
}

/// Finds items that stand twice in a listing, in one pass over their identities.
enum DuplicateFinder {
  /// Returns the duplicates by the pages where they stand.
  ///
  /// - Parameter pages: The identities of each page, and how many of its first items another page
  ///   was asked for too, which are therefore expected again.
  static func find(_ pages: [(identities: [UInt64], repeated: Int)]) -> [Duplicates] {
    var table = FirstPlaces(count: pages.reduce(0) { $0 + $1.identities.count })
    var found: [Duplicates] = []
    var ranks: [FirstPlaces.Place: Int] = [:]
    for (rank, page) in pages.enumerated() {
      let repeated = min(page.repeated, page.identities.count)
      for index in repeated..<page.identities.count {
        let place = FirstPlaces.Place(page: Int32(rank), item: Int32(index))
        guard let earlier = table.place(of: page.identities[index], orElse: place) else { continue }
        let key = FirstPlaces.Place(page: earlier.page, item: Int32(rank))
        let group = ranks[key] ?? found.count
        if group == found.count {
          ranks[key] = group
          found.append(Duplicates(first: Int(earlier.page), second: rank))
        }
        found[group].items.append(.init(first: Int(earlier.item), second: index))
      }
    }
    return found
  }
}

/// Where each of many items stands first: a table that is probed place after place.
private struct FirstPlaces {
  struct Place: Hashable {
    var page: Int32
    var item: Int32
  }

  private var identities: [UInt64]
  private var places: [Place]
  private let mask: Int

  /// Makes a table for so many items, at least half of which stays empty.
  init(count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    mask = size - 1
    identities = [UInt64](repeating: 0, count: size)
    places = [Place](repeating: Place(page: -1, item: -1), count: size)
  }

  /// The place where an item stands already; otherwise it is remembered, and `nil` comes back.
  mutating func place(of identity: UInt64, orElse place: Place) -> Place? {
    // Identities are hashes already, but those of tests are not.
    let mixed = (identity ^ identity &>> 32) &* 0x9e37_79b1_85eb_ca87
    var slot = Int(truncatingIfNeeded: mixed &>> 20) & mask
    while places[slot].page >= 0 {
      if identities[slot] == identity { return places[slot] }
      slot = (slot &+ 1) & mask
    }
    identities[slot] = identity
    places[slot] = place
    return nil
  }
}

extension ItemColumns {
  /// Whether two items have the same sort keys, in a reading that both have; `nil` without keys.
  func ties(_ index: Int, with other: ItemColumns, _ otherIndex: Int) -> Bool? {
    guard let reading = keys.first, let opposite = other.keys.first, !reading.isEmpty,
      reading.count == opposite.count
    else { return nil }
    return zip(reading, opposite).allSatisfy { $0.equals(index, $1, otherIndex) }
  }

  /// How many items at the end (or else at the start) have the keys of the outermost one.
  func run(atEnd: Bool) -> Int {
    let outermost = atEnd ? count - 1 : 0
    var length = 0
    while length < count {
      let index = atEnd ? count - 1 - length : length
      guard ties(outermost, with: self, index) == true else { break }
      length += 1
    }
    return length
  }
}

extension KeyColumn {
  /// Returns whether two values are equal.
  func equals(_ index: Int, _ other: KeyColumn, _ otherIndex: Int) -> Bool {
    guard index < count, otherIndex < other.count, kind(index) == other.kind(otherIndex) else {
      return false
    }
    return number(index) == other.number(otherIndex) && text(index) == other.text(otherIndex)
  }
}
