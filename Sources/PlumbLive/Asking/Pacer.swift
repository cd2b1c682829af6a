/// Spaces requests, so that no second holds more of them than the API allows.
///
/// Every request takes the next free moment; moments lie evenly apart. Whatever the server says of
/// its limits moves the next moment.
public actor Pacer {
  private let gap: Duration
  private let time: Timekeeper
  /// When the next request may go.
  private var next = Duration.zero

  /// Creates a pacer.
  ///
  /// - Parameters:
  ///   - requestsPerSecond: The most requests in one second; `nil` for no limit.
  ///   - time: The clock.
  public init(requestsPerSecond: Double?, time: Timekeeper) {
    let rate = requestsPerSecond ?? 0
    gap = rate > 0 ? .seconds(1 / rate) : .zero
    self.time = time
  }

  /// Waits until a request may go.
  public func takeTurn() async {
    let now = time.elapsed()
    let moment = max(now, next)
    next = moment + gap
    if moment > now { await time.sleep(moment - now) }
  }

  /// Lets no request go for a while.
  public func hold(for duration: Duration) {
    next = max(next, time.elapsed() + duration)
  }
}
