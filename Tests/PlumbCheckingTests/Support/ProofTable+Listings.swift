extension ProofTable {
  /// The items of a listing, and how it is cut into pages.
  ///
  /// A window says nothing of an item that is skipped while the others move up: what shows is that
  /// the chain holds fewer items than its total.
  static let listings: [ProofCase] =
    rows("listing/gap", .titles, ends + [.seam], "page-total-wrong")
    + rows("listing/gap", .search, [.middle, .seam], "page-total-wrong")
    + rows("listing/gap", .jobs, [.middle, .seam], "page-total-wrong")
    + rows("listing/repeated", .titles, ends, "page-duplicate-item")
    + rows("listing/repeated", .titles, [.seam], "page-overlap")
    + rows("listing/repeated", .search, [.middle], "page-duplicate-item")
    + rows("listing/repeated", .search, [.seam], "page-overlap")
    + rows("listing/repeated", .zones, [.seam], "page-overlap")
    + rows("listing/repeated", .jobs, [.middle], "page-duplicate-item")
    + rows("listing/repeated", .jobs, [.seam], "page-overlap")
    + rows("listing/repeated-far", .titles, [.middle, .last], "page-duplicate-item")
    + rows("listing/repeated-far", .search, [.middle, .last], "page-duplicate-item")
    + rows("listing/repeated-far", .jobs, [.middle, .last], "page-duplicate-item")
    + rows("listing/item-short", .titles, ends, "page-count")
    + rows("listing/item-short", .search, [.middle], "page-count")
    + rows("listing/item-extra", .titles, [.first, .middle], "page-overlap")
    + rows("listing/window-shifted", .titles, [.first], "page-default")
    + rows("listing/window-shifted", .titles, [.middle, .last], "page-gap")
    + rows("listing/window-ignored", .titles, [.middle, .last], "page-window")
    + [ProofCase("listing/window-ignored", .titles, .middle, "page-window", isFollowed: true)]

  /// The order of a listing.
  static let orders: [ProofCase] =
    rows("order/moved", .titles, [.first, .middle, .last, .seam], "order-broken")
    + rows("order/moved", .all, ends, "order-broken")
    + rows("order/moved-far", .titles, [.first, .middle, .seam], "order-broken")
    + rows("order/swapped", .titles, ends, "order-broken")
    + rows("order/swapped", .titles, [.seam], "order-at-seam")
    + rows("order/swapped", .all, [.middle], "order-broken")
    + rows("order/swapped", .all, [.seam], "order-at-seam")
    + rows("order/swapped", .family, [.seam], "order-at-seam")
    + rows("order/reversed", .titles, [.whole], "order-reversed")
    + rows("order/reversed", .all, [.whole], "order-reversed")
    + rows("order/reversed", .related, [.whole], "order-broken")
    + rows("order/other-key", .titles, [.whole], "order-ignored")
    + rows("order/other-key", .all, [.whole], "order-ignored")
    + rows("order/byte-order", .titles, [.whole], "order-ambiguous")
    + rows("order/other-reading", .types, [.whole], "order-reading-changed")
}
