import PlumbText

extension Report {
  /// One listing, as far as its recordings reach.
  public struct Chain: Hashable, Sendable {
    /// The places of a listing's items from one to another, counted from 1, both inside.
    public struct Window: Hashable, Sendable {
      /// The first place.
      public var start: Int
      /// The last place; below ``start`` for an empty window.
      public var end: Int

      /// Creates a window.
      public init(start: Int, end: Int) {
        self.start = start
        self.end = end
      }
    }

    /// One page that was seen.
    public struct Page: Hashable, Sendable {
      /// The places of its items: as the answer says, else as they were asked for; `nil` where
      /// only following tells pages apart.
      public var window: Window?
      /// The cursor asked for; `nil` for the first page and in other dialects.
      public var cursor: String?
      /// The number of items.
      public var items: Int

      /// Creates a page.
      public init(window: Window?, cursor: String?, items: Int) {
        self.window = window
        self.cursor = cursor
        self.items = items
      }
    }

    /// The operation, as `api/operation`.
    public var operation: String
    /// The path as requested.
    public var path: String
    /// What is asked besides the page, percent-encoded: filters and sort.
    public var query: String
    /// The pages, in the order of the listing.
    public var pages: [Page]
    /// The number of items in the whole listing, as far as known.
    public var total: Int?
    /// The windows that no recording holds.
    public var missing: [Window]
    /// The pages that a link or cursor leads to and no recording holds.
    public var missingTargets: [String]
    /// Whether the page that the listing begins with was seen.
    public var hasFirst: Bool
    /// Whether every page is there, from the first to the last.
    public var isComplete: Bool

    /// Creates a chain.
    public init(
      operation: String,
      path: String,
      query: String,
      pages: [Page],
      total: Int?,
      missing: [Window],
      missingTargets: [String],
      hasFirst: Bool = true,
      isComplete: Bool
    ) {
      self.operation = operation
      self.path = path
      self.query = query
      self.pages = pages
      self.total = total
      self.missing = missing
      self.missingTargets = missingTargets
      self.hasFirst = hasFirst
      self.isComplete = isComplete
    }
  }
}

extension Report.Chain {
  /// Says what judging the pages of a listing found of it.
  init(_ summary: ChainSummary, of operation: CheckPlan.Operation) {
    self.init(
      operation: operation.name,
      path: summary.path,
      query: summary.query.description,
      pages: summary.pages.map { page in
        Page(
          window: page.shown.map { Window(start: $0.start, end: $0.end) },
          cursor: page.cursor,
          items: page.items
        )
      },
      total: summary.total,
      missing: summary.missing.map { Window(start: $0.start, end: $0.end) },
      missingTargets: summary.missingTargets,
      hasFirst: summary.hasFirst,
      isComplete: summary.isComplete
    )
  }
}
