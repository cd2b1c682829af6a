import PlumbModel
import PlumbText

/// One walk under way.
struct WalkWay<Keeper: WalkKeeper> {
  /// What identifies a request within a walk.
  private struct Key: Hashable {
    var method: String
    var url: String
    var fields: [HTTPField]
    var without: [String]
    var number: Int

    init(_ request: Exchange.Request, without: [String], number: Int) {
      method = request.method
      url = request.url
      fields = request.fields
      self.without = without
      self.number = number
    }
  }

  private let walk: Walk
  private let keeper: Keeper
  private let router: OperationRouter
  private var outcome = Walk.Outcome()
  /// What was asked already, with what its answer said of the page after it.
  private var seen: [Key: Page] = [:]
  private var links: [FoundLink] = []
  private var linked: Set<String> = []
  private var unanswered = 0
  private var hasAnswer = false
  private var ending: Walk.Ending?

  init(walk: Walk, keeper: Keeper) {
    self.walk = walk
    self.keeper = keeper
    router = OperationRouter(walk.contracts, base: walk.site.base)
  }

  mutating func run() async throws -> Walk.Outcome {
    for index in walk.plan.stops.indices where ending == nil {
      try await listing(index)
    }
    var next = 0
    while ending == nil, next < links.count {
      try await follow(links[next])
      next += 1
    }
    outcome.ending = ending ?? .done
    return outcome
  }

  // MARK: A listing

  /// What an answer says of its listing.
  private struct Page {
    var next: NextPage.Finding = .none
    var total: Int?
    var count = 0
    var isWeather = false
  }

  private mutating func listing(_ index: Int) async throws {
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
    try await keeper.take(step)
    try await redirects(from: step, stop, index)
    return page(of: step, asking: request)
  }

  /// Follows redirects from an answer, each of which is an exchange of its own.
  private mutating func redirects(
    from first: Walk.Step,
    _ stop: WalkPlan.Stop,
    _ index: Int
  ) async throws {
    var last = first
    var own: Set<String> = [first.exchange.request.url]
    while own.count <= 5, ending == nil {
      let response = last.exchange.response
      guard [301, 302, 303, 307, 308].contains(response.status), response.failure == nil,
        Courier.isSafe(last.exchange.request.method),
        let target = response.fields.value(of: "Location")
      else { return }
      let url = walk.site.address(of: target, from: last.exchange.request.url)
      guard let url else {
        await keeper.remark(
          .redirectElsewhere(Site.origin(of: target), from: last.exchange.request.url)
        )
        return
      }
      guard own.insert(url).inserted else { return }
      var request = stop.request
      request.url = url
      let key = Key(request, without: stop.without, number: 0)
      guard seen[key] == nil else { return }
      let step = try await step(
        request,
        operation: router.contract(of: request)?.id,
        without: stop.without,
        number: 0,
        isAgain: false
      )
      guard var step else { return }
      step.stop = index
      seen[key] = page(of: step, asking: request)
      try await keeper.take(step)
      last = step
    }
  }

  /// - Parameter request: The request without credentials, which the next one is made of.
  private func page(of step: Walk.Step, asking request: Exchange.Request) -> Page {
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

  // MARK: A link

  private mutating func follow(_ link: FoundLink) async throws {
    let request = Exchange.Request(
      url: link.url,
      fields: [HTTPField(name: "Accept", value: "application/json")]
    )
    let key = Key(request, without: [], number: 0)
    guard seen[key] == nil else { return }
    let step = try await step(
      request,
      operation: router.contract(of: request)?.id,
      without: [],
      number: 0,
      isAgain: false,
      link: link
    )
    guard let step else { return }
    seen[key] = page(of: step, asking: request)
    try await keeper.take(step)
  }

  private mutating func collect(_ step: Walk.Step) {
    let depth = (step.link?.depth ?? 0) + 1
    guard depth <= walk.options.depth, step.exchange.response.status == 200,
      let contract = walk.contracts.first(where: { $0.id == step.operation }),
      !contract.links.isEmpty, let body = try? JSONDocument(step.exchange.response.body).root
    else { return }
    for link in contract.links {
      for place in body.places(at: link.at) {
        guard let text = place.node.string,
          let url = walk.site.address(of: text, from: step.exchange.request.url),
          linked.insert(url).inserted
        else { continue }
        links.append(
          FoundLink(
            url: url,
            operation: contract.id,
            link: link,
            pointer: place.pointer.description,
            source: step.exchange.request,
            depth: depth
          )
        )
      }
    }
  }

  // MARK: One request

  /// Makes a request, unless an earlier walk did; `nil` when the walk is to end.
  private mutating func step(
    _ request: Exchange.Request,
    operation: String?,
    without: [String],
    number: Int,
    isAgain: Bool,
    link: FoundLink? = nil
  ) async throws -> Walk.Step? {
    guard !walk.stop.isSet else { return end(.stopped) }
    let signed = walk.courier.signed(request, without: without)
    if !isAgain,
      let exchange = try await keeper.recorded(signed, operation: operation, number: number)
    {
      outcome.reused += 1
      let step = Walk.Step(
        exchange: exchange,
        operation: operation,
        number: number,
        isAgain: isAgain,
        link: link
      )
      collect(step)
      return step
    }
    let left = walk.options.budget.map { $0 - outcome.sent } ?? .max
    guard left > 0 else { return end(.budgetSpent) }
    let asked: Courier.Asked
    do throws(Courier.Refused) {
      asked = try await walk.courier.ask(request, without: without, sends: left, until: walk.stop)
    } catch {
      // The plan and the site let nothing through that the courier refuses.
      return nil
    }
    outcome.sent += asked.sent
    outcome.exchanges += 1
    outcome.weather += asked.isWeather ? 1 : 0
    note(asked)
    let step = Walk.Step(
      exchange: asked.exchange,
      operation: operation,
      number: number,
      isAgain: isAgain,
      asked: asked,
      link: link
    )
    collect(step)
    return step
  }

  /// Decides whether it makes sense to go on.
  private mutating func note(_ asked: Courier.Asked) {
    if let wait = asked.toldToWait { ending = .toldToWait(wait) }
    guard let trouble = asked.trouble, asked.exchange.response.status == 0 else {
      unanswered = 0
      hasAnswer = true
      return
    }
    unanswered += 1
    let isHopeless = trouble == .untrusted || (trouble == .unreachable && !hasAnswer)
    if isHopeless || unanswered >= walk.options.unanswered {
      ending = .unanswered(asked.exchange.response.failure ?? "no answer came")
    }
  }

  private mutating func end(_ reason: Walk.Ending) -> Walk.Step? {
    ending = ending ?? reason
    return nil
  }
}
