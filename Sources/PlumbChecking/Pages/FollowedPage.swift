import PlumbModel
import PlumbText

/// One page of a listing whose pages are reached only by following: cursors and `Link` fields.
struct FollowedPage: Sendable {
  let extract: PageExtract
  /// What tells the page from the others: its cursor, or the parameters of its position; empty for
  /// the first page.
  let key: String
  /// What the page leads to; `nil` at the end.
  let next: String?
  /// What the page says lies before it.
  let prev: String?
  /// The most items that it may hold.
  let limit: Int?
  let links: [PageRole: PageLink]
  /// Whether its `Link` field keeps to the grammar.
  let isReadable: Bool

  var count: Int { extract.items.count }
  var total: Int? { extract.integer(.total) }

  init(
    _ extract: PageExtract,
    _ filters: Query,
    _ terms: PagingTerms,
    _ positions: LinkPositions
  ) {
    self.extract = extract
    let url = URLReference(extract.url)
    let query = Query(url?.query ?? "")
    var links: [PageRole: PageLink] = [:]
    var limitName: String?
    switch terms.dialect {
    case .cursor(let names):
      key = query[names.cursor] ?? ""
      next = extract.text(.nextCursor)
      prev = nil
      isReadable = true
      limitName = names.limit
    case .linkHeader(let names):
      key = Self.position(query, terms, positions)
      limitName = names.size
      let field = extract.linkField.map { LinkField($0) }
      isReadable = field.map { $0 != nil } ?? true
      var keys: [PageRole: String] = [:]
      for (role, relation) in [(PageRole.next, "next"), (.prev, "prev")] {
        guard let url, let target = field??.target(of: relation),
          let link = URLReference(target)?.resolved(against: url)
        else { continue }
        let query = Query(link.query ?? "")
        keys[role] = Self.position(query, terms, positions)
        var compared = PageLink(target, from: url, filters: filters, terms: terms)
        if PageLink.decoded(link.path) == PageLink.decoded(url.path) {
          var kept = terms.filters(of: query)
          kept.items.removeAll { positions.names.contains($0.name) }
          compared.change = PageLink.change(from: filters, to: kept)
        }
        links[role] = compared
      }
      next = keys[.next]
      prev = keys[.prev]
    default: (key, next, prev, isReadable) = ("", nil, nil, true)
    }
    self.links = links
    var limit: Int?
    if let limitName, case .value(let value, _) = terms.number(limitName, in: query) {
      limit = value
    }
    self.limit = [limit, terms.atMost].compactMap(\.self).min()
  }

  private static func position(
    _ query: Query,
    _ terms: PagingTerms,
    _ positions: LinkPositions
  ) -> String {
    let items = query.items.filter {
      positions.names.contains($0.name) && terms.defaults[$0.name] != $0.value
    }
    return Query(items: items.sorted { ($0.name, $0.value) < ($1.name, $1.value) }).description
  }
}

/// Pages that lead from one to the next.
struct PageRun: Sendable {
  /// How it ends.
  enum End: Equatable, Sendable {
    /// The last page leads no further.
    case end
    /// It leads to a page that no recording holds.
    case unseen(String)
    /// It leads back into itself, to the page of this rank.
    case loop(Int)
    /// It leads into another run, to the page with this index.
    case joins(Int)
  }

  /// The pages, by index.
  var pages: [Int]
  var end: End
  /// Whether it begins with the first page of the listing.
  var isRooted: Bool

  /// Puts pages together that lead to each other: the run from the first page comes first.
  static func runs(of pages: [FollowedPage]) -> [PageRun] {
    var nodes: [String: Int] = [:]
    for (index, page) in pages.enumerated() where nodes[page.key] == nil { nodes[page.key] = index }
    let reached = Set(pages.compactMap { page in page.next == page.key ? nil : page.next })
    let starts =
      (nodes[""].map { [$0] } ?? [])
      + pages.indices.filter { nodes[pages[$0].key] == $0 && !reached.contains(pages[$0].key) }
      + pages.indices.filter { nodes[pages[$0].key] == $0 }
    var seen: Set<Int> = []
    var runs: [PageRun] = []
    for start in starts where !seen.contains(start) {
      var run = PageRun(pages: [], end: .end, isRooted: pages[start].key.isEmpty)
      var ranks: [Int: Int] = [:]
      var index = start
      while true {
        seen.insert(index)
        ranks[index] = run.pages.count
        run.pages.append(index)
        guard let next = pages[index].next else { break }
        guard let target = nodes[next] else {
          run.end = .unseen(next)
          break
        }
        if let rank = ranks[target] {
          run.end = .loop(rank)
          break
        }
        if seen.contains(target) {
          run.end = .joins(target)
          break
        }
        index = target
      }
      runs.append(run)
    }
    return runs
  }
}
