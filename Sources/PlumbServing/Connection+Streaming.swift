import NIOCore
import PlumbModel

/// Bodies that are sent while they come.
extension Connection {
  /// Sends a body piece by piece, each once the one before is on its way; its head is written.
  ///
  /// - Parameter isChunked: Whether the pieces are chunks; else the end of the connection ends it.
  func stream(_ body: StreamedBody, isChunked: Bool, isLast: Bool) {
    guard let context else { return body.abandon() }
    streaming = body
    let loop = context.eventLoop
    let connection = NIOLoopBound(self, eventLoop: loop)
    making = Task {
      while true {
        let piece = await body.next()
        guard case .bytes(let bytes) = piece else {
          return loop.execute {
            connection.value.ended(piece, isChunked: isChunked, isLast: isLast)
          }
        }
        guard !bytes.isEmpty else { continue }
        let written = loop.flatSubmit { connection.value.write(bytes, isChunked: isChunked) }
        do { try await written.get() } catch { return body.abandon() }
      }
    }
  }

  private func write(_ bytes: [UInt8], isChunked: Bool) -> EventLoopFuture<Void> {
    guard let context, context.channel.isActive else { return table.gone() }
    var buffer = context.channel.allocator.buffer(capacity: bytes.count + 32)
    if isChunked { buffer.writeString("\(String(bytes.count, radix: 16))\r\n") }
    buffer.writeBytes(bytes)
    if isChunked { buffer.writeStaticString("\r\n") }
    streamedCount += bytes.count
    return context.writeAndFlush(wrapOutboundOut(buffer))
  }

  /// Ends the message as the body ended.
  private func ended(_ piece: StreamedBody.Piece, isChunked: Bool, isLast: Bool) {
    making = nil
    streaming = nil
    guard let context, context.channel.isActive else { return }
    guard piece == .end else { return reset() }
    if isChunked {
      context.write(wrapOutboundOut(ByteBuffer(string: "0\r\n\r\n")), promise: nil)
      needsFlush = true
    }
    answered(isLast: isLast)
    if phase != .answering { takeTurns() }
    flush()
  }
}
