import NIOCore
import PlumbText

/// The connections of one event loop; used on that loop alone.
///
/// One sweep, several times in the shortest limit, looks for clients that are too slow, so that a
/// request costs no timer.
final class ConnectionTable {
  /// When the last sweep was; what connections take for the present.
  private(set) var now = NIODeadline.now()

  /// The `Date` field for this second, with the end of its line.
  private(set) var dateLine: [UInt8] = []

  /// Whether the server stops.
  private(set) var isDraining = false

  private let limits: ServerLimits
  private let most: Int
  private let loop: any EventLoop
  private var end: EventLoopPromise<Void>?
  private var connections: [ObjectIdentifier: Connection] = [:]
  private let pause: TimeAmount
  private var sweep: Scheduled<Void>?
  private var second = -1

  /// Creates an empty table.
  ///
  /// - Parameter share: Among how many tables the connections are divided.
  init(limits: ServerLimits, share: Int, loop: any EventLoop) {
    self.limits = limits
    self.loop = loop
    most = max(limits.connections / share, 1)
    let shortest = min(
      .seconds(4),
      limits.idleTime,
      limits.headTime,
      limits.requestTime,
      limits.writeTime
    )
    pause = TimeAmount(max(shortest / 4, .milliseconds(5)))
    refreshDate()
    scheduleLook()
  }

  /// Takes in a connection; returns whether there is room for it.
  func add(_ connection: Connection) -> Bool {
    guard !isDraining else { return false }
    if connections.count >= most {
      let resting = connections.values.filter(\.isIdle).min { $0.since < $1.since }
      guard let resting else { return false }
      resting.close()
    }
    connections[ObjectIdentifier(connection)] = connection
    return true
  }

  /// Forgets a connection that is closed.
  func remove(_ connection: Connection) {
    connections[ObjectIdentifier(connection)] = nil
    if isDraining, connections.isEmpty { finish() }
  }

  /// The outcome of writing to a client that is gone.
  func gone() -> EventLoopFuture<Void> { loop.makeFailedFuture(ChannelError.ioOnClosedChannel) }

  /// Closes what rests, lets the rest finish, and returns when all are closed.
  func drain() -> EventLoopFuture<Void> {
    isDraining = true
    let end = loop.makePromise(of: Void.self)
    self.end = end
    for connection in connections.values { connection.drain() }
    if connections.isEmpty {
      finish()
    } else {
      loop.assumeIsolated().scheduleTask(in: TimeAmount(limits.stopTime)) { [weak self] in
        self?.closeAll()
      }
    }
    return end.futureResult
  }

  private func closeAll() {
    for connection in connections.values { connection.close() }
  }

  private func finish() {
    sweep?.cancel()
    end?.succeed()
    end = nil
  }

  private func scheduleLook() {
    sweep = loop.assumeIsolated().scheduleTask(in: pause) { [weak self] in
      self?.look()
      self?.scheduleLook()
    }
  }

  private func look() {
    now = .now()
    refreshDate()
    for connection in connections.values { connection.look(at: now) }
  }

  private func refreshDate() {
    let current = SystemClock.secondsSince1970
    guard current != second else { return }
    second = current
    dateLine = Array("Date: \(HTTPDate.text(secondsSince1970: current))\r\n".utf8)
  }
}

extension TimeAmount {
  /// The same stretch of time, at most 100 years.
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let most: Int64 = 100 * 366 * 86_400
    self = .nanoseconds(min(seconds, most) * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
