/// Takes the pages of a chain apart into runs without overlap.
///
/// The same listing may be recorded in windows of several sizes, or a page twice: what is said of
/// the listing as a sequence holds for each run by itself.
struct ListingRuns {
  /// The runs, each as indices into the chain's pages, in the order of the listing.
  private(set) var runs: [[Int]] = []
  private var ends: [Int?] = []
  private var cursors: [Set<String?>] = []
  private var followed: [Int] = []

  init(_ chain: JudgedChain) {
    for (index, page) in chain.summary.pages.enumerated() { add(index, page) }
  }

  private mutating func add(_ index: Int, _ page: ChainSummary.Page) {
    let fitting = runs.indices.first { run in
      if let shown = page.shown {
        guard let end = ends[run] else { return false }
        return shown.start > end
      }
      return ends[run] == nil && followed[run] == page.run && !cursors[run].contains(page.cursor)
    }
    let run = fitting ?? runs.count
    if fitting == nil {
      runs.append([])
      ends.append(nil)
      cursors.append([])
      followed.append(page.run)
    }
    runs[run].append(index)
    ends[run] = page.shown.map { max($0.end, $0.start - 1) }
    if page.shown == nil { cursors[run].insert(page.cursor) }
  }

  /// Whether a run holds its whole listing, without a gap.
  func isWhole(_ run: Int, of chain: JudgedChain) -> Bool {
    guard chain.summary.isComplete else { return false }
    let pages = runs[run].map { chain.summary.pages[$0] }
    guard pages.allSatisfy({ $0.shown != nil }) else { return runs.count == 1 }
    var next = 1
    for page in pages {
      guard let shown = page.shown, shown.start <= max(next, 1) else { return false }
      next = shown.end + 1
    }
    return chain.summary.total.map { next > $0 } ?? true
  }
}
