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
    var groups: [ChainKey: [PageExtract]] = [:]
    let positions = LinkPositions(pages, terms)
    for page in pages {
      guard let key = ChainKey(page, terms, positions) else { continue }
      groups[key, default: []].append(page)
    }
    let chains = groups.map { key, pages in
      (key: key, pages: pages.sorted { $0.isBefore($1) })
    }
    .sorted { lhs, rhs in
      guard let left = lhs.pages.first, let right = rhs.pages.first else { return false }
      return left.isBefore(right)
    }
    return chains.map { key, pages in judge(pages, key, terms, positions) }
  }

  private func judge(
    _ pages: [PageExtract],
    _ key: ChainKey,
    _ terms: PagingTerms,
    _ positions: LinkPositions
  ) -> JudgedChain {
    let frame = ChainSummary(
      operation: pages.first?.operation ?? 0, session: pages.first?.session ?? 0,
      path: "/" + key.path.joined(separator: "/"), query: key.filters, pages: []
    )
    switch terms.dialect {
    case .window, .offset, .page: return WindowChain(pages, terms).judge(frame)
    case .cursor, .linkHeader:
      return FollowedChain(pages, key.filters, terms, positions).judge(frame)
    }
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
    guard let url = URLReference(page.url) else { return nil }
    session = page.session
    host = "\(url.host?.lowercased() ?? ""):\(url.effectivePort ?? 0)"
    path = PageLink.decoded(url.path)
    filters = terms.filters(of: Query(url.query ?? ""))
    filters.items.removeAll { positions.names.contains($0.name) }
  }
}

/// The query parameters by which `Link` header fields tell pages apart: nothing documents them.
struct LinkPositions: Sendable {
  private(set) var names: Set<String> = []

  /// Finds them: the parameters that every link to a next page sets anew.
  init(_ pages: [PageExtract], _ terms: PagingTerms) {
    guard case .linkHeader = terms.dialect else { return }
    var common: Set<String>?
    var links = 0
    for page in pages {
      guard let url = URLReference(page.url), let field = page.linkField,
        let target = LinkField(field)?.target(of: "next"),
        let link = URLReference(target)?.resolved(against: url)
      else { continue }
      let before = Query(url.query ?? "")
      let after = Query(link.query ?? "")
      let changed = Set(after.items.map(\.name)).filter { after.values(of: $0) != before.values(of: $0) }
      guard !changed.isEmpty else { continue }
      common = common.map { $0.intersection(changed) } ?? changed
      links += 1
    }
    names = common ?? []
    // From one link alone a changed filter looks like a position; numbers are more likely one.
    let documented = Set(
      terms.contract.parameters.filter { $0.location == .query && $0.type.shape != .integer }
        .map(\.name)
    )
    if links == 1, !names.isSubset(of: documented) { names.subtract(documented) }
  }
}
