public import PlumbModel
import PlumbText

extension StandIn {
  /// The requests that follow a listing's links or cursors from a page on, until there is no next
  /// page, or it has been asked for already.
  public func chain(from request: Exchange.Request) -> [Exchange.Request] {
    var chain = [request]
    while chain.count < 100, let last = chain.last, let next = page(after: last),
      !chain.contains(next)
    {
      chain.append(next)
    }
    return chain
  }

  private func page(after request: Exchange.Request) -> Exchange.Request? {
    let answer = faultyAnswer(to: request)
    guard case .json(let body, _) = answer.body else { return nil }
    var next = request
    if ["books.list", "trails.list", "birds.list"].contains(answer.operation) {
      guard let url = Self.url(after: request.url, answer, body) else { return nil }
      next.url = url
    } else if let url = body["next"]?.text {
      next.url = url
    } else if let cursor = body["nextCursor"]?.text {
      let mark = request.url.firstRange(of: "Cursor=")
      let base =
        mark.map { String(request.url[..<$0.lowerBound]) } ?? request.url
        + (request.url.contains("?") ? "&" : "?")
      next.url = "\(base)Cursor=\(cursor)"
    } else {
      return nil
    }
    return next
  }

  /// The next page as a client asks for it: that of the header field, or by its own reckoning.
  private static func url(after url: String, _ answer: Answer, _ body: JSONTree) -> String? {
    guard let query = URLReference(url).map({ Query($0.query ?? "") }) else { return nil }
    func number(_ name: String, orElse standard: Int) -> Int {
      query[name].flatMap { Int($0) } ?? standard
    }
    switch answer.operation {
    case "birds.list":
      let field = answer.fields.first { $0.name == "Link" }
      return field.flatMap { LinkField($0.value)?.target(of: "next") }
    case "books.list":
      let from = number("from", orElse: 0) + number("count", orElse: 20)
      return from < body["total"]?.integer ?? 0 ? replacing("from", by: from, in: url) : nil
    default:
      let page = number("page", orElse: 1) + 1
      return page <= body["pages"]?.integer ?? 0 ? replacing("page", by: page, in: url) : nil
    }
  }

  private static func replacing(_ name: String, by number: Int, in url: String) -> String {
    let parts = url.split(separator: "?", maxSplits: 1)
    let query = parts.count < 2 ? [] : parts[1].split(separator: "&").map(String.init)
    let kept = query.filter { !$0.hasPrefix("\(name)=") }
    return parts[0] + "?" + (kept + ["\(name)=\(number)"]).joined(separator: "&")
  }
}
