extension ProofTable {
  /// What a page says of itself.
  static let pages: [ProofCase] =
    rows("pages/start-high", .titles, [.first], "page-default")
    + rows("pages/start-high", .titles, [.middle, .last], "page-window")
    + rows("pages/start-high", .all, [.first], "page-window")
    + rows("pages/end-low", .titles, ends, "page-end-wrong")
    + rows("pages/end-high", .titles, [.first, .middle], "page-end-wrong")
    + rows("pages/end-high", .titles, [.last], "page-bounds")
    + rows("pages/end-past-total", .titles, [.last], "page-bounds")
    + rows("pages/end-past-total", .all, [.last], "page-bounds")
    + rows("pages/end-past-total", .standard, [.only], "page-bounds")
    + rows("pages/total-one-high", .titles, ends, "page-total-changed")
    + rows("pages/total-high", .titles, [.fromMiddle], "page-total-changed")
    + rows("pages/total-low", .search, [.fromMiddle], "page-total-changed")
    + rows("pages/total-one-high", .titles, [.whole], "page-total-wrong")
    + rows("pages/total-high", .search, [.whole], "page-total-wrong")
    + rows("pages/total-low", .titles, [.whole], "page-total-wrong")
    + rows("pages/total-one-high", .standard, [.only], "page-total-changed")
    + rows("pages/end-low", .standard, [.only], "page-end-wrong")
    + rows("pages/total-at-end", .titles, [.first, .middle], "page-total-changed")
    + [
      ProofCase(
        "pages/total-at-end",
        .alone,
        .only,
        "page-inconsistent",
        candidates: ["total", "next"]
      )
    ]
    + rows("pages/empty-at-zero", .empty, [.only], "page-empty")
    + rows("pages/empty-without-list", .empty, [.only], "field-missing")

  /// The links to neighbouring pages.
  static let neighbours: [ProofCase] =
    neighbour("next", [.first, .middle], unexpected: .last)
    + neighbour("prev", [.middle, .last], unexpected: .first)
    + [
      ProofCase("pages/next-missing", .titles, .middle, "next-missing", isFollowed: true),
      ProofCase("pages/next-skips", .titles, .middle, "next-window", isFollowed: true),
      ProofCase("pages/next-loop", .titles, .middle, "next-loop", isFollowed: true),
    ]

  private static func neighbour(
    _ name: String,
    _ places: [ProofPlace],
    unexpected: ProofPlace
  ) -> [ProofCase] {
    rows("pages/\(name)-missing", .titles, places, "\(name)-missing")
      + rows("pages/\(name)-unexpected", .titles, [unexpected], "\(name)-unexpected")
      + rows("pages/\(name)-skips", .titles, places, "\(name)-window")
      + rows("pages/\(name)-end", .titles, places, "\(name)-window")
      + rows("pages/\(name)-loop", .titles, places, "\(name)-loop")
      + rows("pages/\(name)-drops-filter", .family, places, "\(name)-parameters")
      + rows("pages/\(name)-drops-filter", .related, places, "\(name)-parameters")
      + rows("pages/\(name)-changes-sort", .titles, places, "\(name)-parameters")
      + rows("pages/\(name)-host", .titles, places, "\(name)-host")
  }

  /// Cursors.
  static let cursors: [ProofCase] =
    rows("cursor/missing", .jobs, [.first, .middle], "cursor-missing")
    + rows("cursor/unexpected", .jobs, [.last], "cursor-unexpected")
    + rows("cursor/loop", .jobs, [.first, .middle], "cursor-loop")
    + rows("cursor/other-current", .jobs, [.middle, .last], "cursor-mismatch")
    + rows("cursor/total-high", .jobs, [.middle, .fromMiddle], "page-total-changed")
    + rows("cursor/total-low", .group, [.last], "page-total-changed")
    + rows("cursor/total-high", .jobs, [.whole], "page-total-wrong")
    + rows("cursor/total-low", .group, [.whole], "page-total-wrong")
    + [
      ProofCase("cursor/missing", .group, .middle, "cursor-missing", isFollowed: true),
      ProofCase("cursor/loop", .group, .middle, "cursor-loop", isFollowed: true),
    ]
}
