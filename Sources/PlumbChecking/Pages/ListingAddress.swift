import PlumbText

/// What all pages of a listing share: their address without the window. Read once for all of them.
final class ListingAddress: Sendable {
  /// The address, as written.
  let rest: [UInt8]
  /// Whether it holds parameters.
  let hasQuery: Bool
  /// What makes pages belong together; `nil` when the address is no URL.
  let key: ChainKey?
  /// The decoded values of the path parameters.
  let path: [String]
  /// The parameters of the query.
  let query: Query
  /// All parameters, of the path and the query, by the names of the contract.
  let items: [Query.Item]
  /// The order that is asked for, by its index among the documented ones.
  let choice: Int?
  /// What the path and the parameters add to ``PageExtract/standing``.
  let standing: UInt64

  init(
    rest: [UInt8],
    hasQuery: Bool,
    key: ChainKey?,
    path: [String],
    query: Query,
    items: [Query.Item],
    choice: Int?,
    standing: UInt64
  ) {
    self.rest = rest
    self.hasQuery = hasQuery
    self.key = key
    self.path = path
    self.query = query
    self.items = items
    self.choice = choice
    self.standing = standing
  }
}

/// Where a page stands in its listing, read once from its address and its links.
struct PagePosition: Sendable {
  var listing: ListingAddress
  /// The window asked for; `nil` when it asks for none that exists.
  var asked: AskedWindow?
  var links = PageLinks()
}

/// The links of a page to its neighbours; an absent one is not here.
struct PageLinks: Hashable, Sendable {
  var next: PageLink?
  var prev: PageLink?

  subscript(role: PageRole) -> PageLink? {
    switch role {
    case .next: next
    case .prev: prev
    default: nil
    }
  }

  var isEmpty: Bool { next == nil && prev == nil }
}
