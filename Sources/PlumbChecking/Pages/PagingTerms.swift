import PlumbModel
import PlumbText

/// What the contract of one listing says of its pages, looked up once.
struct PagingTerms: Sendable {
  let contract: Contract
  let api: API
  let dialect: PagingDialect
  /// The defaults of the query parameters that are fixed texts.
  let defaults: [String: String]

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
  }

  /// The query parameters that say which page is asked for.
  ///
  /// Where only following leads from page to page, the size tells one chain from another.
  var pageParameters: Set<String> {
    switch dialect {
    case .window(let names): [names.start, names.end]
    case .cursor(let names): [names.cursor]
    case .offset(let names): [names.offset, names.limit]
    case .page(let names): Set([names.page, names.size].compactMap(\.self))
    case .linkHeader: []
    }
  }

  /// The most items on one page, whatever is asked.
  var atMost: Int? {
    switch dialect {
    case .window(let names): names.atMost
    case .cursor(let names): names.atMost
    case .offset(let names): names.atMost
    case .page(let names): names.atMost
    case .linkHeader(let names): names.atMost
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
    let names = pageParameters
    return Query(
      items: query.items.filter { !names.contains($0.name) && defaults[$0.name] != $0.value }
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

  /// What a request says of a number.
  enum Asked: Equatable {
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
