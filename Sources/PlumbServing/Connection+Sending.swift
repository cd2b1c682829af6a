#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import NIOCore
import PlumbModel

extension Connection {
  /// Bodies up to this size go out with their heads in one piece.
  private static let smallSize = 1 << 16

  /// Sends an answer.
  ///
  /// - Parameter time: How long it took to make.
  func send(_ response: ServedResponse, to incoming: Incoming, after time: Duration) {
    guard let context, context.channel.isActive else {
      if case .stream(let body) = response.body { body.abandon() }
      return
    }
    var cut: Int?
    switch response.ending {
    case .whole: break
    case .truncated(let count): cut = count
    case .reset:
      log(incoming, status: 0, count: 0, time)
      return reset()
    }
    let draft = ResponseDraft(
      response,
      to: incoming,
      compressed: service.limits.compresses ? service.compressed : nil
    )
    log(incoming, status: draft.status, count: draft.count, time)
    let isLast =
      !incoming.wishes.keepsAlive || isDeaf && turns.isEmpty || table.isDraining || cut != nil
      || draft.framing == .close
    let connection: StaticString? =
      isLast && cut == nil ? "close" : incoming.wishes.isOld ? "keep-alive" : nil
    var buffer = context.channel.allocator.buffer(capacity: 512 + min(draft.count, Self.smallSize))
    draft.writeHead(into: &buffer, dateLine: table.dateLine, connection: connection)
    needsFlush = true
    if draft.framing == .bodiless {
      if case .stream(let body) = draft.body { body.abandon() }
      context.write(wrapOutboundOut(buffer), promise: nil)
      return answered(isLast: isLast)
    }
    if draft.framing == .length, draft.count <= Self.smallSize, case .bytes(let bytes) = draft.body
    {
      buffer.writeBytes(bytes.prefix(max(cut ?? bytes.count, 0)))
      context.write(wrapOutboundOut(buffer), promise: nil)
      return answered(isLast: isLast)
    }
    let isChunked = draft.framing == .chunks
    if case .stream(let body) = draft.body {
      context.write(wrapOutboundOut(buffer), promise: nil)
      return stream(body, isChunked: isChunked, isLast: isLast)
    }
    guard let pump = BodyPump(draft.body, cut: cut, isChunked: isChunked) else {
      // The file went away after the responder had seen it.
      return send(.unreadable, to: incoming, after: time)
    }
    context.write(wrapOutboundOut(buffer), promise: nil)
    sending = Sending(pump: pump, isLast: isLast)
    pumpOn()
  }

  /// Writes pieces of a body until the client has enough for now.
  func pumpOn() {
    guard let context, var sending else { return }
    while !sending.pump.isDone, context.channel.isWritable {
      guard let piece = sending.pump.next(context.channel.allocator) else {
        // The length was announced, so that the client sees that something is missing.
        return reset()
      }
      context.write(wrapOutboundOut(piece), promise: nil)
      needsFlush = true
      // Writing may send at once, and come back here.
      self.sending = sending
    }
    self.sending = sending
    if sending.pump.isDone { answered(isLast: sending.isLast) }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      if sending != nil {
        pumpOn()
      }
      if sending == nil, phase != .ending {
        takeTurns()
        if turns.isEmpty { readOn() }
      }
      flush()
    }
    context.fireChannelWritabilityChanged()
  }

  /// Lets go what was written.
  func flush() {
    guard needsFlush, let context else { return }
    needsFlush = false
    context.flush()
  }

  /// Ends the connection so that the client sees a reset.
  func reset() {
    isDeaf = true
    guard let context else { return }
    // No time to linger means that what waits is dropped and the client is told so.
    let options = context.channel as? any SocketOptionProvider
    options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in }
    close()
  }

  private func log(_ incoming: Incoming, status: Int, count: Int, _ time: Duration) {
    guard let log = service.log else { return }
    log(
      ServedRequest(
        method: incoming.request.method,
        url: incoming.request.url,
        status: status,
        bodyCount: count,
        time: time
      )
    )
  }
}

extension ServedResponse {
  /// What is sent for a body that cannot be read.
  fileprivate static var unreadable: ServedResponse {
    ServedResponse(
      status: 500,
      fields: [HTTPField(name: "Content-Type", value: "text/plain; charset=utf-8")],
      body: .bytes(Array("500: the file of the body cannot be read any longer\n".utf8))
    )
  }
}
