public import PlumbModel

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
    guard case .json(let body, _) = faultyAnswer(to: request).body else { return nil }
    var next = request
    if let url = body["next"]?.text {
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
}
