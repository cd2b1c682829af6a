import PlumbText

/// The places of a listing's items that a page covers, counted from 1, both inside.
struct PageWindow: Hashable, Sendable {
  var start: Int
  var end: Int

  /// The number of places.
  var count: Int { end - start + 1 }
}

/// How far the recordings of one listing reach.
struct ChainSummary: Hashable, Sendable {
  /// One page that was seen.
  struct Page: Hashable, Sendable {
    /// The window asked for, as far as the request and the documented defaults tell.
    var asked: PageWindow?
    /// The window that the answer says it is.
    var answered: PageWindow?
    /// The cursor asked for; `nil` for the first page and in other dialects.
    var cursor: String?
    /// The number of items.
    var items: Int
    /// Which of the runs of pages that lead to each other it is in; how these follow each other is
    /// not known.
    var run = 0

    /// The places that its items take: as the answer says, else from the first place asked for.
    var shown: PageWindow? {
      answered ?? asked.map { PageWindow(start: $0.start, end: $0.start + items - 1) }
    }
  }

  /// The operation, by its index in the plan.
  var operation: Int
  /// The session, as a hash of its name.
  var session: UInt64
  /// The path as requested.
  var path: String
  /// What is asked besides the page: filters and sort, documented defaults left out.
  var query: Query
  /// The pages, in the order of the listing.
  var pages: [Page]
  /// The number of items in the whole listing, as far as known.
  var total: Int?
  /// The windows that no recording holds.
  var missing: [PageWindow] = []
  /// The pages that a link or cursor leads to and no recording holds.
  var missingTargets: [String] = []
  /// Whether the page at the start, one in between, the last one and an empty result were seen.
  var hasFirst = false
  var hasMiddle = false
  var hasLast = false
  var hasEmpty = false

  /// Whether every page is there, from the first to the last.
  var isComplete: Bool { hasFirst && hasLast && missing.isEmpty && missingTargets.isEmpty }
}

extension JudgedChain {
  /// A listing that has no pages: all of it is in one answer.
  init(single page: PageExtract) {
    let url = URLReference(page.url)
    let seen = ChainSummary.Page(items: page.items.count)
    let summary = ChainSummary(
      operation: page.operation,
      session: page.session,
      path: url?.path ?? "",
      query: Query(url?.query ?? ""),
      pages: [seen]
    )
    self.init(pages: [page], findings: [], summary: summary)
  }
}

/// One listing's pages, judged together.
struct JudgedChain: Sendable {
  /// The pages, in the order of the listing.
  var pages: [PageExtract]
  /// What is wrong with them, by page.
  var findings: [ConversationFinding]
  /// How far they reach.
  var summary: ChainSummary
}
