/// How an API divides its listings into pages, with the names it uses.
///
/// A request parameter and a body member that play the same part may have different names; where
/// one name is given, both use it.
public enum PagingDialect: Hashable, Sendable {
  /// Items `start` to `end` of `total`, counted from 1, with `next` and `prev` links.
  case window(Window)
  /// A cursor leads from page to page.
  case cursor(Cursor)
  /// Items from `offset` on, counted from 0, at most `limit` of them.
  case offset(Offset)
  /// Pages by number, from 1.
  case page(Page)
  /// The `Link` header field leads from page to page, RFC 8288.
  case linkHeader(LinkHeader)

  /// The word that the notation uses for the dialect.
  public var word: String {
    switch self {
    case .window: "window"
    case .cursor: "cursor"
    case .offset: "offset"
    case .page: "page"
    case .linkHeader: "link-header"
    }
  }

  /// The request parameters that say which page is wanted, and how large.
  public var requestNames: [String] {
    switch self {
    case .window(let window): [window.start, window.end]
    case .cursor(let cursor): [cursor.cursor, cursor.limit].compactMap(\.self)
    case .offset(let offset): [offset.offset, offset.limit]
    case .page(let page): [page.page, page.size].compactMap(\.self)
    case .linkHeader(let link): [link.size].compactMap(\.self)
    }
  }

  /// The names of the `window` dialect.
  public struct Window: Hashable, Sendable {
    /// The first item's place: parameter and member.
    public var start: String
    /// The last item's place: parameter and member.
    public var end: String
    /// The number of items in the whole listing.
    public var total: String
    /// The link to the page after.
    public var next: String?
    /// The link to the page before.
    public var prev: String?
    /// The most items on one page.
    public var atMost: Int?

    /// Creates the names.
    public init(
      start: String,
      end: String,
      total: String,
      next: String? = nil,
      prev: String? = nil,
      atMost: Int? = nil
    ) {
      self.start = start
      self.end = end
      self.total = total
      self.next = next
      self.prev = prev
      self.atMost = atMost
    }
  }

  /// The names of the `cursor` dialect.
  public struct Cursor: Hashable, Sendable {
    /// The parameter that holds the cursor.
    public var cursor: String
    /// The parameter that holds the most items wanted.
    public var limit: String?
    /// The member that holds the cursor of the page after.
    public var nextCursor: String
    /// The member that holds the cursor of this page.
    public var currentCursor: String?
    /// The member that holds the number of items in the whole listing.
    public var total: String?
    /// The most items on one page.
    public var atMost: Int?

    /// Creates the names.
    public init(
      cursor: String,
      limit: String? = nil,
      nextCursor: String,
      currentCursor: String? = nil,
      total: String? = nil,
      atMost: Int? = nil
    ) {
      self.cursor = cursor
      self.limit = limit
      self.nextCursor = nextCursor
      self.currentCursor = currentCursor
      self.total = total
      self.atMost = atMost
    }
  }

  /// The names of the `offset` dialect.
  public struct Offset: Hashable, Sendable {
    /// The parameter that holds how many items to skip.
    public var offset: String
    /// The parameter that holds the most items wanted.
    public var limit: String
    /// The member that holds the number of items in the whole listing.
    public var total: String?
    /// The most items on one page.
    public var atMost: Int?

    /// Creates the names.
    public init(offset: String, limit: String, total: String? = nil, atMost: Int? = nil) {
      self.offset = offset
      self.limit = limit
      self.total = total
      self.atMost = atMost
    }
  }

  /// The names of the `page` dialect.
  public struct Page: Hashable, Sendable {
    /// The parameter that holds the number of the page.
    public var page: String
    /// The parameter that holds the most items wanted.
    public var size: String?
    /// The member that holds the number of items in the whole listing.
    public var total: String?
    /// The member that holds the number of pages.
    public var pages: String?
    /// The most items on one page.
    public var atMost: Int?

    /// Creates the names.
    public init(
      page: String,
      size: String? = nil,
      total: String? = nil,
      pages: String? = nil,
      atMost: Int? = nil
    ) {
      self.page = page
      self.size = size
      self.total = total
      self.pages = pages
      self.atMost = atMost
    }
  }

  /// The names of the `link-header` dialect.
  public struct LinkHeader: Hashable, Sendable {
    /// The parameter that holds the most items wanted.
    public var size: String?
    /// The most items on one page.
    public var atMost: Int?

    /// Creates the names.
    public init(size: String? = nil, atMost: Int? = nil) {
      self.size = size
      self.atMost = atMost
    }
  }
}

/// How one operation's listing is divided into pages.
public struct Paging: Hashable, Sendable {
  /// The dialect, with its names.
  public var dialect: PagingDialect

  /// Where in the body the items of the listing are.
  public var items: FieldPath

  /// Creates a paging.
  public init(dialect: PagingDialect, items: FieldPath) {
    self.dialect = dialect
    self.items = items
  }
}
