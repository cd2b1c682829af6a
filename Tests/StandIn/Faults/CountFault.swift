/// What can be wrong with the numbers of a listing that is paged by offset or page number.
public enum CountFault: String, Hashable, Sendable, CaseIterable {
  /// The total is three too high.
  case totalHigh = "total-high"
  /// The total is three too low.
  case totalLow = "total-low"
  /// The total is the number of items on the page.
  case totalOfPage = "total-of-page"
  /// There is one page more.
  case pagesHigh = "pages-high"
  /// There is one page less.
  case pagesLow = "pages-low"
  /// The page has ten items, whatever is asked for.
  case ten

  /// Puts the fault into an answer's body.
  func apply(to answer: inout Answer) {
    guard case .json(var tree, let escaping) = answer.body, tree["total"] != nil else { return }
    switch self {
    case .totalHigh: tree.add(3, to: "total")
    case .totalLow: tree.add(-3, to: "total")
    case .totalOfPage:
      guard case .list(let items) = tree["book"] ?? tree["trail"] else { return }
      tree["total"] = .integer(items.count)
    case .pagesHigh: tree.add(1, to: "pages")
    case .pagesLow: tree.add(-1, to: "pages")
    case .ten: break
    }
    answer.body = .json(tree, escaping)
  }
}
