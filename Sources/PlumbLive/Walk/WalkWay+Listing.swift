import PlumbModel
import PlumbText

/// Listings: one page after the other.
extension WalkWay {
  /// Walks the listing behind a stop; once more when its total changes on the way.
  mutating func listing(_ index: Int) async throws {
    let stop = walk.plan.stops[index]
    if try await !pages(of: stop, index, isAgain: false) {
      await keeper.remark(.again(stop.request.url))
      try await keeper.forget(stop: index)
      _ = try await pages(of: stop, index, isAgain: true)
    }
    if ending == nil { try await keeper.finish(stop: index) }
  }

  /// Asks for the pages behind a stop; returns `false` when their total changed for the first time.
  private mutating func pages(
    of stop: WalkPlan.Stop,
    _ index: Int,
    isAgain: Bool
  ) async throws -> Bool {
    var request = stop.request
    var number = stop.number
    var own: Set<String> = []
    var total: Int?
    for position in 0... {
      let key = Key(request, without: stop.without, number: number)
      let page: Page
      if !isAgain, let known = seen[key] {
        page = known
      } else {
        let asked = try await ask(request, stop, index, number: number, isAgain: isAgain)
        guard let asked else { return true }
        page = asked
        seen[key] = page
      }
      own.insert(request.url)
      if page.isWeather {
        outcome.incomplete += stop.isWhole ? 1 : 0
        return true
      }
      if let total, let found = page.total, found != total, !isAgain { return false }
      total = total ?? page.total
      guard let next = await following(page, stop, request, own, position) else { return true }
      request = next
      number = 0
    }
    return true
  }

  /// The request after a page, if there is one to be made.
  private func following(
    _ page: Page,
    _ stop: WalkPlan.Stop,
    _ request: Exchange.Request,
    _ own: Set<String>,
    _ position: Int
  ) async -> Exchange.Request? {
    guard stop.isWhole else { return nil }
    switch page.next {
    case .none: return nil
    case .elsewhere(let target):
      await keeper.remark(.elsewhere(Site.origin(of: target), from: request.url))
      return nil
    case .request(let next):
      if own.contains(next.url) {
        await keeper.remark(.loop(next.url))
        return nil
      }
      if page.count == 0 || position + 1 >= walk.options.pages {
        await keeper.remark(.endless(request.url))
        return nil
      }
      return next
    }
  }

  private mutating func ask(
    _ request: Exchange.Request,
    _ stop: WalkPlan.Stop,
    _ index: Int,
    number: Int,
    isAgain: Bool
  ) async throws -> Page? {
    let operation = stop.operation ?? router.contract(of: request)?.id
    let step = try await step(
      request,
      operation: operation,
      without: stop.without,
      number: number,
      isAgain: isAgain
    )
    guard var step else { return nil }
    step.stop = index
    step = try await take(step)
    try await redirects(from: step, stop, index)
    return page(of: step, asking: request)
  }

  /// - Parameter request: The request without credentials, which the next one is made of.
  func page(of step: Walk.Step, asking request: Exchange.Request) -> Page {
    var page = Page()
    page.isWeather = step.asked?.isWeather ?? (step.exchange.response.status == 0)
    let contract = walk.contracts.first { $0.id == step.operation }
    guard let contract, let paging = contract.paging, !page.isWeather else { return page }
    let finder = NextPage(paging: paging, parameters: contract.parameters, site: walk.site)
    (page.next, page.total, page.count) = finder.find(
      after: Exchange(request: request, response: step.exchange.response)
    )
    return page
  }
}
