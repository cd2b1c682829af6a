import PlumbModel
import PlumbText

/// Judges the pages of one operation's listings, as whole chains.
///
/// What a recording does not hold is no fault: a chain is judged as far as it reaches.
struct PageJudge: Sendable {
  private let terms: PagingTerms?

  init(contract: Contract, api: API) {
    terms = PagingTerms(contract: contract, api: api)
  }

  /// Judges pages of one session, in whatever order they come.
  ///
  /// The chains come back by their first exchange in the recordings.
  func judge(_ pages: [PageExtract]) -> [JudgedChain] {
    guard let terms else { return [] }
    let positions = LinkPositions(pages, terms)
    var groups = ListingGroups()
    for (index, page) in pages.enumerated() { groups.add(index, page, terms, positions) }
    return groups.sorted(pages).map { key, members in
      let isAll = members.count == pages.count && zip(members, pages.indices).allSatisfy(==)
      return judge(isAll ? pages : members.map { pages[$0] }, key, terms, positions)
    }
  }

  private func judge(
    _ pages: [PageExtract],
    _ key: ChainKey,
    _ terms: PagingTerms,
    _ positions: LinkPositions
  ) -> JudgedChain {
    let frame = ChainSummary(
      operation: pages.first?.operation ?? 0,
      session: pages.first?.session ?? 0,
      path: "/" + key.path.joined(separator: "/"),
      query: key.filters,
      pages: []
    )
    switch terms.dialect {
    case .window, .offset, .page: return WindowChain(pages, terms).judge(frame)
    case .cursor, .linkHeader:
      return FollowedChain(pages, key.filters, terms, positions).judge(frame)
    }
  }
}

/// The pages of one operation by the listings that they belong to.
private struct ListingGroups {
  private var ranks: [ChainKey: Int] = [:]
  private var groups: [(key: ChainKey, pages: [Int])] = []
  /// The ranks of addresses that were read with their pages.
  private var known: [ObjectIdentifier: Int] = [:]
  private var last: (listing: ObjectIdentifier, rank: Int)?

  /// Adds a page; one whose address is no URL belongs to no listing.
  mutating func add(
    _ index: Int,
    _ page: PageExtract,
    _ terms: PagingTerms,
    _ positions: LinkPositions
  ) {
    guard let listing = page.listing else {
      if let key = ChainKey(page, terms, positions) { groups[rank(of: key)].pages.append(index) }
      return
    }
    let identifier = ObjectIdentifier(listing)
    if let last, last.listing == identifier { return groups[last.rank].pages.append(index) }
    guard let key = listing.key else { return }
    let rank = known[identifier] ?? rank(of: key)
    known[identifier] = rank
    last = (identifier, rank)
    groups[rank].pages.append(index)
  }

  private mutating func rank(of key: ChainKey) -> Int {
    if let rank = ranks[key] { return rank }
    ranks[key] = groups.count
    groups.append((key, []))
    return groups.count - 1
  }

  /// The listings by their first page in the recordings, each with its pages in that order.
  func sorted(_ pages: [PageExtract]) -> [(key: ChainKey, pages: [Int])] {
    var sorted = groups
    for rank in sorted.indices {
      let isSorted = zip(sorted[rank].pages, sorted[rank].pages.dropFirst())
        .allSatisfy { !pages[$1].isBefore(pages[$0]) }
      if !isSorted { sorted[rank].pages.sort { pages[$0].isBefore(pages[$1]) } }
    }
    sorted.sort { lhs, rhs in
      guard let left = lhs.pages.first, let right = rhs.pages.first else { return false }
      return pages[left].isBefore(pages[right])
    }
    return sorted
  }
}

/// What makes pages belong to one listing.
struct ChainKey: Hashable, Sendable {
  var session: UInt64
  var host: String
  var path: [String]
  var filters: Query

  /// Reads the key of a page; `nil` when its address is no URL.
  init?(_ page: PageExtract, _ terms: PagingTerms, _ positions: LinkPositions) {
    self.init(page.session, url: page.url, terms)
    filters.items.removeAll { positions.names.contains($0.name) }
  }

  /// Reads the key of an address; `nil` when it is no URL.
  init?(_ session: UInt64, url: String, _ terms: PagingTerms) {
    guard let url = URLReference(url) else { return nil }
    self.session = session
    host = "\(url.host?.lowercased() ?? ""):\(url.effectivePort ?? 0)"
    path = PageLink.decoded(url.path)
    filters = terms.filters(of: Query(url.query ?? ""))
  }
}

/// The query parameters by which `Link` header fields tell pages apart: nothing documents them.
struct LinkPositions: Sendable {
  private(set) var names: Set<String> = []

  /// Finds them: the parameters that every link to a next page sets anew; where there is no such
  /// link, those that every link back changes.
  init(_ pages: [PageExtract], _ terms: PagingTerms) {
    guard case .linkHeader = terms.dialect else { return }
    let forward = Self.changes(in: pages, by: "next")
    let changes = forward.isEmpty ? Self.changes(in: pages, by: "prev") : forward
    guard let first = changes.first else { return }
    names = changes.dropFirst().reduce(first) { $0.intersection($1) }
    // From one link alone a changed filter looks like a position; numbers are more likely one.
    let documented = Set(
      terms.contract.parameters.filter { $0.location == .query && $0.type.shape != .integer }
        .map(\.name)
    )
    if changes.count == 1, !names.isSubset(of: documented) { names.subtract(documented) }
  }

  /// The parameters that the links of one relation change, one set for each link.
  private static func changes(in pages: [PageExtract], by relation: String) -> [Set<String>] {
    pages.compactMap { page in
      guard let url = URLReference(page.url), let field = page.linkField,
        let target = LinkField(field)?.target(of: relation),
        let link = URLReference(target)?.resolved(against: url)
      else { return nil }
      let before = Query(url.query ?? "")
      let after = Query(link.query ?? "")
      let candidates = relation == "next" ? after.items : after.items + before.items
      let changed = Set(candidates.map(\.name)).filter {
        after.values(of: $0) != before.values(of: $0)
      }
      return changed.isEmpty ? nil : changed
    }
  }
}
