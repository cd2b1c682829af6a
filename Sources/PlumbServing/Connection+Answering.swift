import NIOCore
import PlumbModel

extension Connection {
  /// Answers what waits, as far as the answers are at hand and the client takes them.
  func takeTurns() {
    while phase != .answering, phase != .ending, context?.channel.isWritable == true,
      let turn = turns.popFirst()
    {
      enter(.answering)
      switch turn {
      case .refusal(let refusal): answer(refusal)
      case .request(let incoming): answer(incoming)
      }
    }
  }

  private func answer(_ refusal: Refusal) {
    let text = "\(refusal.status): \(refusal.message)\n"
    let response = ServedResponse(
      status: refusal.status,
      fields: [HTTPField(name: "Content-Type", value: "text/plain; charset=utf-8")],
      body: .bytes(Array(text.utf8))
    )
    var incoming = Incoming(request: Exchange.Request(method: "", url: ""), wishes: .init())
    incoming.wishes.keepsAlive = false
    send(response, to: incoming, after: .zero)
  }

  private func answer(_ incoming: Incoming) {
    let start = service.log == nil ? nil : ContinuousClock.now
    let local = service.local?.responder(
      for: incoming.request,
      from: context?.channel.remoteAddress
    )
    switch (local ?? service.responder).reply(to: incoming.request) {
    case .now(let response):
      delay(response, to: incoming, since: start)
    case .later(let make):
      guard let loop = context?.eventLoop else { return }
      let connection = NIOLoopBound(self, eventLoop: loop)
      making = Task {
        let response = await make()
        loop.execute { connection.value.made(response, to: incoming, since: start) }
      }
    }
  }

  private func made(
    _ response: ServedResponse,
    to incoming: Incoming,
    since start: ContinuousClock.Instant?
  ) {
    making = nil
    delay(response, to: incoming, since: start)
    if phase != .answering { takeTurns() }
    flush()
  }

  /// Sends an answer when its time has come.
  private func delay(
    _ response: ServedResponse,
    to incoming: Incoming,
    since start: ContinuousClock.Instant?
  ) {
    guard response.delay > .zero else {
      return send(response, to: incoming, after: start.map { .now - $0 } ?? .zero)
    }
    let pause = TimeAmount(response.delay)
    context?.eventLoop.assumeIsolated().scheduleTask(in: pause) { [weak self] in
      guard let self, context != nil else { return }
      send(response, to: incoming, after: start.map { .now - $0 } ?? .zero)
      if phase != .answering { takeTurns() }
      flush()
    }
  }

  /// What comes after an answer that was written to its end.
  func answered(isLast: Bool) {
    sending = nil
    if isLast {
      end()
    } else {
      enter(incoming == nil ? .resting : .body)
      if turns.isEmpty { readOn() }
    }
  }

  /// Sends what was written, and closes once the client has had the time to read it.
  func end() {
    isDeaf = true
    turns.removeAll()
    incoming = nil
    enter(.ending)
    guard let context else { return }
    let promise = context.eventLoop.makePromise(of: Void.self)
    promise.futureResult.assumeIsolated().whenComplete { [weak self] result in
      guard let self, let context = self.context else { return }
      guard case .success = result, context.channel.isActive else { return close() }
      // The other half stays open for a while: bytes that nobody reads would reset the connection
      // before the client has read the answer.
      isOutputClosed = true
      context.close(mode: .output, promise: nil)
      holdsRead = false
      context.read()
    }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: promise)
    needsFlush = false
  }
}
