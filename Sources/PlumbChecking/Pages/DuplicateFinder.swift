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
    var places: [UInt64: Place] = [:]
    places.reserveCapacity(pages.reduce(0) { $0 + $1.identities.count })
    var found: [Duplicates] = []
    var ranks: [Place: Int] = [:]
    for (rank, page) in pages.enumerated() {
      let repeated = min(page.repeated, page.identities.count)
      for (index, identity) in page.identities.enumerated().dropFirst(repeated) {
        let place = Place(page: rank, item: index)
        guard let earlier = places.updateValue(place, forKey: identity) else { continue }
        places[identity] = earlier
        let key = Place(page: earlier.page, item: rank)
        let group = ranks[key] ?? found.count
        if group == found.count {
          ranks[key] = group
          found.append(Duplicates(first: earlier.page, second: rank))
        }
        found[group].items.append(.init(first: earlier.item, second: index))
      }
    }
    return found
  }

  private struct Place: Hashable {
    var page: Int
    var item: Int
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
    guard index < count, otherIndex < other.count, kinds[index] == other.kinds[otherIndex] else {
      return false
    }
    return numbers[index] == other.numbers[otherIndex] && text(index) == other.text(otherIndex)
  }
}
