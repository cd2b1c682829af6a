import PlumbModel
import PlumbText

/// One walk under way.
struct WalkWay<Keeper: WalkKeeper> {
  /// What identifies a request within a walk.
  struct Key: Hashable {
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

  let walk: Walk
  let keeper: Keeper
  let router: OperationRouter
  var outcome = Walk.Outcome()
  /// What was asked already, with what its answer said of the page after it.
  var seen: [Key: Page] = [:]
  var links: [FoundLink] = []
  var linked: Set<String> = []
  private var unanswered = 0
  private var hasAnswer = false
  var ending: Walk.Ending?

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

  /// What an answer says of its listing.
  struct Page {
    var next: NextPage.Finding = .none
    var total: Int?
    var count = 0
    var isWeather = false
  }

  /// Makes a request, unless an earlier walk did; `nil` when the walk is to end.
  mutating func step(
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
      return Walk.Step(
        exchange: exchange,
        operation: operation,
        number: number,
        isAgain: isAgain,
        link: link
      )
    }
    let left = walk.options.budget.map { $0 - outcome.sent } ?? .max
    guard left > 0 else { return end(.budgetSpent) }
    let asked: Courier.Asked
    do throws(Courier.Refused) {
      asked = try await walk.courier.ask(
        request,
        without: without,
        sends: left,
        overflow: await keeper.overflow(operation: operation),
        until: walk.stop
      )
    } catch {
      // The plan and the site let nothing through that the courier refuses.
      return nil
    }
    outcome.sent += asked.sent
    outcome.exchanges += 1
    outcome.weather += asked.isWeather ? 1 : 0
    note(asked)
    return Walk.Step(
      exchange: asked.exchange,
      operation: operation,
      number: number,
      isAgain: isAgain,
      asked: asked,
      link: link
    )
  }

  /// Hands an exchange to the keeper, and finds out where it leads.
  ///
  /// - Returns: The exchange; a body that is not in memory is read back where it says how to go on.
  mutating func take(_ step: Walk.Step) async throws -> Walk.Step {
    try await keeper.take(step)
    var step = step
    if step.asked?.spilled != nil, leadsOn(step), let body = try await keeper.body(of: step) {
      step.exchange.response.body = body
    }
    collect(step)
    return step
  }

  /// Whether a body may say what is to be asked next.
  private func leadsOn(_ step: Walk.Step) -> Bool {
    guard let contract = walk.contracts.first(where: { $0.id == step.operation }) else {
      return false
    }
    return contract.paging != nil || (walk.options.depth > 0 && !contract.links.isEmpty)
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
