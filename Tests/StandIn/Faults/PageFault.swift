import PlumbModel

/// What can be wrong with what a page says of itself, and with its links to its neighbours.
public enum PageFault: String, Hashable, Sendable, CaseIterable {
  /// The start is one too high.
  case startHigh = "start-high"
  /// The end is one too low.
  case endLow = "end-low"
  /// The end is one too high.
  case endHigh = "end-high"
  /// The end is the one asked for although it is past the total.
  case endPastTotal = "end-past-total"
  /// The total is one too high.
  case totalOneHigh = "total-one-high"
  /// The total is three too high.
  case totalHigh = "total-high"
  /// The total is three too low.
  case totalLow = "total-low"
  /// The total is the end of the page although another page follows.
  case totalAtEnd = "total-at-end"
  /// An empty listing begins at 0.
  case emptyAtZero = "empty-at-zero"
  /// An empty listing has no list.
  case emptyWithoutList = "empty-without-list"
  /// The link to the next page is left out.
  case nextMissing = "next-missing"
  /// There is a link to a next page although none follows.
  case nextUnexpected = "next-unexpected"
  /// The next page begins, and ends, one item too late.
  case nextSkips = "next-skips"
  /// The next page is the page itself.
  case nextLoop = "next-loop"
  /// The next page lacks the first of the request's parameters.
  case nextDropsFilter = "next-drops-filter"
  /// The next page is sorted by another key.
  case nextChangesSort = "next-changes-sort"
  /// The next page is on another host.
  case nextHost = "next-host"
  /// The next page ends too early.
  case nextEnd = "next-end"
  /// The link to the page before is left out.
  case prevMissing = "prev-missing"
  /// There is a link to a page before although none is there.
  case prevUnexpected = "prev-unexpected"
  /// The page before begins, and ends, one item too late.
  case prevSkips = "prev-skips"
  /// The page before is the page itself.
  case prevLoop = "prev-loop"
  /// The page before lacks the first of the request's parameters.
  case prevDropsFilter = "prev-drops-filter"
  /// The page before is sorted by another key.
  case prevChangesSort = "prev-changes-sort"
  /// The page before is on another host.
  case prevHost = "prev-host"
  /// The page before ends too early.
  case prevEnd = "prev-end"

  /// Puts the fault into an answer's body.
  func apply(to answer: inout Answer, request: Exchange.Request) {
    guard case .json(var tree, let escaping) = answer.body, let page = PageNumbers(tree),
      let incoming = Incoming(request)
    else { return }
    if let change = linkChange {
      let isNext = rawValue.hasPrefix("next")
      PageLink(isNext: isNext, page: page, incoming: incoming).apply(change, to: &tree)
    } else {
      apply(to: &tree, page, incoming)
    }
    answer.body = .json(tree, escaping)
  }

  private func apply(to tree: inout JSONTree, _ page: PageNumbers, _ incoming: Incoming) {
    switch self {
    case .startHigh: tree.add(1, to: "start")
    case .endLow: tree.add(-1, to: "end")
    case .endHigh: tree.add(1, to: "end")
    case .endPastTotal:
      guard case .success(let window) = Window.read(incoming) else { return }
      tree["end"] = .integer(window.end)
    case .totalOneHigh: tree.add(1, to: "total")
    case .totalHigh: tree.add(3, to: "total")
    case .totalLow: tree.add(-3, to: "total")
    case .totalAtEnd: tree["total"] = .integer(page.end)
    case .emptyAtZero where page.total == 0: tree["start"] = .integer(0)
    case .emptyWithoutList where page.total == 0: tree["occupation"] = nil
    default: break
    }
  }

  private var linkChange: PageLink.Change? {
    switch self {
    case .nextMissing, .prevMissing: .missing
    case .nextUnexpected, .prevUnexpected: .unexpected
    case .nextSkips, .prevSkips: .skips
    case .nextLoop, .prevLoop: .loop
    case .nextDropsFilter, .prevDropsFilter: .dropsFilter
    case .nextChangesSort, .prevChangesSort: .changesSort
    case .nextHost, .prevHost: .host
    case .nextEnd, .prevEnd: .end
    case .startHigh, .endLow, .endHigh, .endPastTotal, .totalOneHigh, .totalHigh, .totalLow,
      .totalAtEnd, .emptyAtZero, .emptyWithoutList:
      nil
    }
  }
}

/// The numbers that a page says of itself.
struct PageNumbers {
  let start: Int
  let end: Int
  let total: Int

  /// Reads a body; `nil` when it is no page.
  init?(_ tree: JSONTree) {
    guard let start = tree["start"]?.integer, let end = tree["end"]?.integer,
      let total = tree["total"]?.integer
    else { return nil }
    (self.start, self.end, self.total) = (start, end, total)
  }
}
