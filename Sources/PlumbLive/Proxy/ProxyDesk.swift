import PlumbModel
import PlumbText

/// Keeps what a proxy is answered, one exchange after the other.
actor ProxyDesk {
  private struct Key: Hashable {
    var method: String
    var url: String
    var body: [UInt8]
  }

  private let router: OperationRouter
  private let keeper: any WalkKeeper
  private let onError: @Sendable (any Error) -> Void
  /// The hashes of the different answers that a request got.
  private var answers: [Key: Set<UInt64>] = [:]

  init(
    router: OperationRouter,
    keeper: any WalkKeeper,
    onError: @escaping @Sendable (any Error) -> Void
  ) {
    self.router = router
    self.keeper = keeper
    self.onError = onError
  }

  /// Returns what takes the body of an answer that is too large to be held in memory.
  func overflow(for request: Exchange.Request) async -> (any BodyOverflow)? {
    await keeper.overflow(operation: router.contract(of: request)?.id)
  }

  /// Keeps an exchange, unless the same request was answered in the same way before.
  func keep(_ asked: Courier.Asked) async {
    let exchange = asked.exchange
    // Requests that differ in their credentials alone are one: a recording shows them alike.
    let shown = await keeper.shown(exchange.request)
    let key = Key(method: shown.method, url: shown.url, body: shown.body)
    var body = exchange.response.body
    if let spilled = asked.spilled as? SpilledBody {
      body = Array((await spilled.end(failure: exchange.response.failure) ?? "").utf8)
    }
    let hash = XXH64.hash(body + Array("\(exchange.response.status)".utf8))
    var number = 0
    if !asked.isNoAnswer {
      number = answers[key]?.count ?? 0
      guard answers[key, default: []].insert(hash).inserted else { return }
    }
    let step = Walk.Step(
      exchange: exchange,
      operation: router.contract(of: exchange.request)?.id,
      number: number,
      isAgain: false,
      asked: asked
    )
    do {
      try await keeper.take(step)
      try await keeper.finish(stop: 0)
    } catch {
      onError(error)
    }
  }
}
