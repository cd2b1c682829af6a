import NIOCore
import NIOHTTP1
import PlumbModel

extension Connection {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isDeaf else { return }
    hasHeard = true
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head)
    case .body(let bytes): append(bytes)
    case .end: finish()
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if phase == .resting, !hasHeard, !isDeaf { enter(.head) }
    hasHeard = false
    flush()
    context.fireChannelReadComplete()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isDeaf else { return }
    switch error {
    case HTTPParserError.headerOverflow:
      refuse(Refusal(status: 431, message: "the head of the request is too long"))
    case HTTPParserError.invalidVersion:
      refuse(Refusal(status: 505, message: "only HTTP/1.1 and HTTP/1.0 are spoken here"))
    case HTTPParserError.invalidEOFState:
      close()
    case is HTTPParserError:
      refuse(.bad("the request is not well-formed HTTP/1.1: \(error)"))
    default:
      close()
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { inputClosed() }
    context.fireUserInboundEventTriggered(event)
  }

  /// Answers that the request cannot be answered, and ends the connection after it.
  func refuse(_ refusal: Refusal) {
    isDeaf = true
    incoming = nil
    turns.append(.refusal(refusal))
    takeTurns()
    flush()
  }

  private func begin(_ head: HTTPRequestHead) {
    let limits = service.limits
    do throws(Refusal) {
      let incoming = try Incoming(head, host: service.host, limits: limits)
      if let length = incoming.announcedLength, length > limits.bodySize { throw tooLarge }
      self.incoming = incoming
      if phase != .answering { enter(.body) }
      if incoming.wishes.awaitsContinue { welcome() }
    } catch {
      refuse(error)
    }
  }

  private func append(_ bytes: ByteBuffer) {
    let count = incoming?.request.body.count ?? 0
    guard count + bytes.readableBytes <= service.limits.bodySize else { return refuse(tooLarge) }
    incoming?.request.body.append(contentsOf: bytes.readableBytesView)
  }

  private func finish() {
    guard let incoming else { return }
    self.incoming = nil
    turns.append(.request(incoming))
    takeTurns()
  }

  /// Lets a client that waits for it send its body, after what was asked before.
  private func welcome() {
    guard phase != .answering else {
      owesContinue = true
      return
    }
    owesContinue = false
    guard let context else { return }
    let line = ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")
    context.writeAndFlush(wrapOutboundOut(line), promise: nil)
  }

  /// Goes on reading, after what was asked before is answered.
  func readOn() {
    if owesContinue { welcome() }
    guard holdsRead, phase != .answering, let context, context.channel.isWritable else { return }
    holdsRead = false
    context.read()
  }

  /// The client sends nothing more; it may still read.
  private func inputClosed() {
    isDeaf = true
    switch phase {
    case .resting, .head, .body:
      incoming = nil
      if turns.isEmpty { end() }
    case .answering: break
    case .ending: if isOutputClosed { close() }
    }
  }

  private var tooLarge: Refusal {
    Refusal(
      status: 413,
      message: "the body of the request has more than \(service.limits.bodySize) bytes"
    )
  }
}
