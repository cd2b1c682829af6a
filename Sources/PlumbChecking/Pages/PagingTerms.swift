import PlumbModel
import PlumbText

/// What the contract of one listing says of its pages, looked up once; a class, so that handing it
/// on costs one count.
final class PagingTerms: Sendable {
  let contract: Contract
  let api: API
  let dialect: PagingDialect
  /// The defaults of the query parameters that are fixed texts.
  let defaults: [String: String]
  /// The query parameters that say which page is asked for.
  ///
  /// Where only following leads from page to page, the size tells one chain from another.
  let pageParameters: Set<String>
  /// The most items on one page, whatever is asked.
  let atMost: Int?
  /// The links to the neighbours that the dialect has.
  let hasNext: Bool
  let hasPrev: Bool
  /// Whether pages are known by their places, and not only by following links.
  let isByPlace: Bool
  /// What holds for a window's numbers that are left out; `nil` where other parameters decide it.
  private let standards: (start: Standard, end: Standard)?

  /// What holds for a number that is left out.
  private enum Standard: Sendable {
    case fixed(Asked)
    /// So many after the window's start.
    case afterStart(Int)
  }

  /// Takes up the paging of a contract; `nil` when it has none.
  init?(contract: Contract, api: API) {
    guard let paging = contract.paging else { return nil }
    self.contract = contract
    self.api = api
    dialect = paging.dialect
    var defaults: [String: String] = [:]
    for parameter in contract.parameters where parameter.location == .query {
      if case .text(let text)? = parameter.defaultValue { defaults[parameter.name] = text }
    }
    self.defaults = defaults
    pageParameters =
      switch paging.dialect {
      case .window(let names): [names.start, names.end]
      case .cursor(let names): [names.cursor]
      case .offset(let names): [names.offset, names.limit]
      case .page(let names): Set([names.page, names.size].compactMap(\.self))
      case .linkHeader: []
      }
    switch paging.dialect {
    case .window, .offset, .page: isByPlace = true
    case .cursor, .linkHeader: isByPlace = false
    }
    standards = Self.standards(of: contract, paging.dialect)
    switch paging.dialect {
    case .window(let names):
      atMost = names.atMost
      hasNext = names.next != nil
      hasPrev = names.prev != nil
    case .cursor(let names): (atMost, hasNext, hasPrev) = (names.atMost, false, false)
    case .offset(let names): (atMost, hasNext, hasPrev) = (names.atMost, false, false)
    case .page(let names): (atMost, hasNext, hasPrev) = (names.atMost, false, false)
    case .linkHeader(let names): (atMost, hasNext, hasPrev) = (names.atMost, false, false)
    }
  }

  /// The name of the member that plays a part; `nil` when the dialect has none.
  func member(_ role: PageRole) -> String? {
    switch (dialect, role) {
    case (.window(let names), .start): names.start
    case (.window(let names), .end): names.end
    case (.window(let names), .total): names.total
    case (.window(let names), .next): names.next
    case (.window(let names), .prev): names.prev
    case (.cursor(let names), .nextCursor): names.nextCursor
    case (.cursor(let names), .currentCursor): names.currentCursor
    case (.cursor(let names), .total): names.total
    case (.offset(let names), .total): names.total
    case (.page(let names), .total): names.total
    case (.page(let names), .pages): names.pages
    default: nil
    }
  }

  /// Whether a success of the operation documents a member at its root.
  func documents(_ name: String) -> Bool {
    contract.responses.contains { response in
      guard case .json(let type) = response.body else { return false }
      return holds(type, name, depth: 0)
    }
  }

  private func holds(_ type: FieldType, _ name: String, depth: Int) -> Bool {
    switch type.shape {
    case .object(let object): return object.rows.contains { $0.name == name }
    case .named(let other):
      guard depth < 16, let target = api.types[other] else { return false }
      return holds(target, name, depth: depth + 1)
    default: return false
    }
  }

  /// Returns a query without what says which page, and without what holds anyway.
  func filters(of query: Query) -> Query {
    Query(
      items: query.items.filter {
        !pageParameters.contains($0.name) && defaults[$0.name] != $0.value
      }
    )
  }

  /// The value of a parameter as a number: as asked, or its default.
  func number(_ name: String, in query: Query) -> Asked {
    if let text = query[name] { return Self.number(text).map { .value($0, given: true) } ?? .bad }
    let parameter = contract.parameters.first { $0.name == name && $0.location == .query }
    switch parameter?.defaultValue {
    case .text(let text)?:
      return Self.number(text).map { .value($0, given: false) } ?? .unknown
    case .relative(let other, let plus)?:
      guard other != name, let base = query[other] ?? defaults[other] else { return .unknown }
      return Self.number(base).map { .value($0 + plus, given: false) } ?? .bad
    case nil: return .unknown
    }
  }

  /// Whether ``asked(_:)`` can tell the window of a request from its two numbers.
  var readsNumbers: Bool { standards != nil }

  /// The window of a request by its numbers, in the window dialect; `nil` for none that exists.
  func asked(_ numbers: WindowReader.Numbers) -> AskedWindow? {
    guard let standards else { return nil }
    let first = numbers.start.map { .value($0, given: true) } ?? Self.asked(standards.start)
    let extent =
      numbers.end.map { .value($0, given: true) } ?? Self.asked(standards.end, after: first)
    return AskedWindow(first: first, extent: extent, self)
  }

  private static func asked(_ standard: Standard, after start: Asked? = nil) -> Asked {
    switch (standard, start) {
    case (.fixed(let asked), _): asked
    case (.afterStart(let plus), .value(let start, _)?): .value(start + plus, given: false)
    case (.afterStart, _): .unknown
    }
  }

  private static func standards(
    of contract: Contract,
    _ dialect: PagingDialect
  ) -> (start: Standard, end: Standard)? {
    guard case .window(let names) = dialect else { return nil }
    func standard(_ name: String) -> Standard? {
      let parameter = contract.parameters.first { $0.name == name && $0.location == .query }
      switch parameter?.defaultValue {
      case .text(let text)?:
        return .fixed(number(text).map { .value($0, given: false) } ?? .unknown)
      case .relative(let other, let plus)?:
        return name == names.end && other == names.start ? .afterStart(plus) : nil
      case nil: return .fixed(.unknown)
      }
    }
    guard let start = standard(names.start), let end = standard(names.end) else { return nil }
    // A default of the start that is no number makes the end's bad, and not unknown.
    if case (.fixed(.unknown), .afterStart) = (start, end),
      contract.parameters.contains(where: { $0.name == names.start && $0.defaultValue != nil })
    {
      return nil
    }
    return (start, end)
  }

  /// What a request says of a number.
  enum Asked: Equatable, Sendable {
    case value(Int, given: Bool)
    /// Left out, and no default is documented.
    case unknown
    /// No number at all.
    case bad
  }

  /// The greatest number that is reckoned with; sums of a few of them stay far from the limits.
  static let limit = 1 << 53

  private static func number(_ text: String) -> Int? {
    Int(text)?.clamped
  }
}

extension Int {
  /// The number, kept within what is reckoned with.
  var clamped: Int { Swift.min(Swift.max(self, -PagingTerms.limit), PagingTerms.limit) }
}
