import PlumbModel
import PlumbText

@testable import PlumbChecking

/// A listing that is asked page by page, and answers as documented.
struct MadeListing: Sendable, CustomStringConvertible {
  enum Style: String, Sendable, CaseIterable {
    case window, cursor, offset, page, link
  }

  var style = Style.window
  var total = 95
  var size = 20
  /// Whether the requests leave the size to its default, 20.
  var leavesSize = false
  /// What is asked besides, e.g. `job_family=11&sort=title`.
  var filters = ""
  /// The number of items with equal sort keys, one after the other; 0 for no keys.
  var runs = 0
  /// Whether an `end` that the request leaves out is documented.
  var hasDefault = true

  var description: String { "\(style), \(total) items by \(size), \"\(filters)\"" }

  static let origin = "https://api.example.org/v2/jobs/7"

  // MARK: The contract

  var contract: Contract {
    get throws {
      var contract = Contract(
        id: "jobs",
        api: "test",
        title: "Jobs",
        path: try PathTemplate("/jobs/{code}"),
        place: Self.place
      )
      contract.parameters = parameters
      contract.paging = Paging(
        dialect: dialect,
        items: FieldPath(steps: [.member("job")])
      )
      let names = ["start", "end", "total", "next", "prev", "cursor", "current", "pages"]
      let rows = names.map { Row(name: $0, type: FieldType(.any), place: Self.place) }
      contract.responses = [
        ResponseContract(
          status: 200,
          body: .json(FieldType(.object(ObjectType(rows: rows)))),
          place: Self.place
        )
      ]
      return contract
    }
  }

  var api: API {
    API(id: "test", title: "Test", server: "https://api.example.org/v2", place: Self.place)
  }

  private static let place = SourcePlace(file: "jobs.yaml", line: 1, column: 1)

  private var dialect: PagingDialect {
    switch style {
    case .window:
      .window(
        .init(start: "start", end: "end", total: "total", next: "next", prev: "prev", atMost: 2000)
      )
    case .cursor:
      .cursor(
        .init(
          cursor: "at",
          limit: "limit",
          nextCursor: "cursor",
          currentCursor: "current",
          total: "total",
          atMost: 2000
        )
      )
    case .offset: .offset(.init(offset: "offset", limit: "limit", total: "total", atMost: 2000))
    case .page:
      .page(.init(page: "page", size: "limit", total: "total", pages: "pages", atMost: 2000))
    case .link: .linkHeader(.init(size: "limit", atMost: 2000))
    }
  }

  private var parameters: [Parameter] {
    func make(_ name: String, _ value: Parameter.Default?, _ shape: FieldType.Shape = .integer)
      -> Parameter
    {
      Parameter(
        name: name,
        location: .query,
        type: FieldType(shape),
        isOptional: true,
        defaultValue: value,
        place: Self.place
      )
    }
    let others = [make("job_family", nil, .string), make("sort", .text("title"), .string)]
    switch style {
    case .window:
      let end: Parameter.Default? = hasDefault ? .relative(to: "start", plus: 19) : nil
      return others + [make("start", .text("1")), make("end", end)]
    case .cursor: return others + [make("at", nil, .string), make("limit", .text("20"))]
    case .offset: return others + [make("offset", .text("0")), make("limit", .text("20"))]
    case .page: return others + [make("page", .text("1")), make("limit", .text("20"))]
    case .link: return others + [make("limit", .text("20"))]
    }
  }

  // MARK: The pages

  /// How many items a page has at most.
  var shown: Int { min(size, 2000) }

  /// All pages from the first to the last; one for an empty listing.
  func pages() -> [PageExtract] {
    let count = max(1, (total + shown - 1) / shown)
    return (0..<count).map { page($0) }
  }

  /// The page of a rank, from 0.
  func page(_ rank: Int) -> PageExtract {
    let start = rank * shown + 1
    return window(start, start + size - 1, rank: rank)
  }

  /// The page that starts at a place.
  func window(_ start: Int, _ end: Int, rank: Int) -> PageExtract {
    var page = PageExtract(operation: 3, session: 9, rank: rank, url: url(start, end))
    let last = min(total, start + min(end - start + 1, 2000) - 1)
    page.items = items(Array(stride(from: start, through: last, by: 1)))
    let size = end - start + 1
    switch style {
    case .window:
      page.set(.start, total == 0 ? 1 : start)
      page.set(.end, total == 0 ? 0 : last)
      page.set(.total, total)
      if last < total { page.set(.next, url(last + 1, last + size)) }
      if start > 1 { page.set(.prev, url(max(1, start - size), start - 1)) }
    case .cursor:
      page.set(.total, total)
      if start > 1 { page.set(.currentCursor, "c\(start)") }
      if last < total { page.set(.nextCursor, "c\(last + 1)") }
    case .offset: page.set(.total, total)
    case .page:
      page.set(.total, total)
      page.set(.pages, (total + shown - 1) / shown)
    case .link:
      var links: [String] = []
      if last < total { links.append("<\(url(last + 1, last + size))>; rel=\"next\"") }
      if start > 1 { links.append("<\(url(start - shown, start - shown + size - 1))>; rel=prev") }
      page.linkField = links.isEmpty ? nil : links.joined(separator: ", ")
    }
    return page
  }

  /// The address of the page that starts at a place.
  func url(_ start: Int, _ end: Int) -> String {
    let size = end - start + 1
    var parts = filters.isEmpty ? [] : [filters]
    switch style {
    case .window:
      if leavesSize, start > 1 { parts.append("start=\(start)") }
      if !leavesSize { parts.append("start=\(start)&end=\(end)") }
    case .cursor:
      if start > 1 { parts.append("at=c\(start)") }
    case .offset: parts.append("offset=\(start - 1)")
    case .page: parts.append("page=\((start - 1) / shown + 1)")
    case .link:
      if start > 1 { parts.append("after=\(start - 1)") }
    }
    if style != .window, !leavesSize { parts.append("limit=\(size)") }
    return Self.origin + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  /// The columns of these items.
  func items(_ places: [Int]) -> ItemColumns {
    var columns = ItemColumns(pointer: "/job")
    var key = KeyColumn()
    for (index, place) in places.enumerated() {
      columns.offsets.append(UInt32(500 + index * 50))
      columns.identities.append(UInt64(place))
      if runs > 0 { key.append(text: "title \((place - 1) / runs)".utf8) }
    }
    if runs > 0 { columns.keys = [[key]] }
    return columns
  }

  // MARK: Judging

  /// What the judge says of pages.
  func judge(_ pages: [PageExtract]) throws -> [JudgedChain] {
    PageJudge(contract: try contract, api: api).judge(pages)
  }

  /// The rules of what the judge finds, each with the member concerned or the candidates.
  func verdicts(_ pages: [PageExtract]) throws -> [String] {
    try judge(pages).flatMap(\.findings).map { finding in
      let id = finding.rule.rule.id
      return finding.rule == .pageInconsistent ? "\(id): \(finding.found)" : id
    }
  }
}

extension PageExtract {
  mutating func set(_ role: PageRole, _ number: Int?) { set(role, number.map { .integer($0) }) }

  mutating func set(_ role: PageRole, _ text: String) { set(role, .text(text)) }

  private mutating func set(_ role: PageRole, _ value: PageMember.Value?) {
    members[role] = value.map {
      PageMember(value: $0, pointer: "/\(role)", offset: 100 + Int(role.rawValue) * 20, length: 4)
    }
  }
}
