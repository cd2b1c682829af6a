import PlumbModel

/// Sends an answer on to a client; a long one while it is recorded.
///
/// The end of a long body goes to the client once all of it is kept, so that a client that has an
/// answer whole can rely on its recording.
actor ProxyRelay: BodyOverflow {
  nonisolated let limit: Int

  private let inner: any BodyOverflow
  private let makeHead: @Sendable (Exchange.Response) -> (ServedResponse, AddressSwap?)
  private var swap: AddressSwap.Stream?
  private let channel = BodyChannel()
  /// What is kept back until the recording is whole, or more comes.
  private var held: [UInt8] = []
  private var answer: ServedResponse?
  private var client: CheckedContinuation<ServedResponse, Never>?

  /// Prepares for an answer.
  ///
  /// - Parameters:
  ///   - inner: Who records a long body.
  ///   - makeHead: Makes the client's head of the server's, and says what happens to URLs in the
  ///     body.
  init(
    _ inner: any BodyOverflow,
    makeHead: @escaping @Sendable (Exchange.Response) -> (ServedResponse, AddressSwap?)
  ) {
    self.inner = inner
    self.makeHead = makeHead
    limit = inner.limit
  }

  func begin(_ exchange: Exchange) async {
    await inner.begin(exchange)
    var (response, swap) = makeHead(exchange.response)
    self.swap = swap.map { AddressSwap.Stream($0) }
    response.body = .stream(channel.body)
    reply(response)
  }

  func append(_ piece: [UInt8]) async {
    await inner.append(piece)
    let ready = held
    held = swap?.take(piece) ?? piece
    if !ready.isEmpty { await channel.send(.bytes(ready)) }
  }

  /// Ends a long body.
  ///
  /// - Parameter isWhole: Whether it came whole.
  func end(isWhole: Bool) async {
    await channel.send(.bytes(held + (swap?.end() ?? [])))
    await channel.send(isWhole ? .end : .cut)
  }

  /// Answers the client, who has no answer yet.
  func reply(_ response: ServedResponse) {
    guard answer == nil else { return }
    answer = response
    client?.resume(returning: response)
    client = nil
  }

  /// What the client is answered, as soon as that is known.
  func response() async -> ServedResponse {
    if let answer { return answer }
    return await withCheckedContinuation { client = $0 }
  }
}
