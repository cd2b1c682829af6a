import NIOCore
import NIOHTTP1
import PlumbModel

/// One connection of a client: reads its requests and answers them one after the other.
///
/// Answers that are at hand are written while the bytes are read, and go out together when all of
/// them are; nothing else is started for them.
final class Connection: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What the connection waits for.
  enum Phase: Hashable {
    /// The first byte of a request.
    case resting
    /// The rest of a head.
    case head
    /// The body of a request.
    case body
    /// An answer.
    case answering
    /// The client, who shall have read the last answer before the connection is gone.
    case ending
  }

  /// What is to be answered next.
  enum Turn {
    case request(Incoming)
    case refusal(Refusal)
  }

  let service: Service
  let table: ConnectionTable

  var context: ChannelHandlerContext?
  var phase = Phase.resting
  /// When the phase began, or the head of the request in it.
  private(set) var since: NIODeadline

  /// The request that is being read.
  var incoming: Incoming?
  /// What waits for its turn.
  var turns = CircularBuffer<Turn>()
  /// Whether nothing more of what the client sends is heeded.
  var isDeaf = false
  /// Whether a client waits for `100 Continue` behind an answer in the making.
  var owesContinue = false
  /// Whether a read was asked for while answers wait.
  var holdsRead = false
  /// Whether something was written that is not on its way yet.
  var needsFlush = false
  /// Whether some part of a message was read since the last pause.
  var hasHeard = false
  /// Whether the client was told that nothing more comes.
  var isOutputClosed = false
  /// The body that is being sent, and what follows it.
  var sending: Sending?
  /// The answer that is being made, or sent while it is made.
  var making: Task<Void, Never>?
  /// The body that is sent while it comes.
  var streaming: StreamedBody?
  /// How much of such bodies was written.
  var streamedCount = 0
  /// How much waits for the client, and since when it is so much.
  var backlog = Backlog()

  /// A body on its way.
  struct Sending {
    var pump: BodyPump
    var isLast: Bool
  }

  /// What the client has not taken.
  struct Backlog {
    var waiting = 0
    var sent = 0
    var since = NIODeadline.uptimeNanoseconds(0)
  }

  private init(service: Service, table: ConnectionTable) {
    self.service = service
    self.table = table
    since = table.now
  }

  /// Puts a connection behind a channel; on its event loop.
  static func add(to channel: any Channel, service: Service, table: ConnectionTable) throws {
    var limits = NIOHTTPDecoderLimitConfiguration()
    // What is a little too long is answered with its size; what is much too long is not read.
    limits.maxHeaderFieldSize = max(service.limits.headSize, service.limits.targetSize) * 2
    limits.maxHeaderListSize = (service.limits.headSize + service.limits.targetSize) * 2
    limits.maxHeaderFieldCount = service.limits.fieldCount * 2
    let decoder = HTTPRequestDecoder(limitConfiguration: limits)
    try channel.pipeline.syncOperations.addHandlers(
      ByteToMessageHandler(decoder),
      Connection(service: service, table: table)
    )
  }

  /// Whether nothing is under way.
  var isIdle: Bool { phase == .resting && sending == nil }

  /// Enters a phase.
  func enter(_ phase: Phase) {
    // Head and body of a request are read in one stretch of time.
    if !(phase == .body && self.phase == .head) { since = table.now }
    self.phase = phase
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func channelActive(context: ChannelHandlerContext) {
    guard table.add(self) else { return close() }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    making?.cancel()
    making = nil
    sending = nil
    streaming?.abandon()
    streaming = nil
    turns.removeAll()
    isDeaf = true
    table.remove(self)
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  /// Reads on, unless answers wait to be made or taken.
  func read(context: ChannelHandlerContext) {
    if phase == .answering || !context.channel.isWritable {
      holdsRead = true
    } else {
      context.read()
    }
  }

  /// Closes without another word.
  func close() {
    isDeaf = true
    context?.close(promise: nil)
  }
}
