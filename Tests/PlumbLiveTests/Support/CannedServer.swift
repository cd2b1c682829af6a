import NIOCore
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A server that answers every connection with the same bytes, and then does as it is told.
enum CannedServer {
  /// What comes after the bytes.
  enum Ending: Sendable {
    /// The connection closes.
    case close
    /// The connection is reset.
    case reset
    /// The connection stays open, and nothing more comes.
    case silence
    /// One byte more comes every 20 ms, without end.
    case drip
  }

  /// Runs it on a free port of this machine as long as the work takes.
  static func run<Result>(
    _ bytes: [UInt8],
    then ending: Ending = .close,
    work: (_ url: String) async throws -> Result
  ) async throws -> Result {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let listener = try await ServerBootstrap(group: group)
      .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Answer(bytes: bytes, ending: ending))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = listener.localAddress?.port ?? 0
    do {
      let result = try await work("http://127.0.0.1:\(port)")
      try await listener.close()
      try await group.shutdownGracefully()
      return result
    } catch {
      try await group.shutdownGracefully()
      throw error
    }
  }

  /// Runs it with an answer given as text.
  static func run<Result>(
    _ text: String,
    then ending: Ending = .close,
    work: (_ url: String) async throws -> Result
  ) async throws -> Result {
    try await run(Array(text.utf8), then: ending, work: work)
  }

  /// A port on which nobody listens.
  static func freePort() async throws -> Int {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let channel = try await ServerBootstrap(group: group).bind(host: "127.0.0.1", port: 0).get()
    let port = channel.localAddress?.port ?? 0
    try await channel.close()
    try await group.shutdownGracefully()
    return port
  }

  private final class Answer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let bytes: [UInt8]
    private let ending: Ending
    private var isAnswered = false

    init(bytes: [UInt8], ending: Ending) {
      self.bytes = bytes
      self.ending = ending
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard !isAnswered else { return }
      isAnswered = true
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
      switch ending {
      case .close:
        context.close(promise: nil)
      case .reset:
        let channel = context.channel
        let linger = linger(l_onoff: 1, l_linger: 0)
        (channel as? any SocketOptionProvider)?.setSoLinger(linger).whenComplete { _ in
          channel.close(promise: nil)
        }
      case .silence:
        break
      case .drip:
        let channel = context.channel
        context.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(20)) { _ in
          channel.writeAndFlush(ByteBuffer(string: "x"), promise: nil)
        }
      }
    }
  }
}
