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
  /// How many different answers a request got, and a hash of the last one.
  private var answers: [Key: (count: Int, hash: UInt64)] = [:]

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
    let key = Key(
      method: exchange.request.method,
      url: exchange.request.url,
      body: exchange.request.body
    )
    var body = exchange.response.body
    if let spilled = asked.spilled as? SpilledBody {
      body = Array((await spilled.end(failure: exchange.response.failure) ?? "").utf8)
    }
    let hash = XXH64.hash(body + Array("\(exchange.response.status)".utf8))
    var number = 0
    if !asked.isNoAnswer {
      if let known = answers[key] {
        guard known.hash != hash else { return }
        number = known.count
      }
      answers[key] = (number + 1, hash)
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
