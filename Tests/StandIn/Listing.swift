/// All items of a listing, as they are about to be cut into pages.
struct Listing {
  /// The items, in order.
  var items: [JSONTree]

  /// How many items the listing says it has.
  var total: Int

  /// Moves an item to another place; to the last one when there is none.
  mutating func move(_ item: Int, to place: Int) {
    let moved = items.remove(at: item)
    items.insert(moved, at: min(place, items.count))
  }

  /// Sorts the items by a key; those with equal keys stay as they are.
  mutating func sort<Key>(_ key: (JSONTree) -> Key, by precedes: (Key, Key) -> Bool) {
    let keyed = items.enumerated().map { (key: key($0.element), place: $0.offset) }
    let sorted = keyed.sorted { left, right in
      if precedes(left.key, right.key) { return true }
      return !precedes(right.key, left.key) && left.place < right.place
    }
    items = sorted.map { items[$0.place] }
  }
}

/// What is done wrong to a listing before it is cut into pages, and to the cut.
struct ListingEdit {
  /// The faults of the items, with the item that is meant, in order.
  var faults: [(fault: ListingFault, item: Int)] = []

  /// The faults of the order, with the item that is meant, in order.
  var orders: [(fault: OrderFault, item: Int)] = []

  /// The listing of items that are right.
  func listing(of items: [JSONTree]) -> Listing {
    var listing = Listing(items: items, total: items.count)
    for order in orders { order.fault.apply(to: &listing, at: order.item) }
    for entry in faults { entry.fault.apply(to: &listing, at: entry.item) }
    return listing
  }

  /// How many items more than it should have a page has.
  var itemsTooMany: Int { faults.reduce(0) { $0 + $1.fault.itemsTooMany } }

  /// The window that is shown for one that is asked for.
  func window(for asked: Window) -> Window {
    faults.reduce(asked) { $1.fault.window(for: $0) }
  }
}
