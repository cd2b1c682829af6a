#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

public import PlumbModel

import NIOCore
import NIOPosix
import Synchronization

/// A server for HTTP/1.1 and 1.0 before any ``Responder``.
///
/// ```swift
/// let server = HTTPServer(responder: responder)
/// let port = try await server.start()
/// // http://127.0.0.1:port
/// await server.stop()
/// ```
///
/// Requests on one connection are answered one after the other, in order. Malformed ones are
/// answered 400, and the connection is closed.
public final class HTTPServer: Sendable {
  private enum State {
    case new
    case running(Running)
    case stopped
  }

  private struct Running {
    let listener: any Channel
    let group: MultiThreadedEventLoopGroup
    let tables: [ObjectIdentifier: NIOLoopBound<ConnectionTable>]
  }

  private let service: Service
  private let host: String
  private let port: Int
  private let state = Mutex(State.new)

  /// Creates a server that is not started yet.
  ///
  /// - Parameters:
  ///   - responder: What answers.
  ///   - host: The name or address to listen on.
  ///   - port: The port to listen on; 0 for any that is free.
  ///   - limits: How much it takes from clients.
  ///   - local: What is answered to this machine alone.
  ///   - log: Called after each answer, on the thread that served it; it must not block.
  public init(
    responder: any Responder,
    host: String = "127.0.0.1",
    port: Int = 0,
    limits: ServerLimits = ServerLimits(),
    local: LocalService? = nil,
    log: (@Sendable (ServedRequest) -> Void)? = nil
  ) {
    service = Service(responder: responder, local: local, limits: limits, host: host, log: log)
    self.host = host
    self.port = port
  }

  /// Begins to listen.
  ///
  /// - Returns: The port.
  /// - Throws: ``ServingError``.
  public func start() async throws(ServingError) -> Int {
    let isNew = state.withLock { state in
      guard case .new = state else { return false }
      state = .stopped
      return true
    }
    guard isNew else { throw .alreadyStarted }
    let threads = service.limits.threads
    let group = MultiThreadedEventLoopGroup(
      numberOfThreads: threads > 0 ? threads : System.coreCount
    )
    let tables = await makeTables(in: group)
    do {
      let listener = try await listen(in: group, tables)
      state.withLock {
        $0 = .running(Running(listener: listener, group: group, tables: tables))
      }
      return listener.localAddress?.port ?? port
    } catch {
      try? await group.shutdownGracefully()
      throw failure(error)
    }
  }

  /// Stops listening, lets the requests in flight be answered, and closes all connections.
  ///
  /// Requests that take longer than ``ServerLimits/stopTime`` are cut off.
  public func stop() async {
    let running = state.withLock { state in
      guard case .running(let running) = state else { return Running?.none }
      state = .stopped
      return running
    }
    guard let running else { return }
    try? await running.listener.close()
    // All at once: a request in flight on one loop keeps nobody waiting on another.
    let drained = running.tables.values.map { table in
      table.eventLoop.flatSubmit { table.value.drain() }
    }
    for table in drained { try? await table.get() }
    try? await running.group.shutdownGracefully()
  }

  private func makeTables(
    in group: MultiThreadedEventLoopGroup
  ) async -> [ObjectIdentifier: NIOLoopBound<ConnectionTable>] {
    var tables: [ObjectIdentifier: NIOLoopBound<ConnectionTable>] = [:]
    let loops = Array(group.makeIterator())
    let limits = service.limits
    for loop in loops {
      let made = loop.submit {
        NIOLoopBound(
          ConnectionTable(limits: limits, share: loops.count, loop: loop),
          eventLoop: loop
        )
      }
      if let table = try? await made.get() { tables[ObjectIdentifier(loop)] = table }
    }
    return tables
  }

  private func listen(
    in group: MultiThreadedEventLoopGroup,
    _ tables: [ObjectIdentifier: NIOLoopBound<ConnectionTable>]
  ) async throws -> any Channel {
    let service = service
    return try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 4096)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.maxMessagesPerRead, value: 64)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard let table = tables[ObjectIdentifier(channel.eventLoop)] else { return }
          try Connection.add(to: channel, service: service, table: table.value)
        }
      }
      .bind(host: host, port: port).get()
  }

  private func failure(_ error: any Error) -> ServingError {
    if error is SocketAddressError { return .noSuchHost(host) }
    guard let error = error as? IOError else { return .system("\(error)") }
    switch error.errnoCode {
    case EADDRINUSE: return .portInUse(port)
    case EACCES, EPERM: return .portForbidden(port)
    case EADDRNOTAVAIL: return .noSuchHost(host)
    default: return .system(error.description)
    }
  }
}
