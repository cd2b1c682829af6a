import PlumbModel

/// What a response that lists things probably promises of its listing: where its items are, what
/// makes two the same, and how they are divided into pages.
///
/// It goes by the names that such things commonly have. All of it is to be confirmed by a person.
struct ListingGuess {
  /// Where the items are.
  let items: FieldPath

  /// The rows of an item.
  let rows: [Row]

  /// What makes two items the same.
  let identity: FieldPath?

  /// How the listing is divided; `nil` when nothing looks like it.
  let dialect: PagingDialect?

  /// Looks at a response; `nil` when it does not list things.
  ///
  /// - Parameters:
  ///   - body: The type of the body.
  ///   - parameters: The parameters of the request.
  init?(body: FieldType, parameters: [Parameter]) {
    let names = parameters.filter { $0.location == .query }.map(\.name)
    switch body.shape {
    case .list(let item):
      guard case .object(let object) = item.shape else { return nil }
      items = FieldPath(steps: [])
      rows = object.rows
      dialect = Self.dialect(parameters: names, members: [])
    case .object(let object):
      let lists = object.rows.compactMap { row -> (Row, ObjectType)? in
        guard case .list(let item) = row.type.shape, case .object(let inner) = item.shape else {
          return nil
        }
        return (row, inner)
      }
      // Of several lists none is sure to be the listing.
      guard let (row, inner) = lists.first, lists.count == 1 else { return nil }
      items = FieldPath(steps: [.member(row.name)])
      rows = inner.rows
      dialect = Self.dialect(parameters: names, members: object.rows.map(\.name))
    default: return nil
    }
    identity = Self.identity(rows)
  }

  private static func identity(_ rows: [Row]) -> FieldPath? {
    let known = ["id", "uuid", "code", "key", "number", "slug"]
    let fitting = rows.filter { row in
      known.contains(row.name.lowercased())
        && (row.type.shape == .string || row.type.shape == .integer)
    }
    let sure = fitting.filter { !$0.isOptional }
    let names = (sure.isEmpty ? fitting : sure).map(\.name)
    return find(known, in: names).map { FieldPath(steps: [.member($0)]) }
  }

  /// The names in the order of preference, whatever their case and signs between words.
  private static func find(_ wanted: [String], in names: [String]) -> String? {
    wanted.lazy.compactMap { wanted in
      names.first { $0.lowercased().filter { $0 != "_" && $0 != "-" } == wanted }
    }.first
  }

  private static let totals = ["total", "totalcount", "totalitems", "count"]
  private static let limits = ["limit", "count", "pagesize", "size", "perpage", "maxresults"]

  private static func dialect(parameters: [String], members: [String]) -> PagingDialect? {
    let total = find(totals, in: members)
    if let start = find(["start"], in: parameters), let end = find(["end"], in: parameters),
      members.contains(start), members.contains(end), let total
    {
      return .window(
        PagingDialect.Window(
          start: start,
          end: end,
          total: total,
          next: find(["next"], in: members),
          prev: find(["prev", "previous"], in: members)
        )
      )
    }
    let limit = find(limits, in: parameters)
    if let cursor = find(["cursor", "pagetoken", "continuationtoken", "after"], in: parameters),
      let next = find(["nextcursor", "nextpagetoken", "continuationtoken"], in: members)
    {
      let current = find(["currentcursor"], in: members)
      return .cursor(
        PagingDialect.Cursor(
          cursor: cursor,
          limit: limit,
          nextCursor: next,
          currentCursor: current,
          total: total
        )
      )
    }
    if let offset = find(["offset", "skip"], in: parameters), let limit {
      return .offset(PagingDialect.Offset(offset: offset, limit: limit, total: total))
    }
    if let page = find(["page", "pagenumber"], in: parameters) {
      let pages = find(["pages", "totalpages", "pagecount"], in: members)
      return .page(PagingDialect.Page(page: page, size: limit, total: total, pages: pages))
    }
    return nil
  }
}
