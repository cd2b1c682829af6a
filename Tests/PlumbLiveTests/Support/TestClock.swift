import PlumbLive
import Synchronization

/// A clock that moves when somebody sleeps, and at no other time.
final class TestClock: Sendable {
  private let state = Mutex((elapsed: Duration.zero, sleeps: [Duration]()))
  private let start: Duration

  /// Creates a clock that begins at this many seconds after the beginning of 1970.
  init(start: Int = 1_800_000_000) {
    self.start = .seconds(start)
  }

  /// The time slept.
  var sleeps: [Duration] { state.withLock { $0.sleeps } }

  /// The time that has passed.
  var elapsed: Duration { state.withLock { $0.elapsed } }

  /// The clock as a value; chance is always in the middle.
  var time: Timekeeper {
    Timekeeper(
      now: { self.start + self.elapsed },
      elapsed: { self.elapsed },
      sleep: { duration in
        self.state.withLock { state in
          state.elapsed += duration
          state.sleeps.append(duration)
        }
      },
      chance: { 0.5 }
    )
  }
}
