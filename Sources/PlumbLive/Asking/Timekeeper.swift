import PlumbText

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Clock, sleep and chance, as values: tests bring their own and wait for nothing.
public struct Timekeeper: Sendable {
  /// The time since the beginning of 1970, UTC, for what is written down and compared with dates.
  public var now: @Sendable () -> Duration

  /// A time that only grows, for what is measured.
  public var elapsed: @Sendable () -> Duration

  /// Waits, or ends early when the walk is to stop.
  public var sleep: @Sendable (Duration) async -> Void

  /// A number from 0 up to, not including, 1.
  public var chance: @Sendable () -> Double

  /// Creates a timekeeper.
  public init(
    now: @escaping @Sendable () -> Duration,
    elapsed: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async -> Void,
    chance: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.elapsed = elapsed
    self.sleep = sleep
    self.chance = chance
  }

  /// The system's clock; whoever sleeps wakes soon after `stop` is set.
  public static func system(stop: StopSignal = StopSignal()) -> Timekeeper {
    let start = ContinuousClock.now
    return Timekeeper(
      now: { wallTime() },
      elapsed: { ContinuousClock.now - start },
      sleep: { duration in
        let end = ContinuousClock.now + duration
        while ContinuousClock.now < end, !stop.isSet {
          let rest = min(end - ContinuousClock.now, .milliseconds(100))
          do { try await Task.sleep(for: rest) } catch { return }
        }
      },
      chance: { Double.random(in: 0..<1) }
    )
  }

  private static func wallTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }
}
