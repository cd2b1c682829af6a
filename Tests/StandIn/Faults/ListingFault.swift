/// What can be wrong with a listing before it is cut into pages, and with the cut.
public enum ListingFault: String, Hashable, Sendable, CaseIterable {
  /// The item is skipped, and those behind it move up; the total still counts it.
  case gap
  /// The item is shown twice in a row, and those behind it move down; the last one falls off.
  ///
  /// Inside a page it is a duplicate; the last item of a page overlaps with the next page.
  case repeated
  /// The first item is shown again in the place of the item; the last one falls off.
  case repeatedFar = "repeated-far"
  /// The page lacks its last item.
  case itemShort = "item-short"
  /// The page also has the first item of the next one.
  case itemExtra = "item-extra"
  /// The page shows the window that begins one item later than asked, and says so.
  case windowShifted = "window-shifted"
  /// The page shows the first window, whichever is asked for, and says so.
  case windowIgnored = "window-ignored"
  /// The listing has no more than 790 items, and says so.
  case few

  /// Puts the fault into a listing.
  ///
  /// - Parameter item: The item that is meant, from 0.
  func apply(to listing: inout Listing, at item: Int) {
    guard listing.items.indices.contains(item) else { return }
    switch self {
    case .gap:
      listing.items.remove(at: item)
    case .repeated:
      listing.items.insert(listing.items[item], at: item + 1)
      listing.items.removeLast()
    case .repeatedFar:
      listing.items.insert(listing.items[0], at: item)
      listing.items.removeLast()
    case .few:
      listing.items = Array(listing.items.prefix(790))
      listing.total = listing.items.count
    case .itemShort, .itemExtra, .windowShifted, .windowIgnored: break
    }
  }

  /// How many items more than it should have a page has.
  var itemsTooMany: Int {
    switch self {
    case .itemShort: -1
    case .itemExtra: 1
    default: 0
    }
  }

  /// The window that is shown for one that is asked for.
  func window(for asked: Window) -> Window {
    switch self {
    case .windowShifted: Window(start: asked.start + 1, end: asked.end + 1)
    case .windowIgnored: Window(start: 1, end: asked.end - asked.start + 1)
    default: asked
    }
  }
}
