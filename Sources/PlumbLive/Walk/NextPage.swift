import PlumbModel
import PlumbText

/// Finds the request for the page after one, as the listing's dialect has it.
struct NextPage {
  /// How the listing is divided.
  let paging: Paging
  /// The parameters of the request.
  let parameters: [Parameter]
  /// Where the API is asked.
  let site: Site

  /// What a page says of the one after it.
  enum Finding: Hashable {
    /// It is the last.
    case none
    /// The request for the next.
    case request(Exchange.Request)
    /// The next one is at an address that is not the API's.
    case elsewhere(String)
  }

  /// Returns what a page says of the one after it, of the whole listing's size, and how many items
  /// it has.
  func find(after exchange: Exchange) -> (next: Finding, total: Int?, count: Int) {
    guard (200...299).contains(exchange.response.status), exchange.response.failure == nil,
      let body = try? JSONDocument(exchange.response.body).root
    else { return (.none, nil, 0) }
    let count = body.values(at: paging.items).first?.elements?.count ?? 0
    let total = paging.dialect.totalName.flatMap { body[$0]?.integer }
    let next =
      switch paging.dialect {
      case .window(let names): window(names, body, count, exchange)
      case .cursor(let names): cursor(names, body, exchange)
      case .offset(let names): offset(names, body, count, exchange)
      case .page(let names): page(names, body, count, exchange)
      case .linkHeader: linked(exchange)
      }
    return (next, total, count)
  }

  private func linked(_ exchange: Exchange) -> Finding {
    let text = exchange.response.fields.filter { $0.name.lowercased() == "link" }.map(\.value)
      .joined(separator: ", ")
    guard let target = LinkField(text)?.target(of: "next") else { return .none }
    return follow(target, from: exchange)
  }

  private func window(
    _ names: PagingDialect.Window,
    _ body: JSONNode,
    _ count: Int,
    _ exchange: Exchange
  ) -> Finding {
    if let next = names.next, let target = body[next]?.string, !target.isEmpty {
      return follow(target, from: exchange)
    }
    guard let start = body[names.start]?.integer, let end = body[names.end]?.integer,
      let total = body[names.total]?.integer, count > 0, end < total, start <= end,
      let next = sum(end, 1), let last = sum(end, end - start + 1)
    else { return .none }
    // A link that is missing although a whole page more is announced: asking for it shows whether
    // the link is wrong or the total.
    guard names.next == nil || last <= total else { return .none }
    return .request(
      exchange.request.asking([(names.start, String(next)), (names.end, String(last))])
    )
  }

  private func cursor(
    _ names: PagingDialect.Cursor,
    _ body: JSONNode,
    _ exchange: Exchange
  ) -> Finding {
    guard let node = body[names.nextCursor], let text = node.string ?? node.number?.text,
      !text.isEmpty
    else { return .none }
    // Some APIs write the whole address of the next page where a cursor is meant.
    if text.hasPrefix("https://") || text.hasPrefix("http://") {
      return follow(text, from: exchange)
    }
    return .request(exchange.request.asking([(names.cursor, text)]))
  }

  private func offset(
    _ names: PagingDialect.Offset,
    _ body: JSONNode,
    _ count: Int,
    _ exchange: Exchange
  ) -> Finding {
    let size = number(names.limit, exchange).flatMap { $0 > 0 ? $0 : nil }
    guard count > 0, let next = sum(number(names.offset, exchange) ?? 0, size ?? count) else {
      return .none
    }
    if let total = names.total.flatMap({ body[$0]?.integer }) {
      guard next < total else { return .none }
    } else if let size, count < size {
      return .none
    }
    return .request(exchange.request.asking([(names.offset, String(next))]))
  }

  private func page(
    _ names: PagingDialect.Page,
    _ body: JSONNode,
    _ count: Int,
    _ exchange: Exchange
  ) -> Finding {
    let page = number(names.page, exchange) ?? 1
    guard count > 0, let next = sum(page, 1) else { return .none }
    let size = names.size.flatMap { number($0, exchange) }
    if let pages = names.pages.flatMap({ body[$0]?.integer }) {
      guard page < pages else { return .none }
    } else if let total = names.total.flatMap({ body[$0]?.integer }), let size {
      let (seen, isTooLarge) = page.multipliedReportingOverflow(by: size)
      guard !isTooLarge, seen < total else { return .none }
    } else if let size, count < size {
      return .none
    }
    return .request(exchange.request.asking([(names.page, String(next))]))
  }

  private func follow(_ target: String, from exchange: Exchange) -> Finding {
    guard let url = site.address(of: target, from: exchange.request.url) else {
      return .elsewhere(target)
    }
    var request = exchange.request
    request.url = url
    return .request(request)
  }

  /// The number that a request asks for, or that holds when it does not say.
  private func number(_ name: String, _ exchange: Exchange) -> Int? {
    if let text = URLReference(exchange.request.url)?.query.flatMap({ Query($0)[name] }) {
      return Int(text)
    }
    guard case .text(let text) = parameters.first(where: { $0.name == name })?.defaultValue else {
      return nil
    }
    return Int(text)
  }

  private func sum(_ one: Int, _ other: Int) -> Int? {
    let (sum, isTooLarge) = one.addingReportingOverflow(other)
    return isTooLarge ? nil : sum
  }
}

extension PagingDialect {
  /// The member that holds the number of items in the whole listing.
  fileprivate var totalName: String? {
    switch self {
    case .window(let names): names.total
    case .cursor(let names): names.total
    case .offset(let names): names.total
    case .page(let names): names.total
    case .linkHeader: nil
    }
  }
}

extension Exchange.Request {
  /// The request with other values of parameters of its query, in their places or at the end.
  fileprivate func asking(_ values: [(name: String, value: String)]) -> Exchange.Request {
    guard var url = URLReference(self.url) else { return self }
    var pairs = (url.query ?? "").split(separator: "&").map(String.init)
    for (name, value) in values {
      let pair = "\(PercentEncoding.encodeQuery(name))=\(PercentEncoding.encodeQuery(value))"
      let index = pairs.firstIndex { Query($0).items.first?.name == name }
      if let index { pairs[index] = pair } else { pairs.append(pair) }
    }
    url.query = pairs.joined(separator: "&")
    var request = self
    request.url = url.description
    return request
  }
}
