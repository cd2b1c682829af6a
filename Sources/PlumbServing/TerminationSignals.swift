import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The signals by which people and systems ask a process to stop.
public enum TerminationSignals {
  /// Waits for SIGINT or SIGTERM; from then on another one ends the process at once.
  public static func wait() async {
    var sources: [any DispatchSourceSignal] = []
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      let once = Once(done)
      for number in [SIGINT, SIGTERM] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler { once.resume() }
        source.resume()
        sources.append(source)
      }
    }
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}

/// A continuation that may be asked to resume more than once.
private final class Once: Sendable {
  private let done: Mutex<CheckedContinuation<Void, Never>?>

  init(_ done: CheckedContinuation<Void, Never>) {
    self.done = Mutex(done)
  }

  func resume() {
    let done = done.withLock { done in
      defer { done = nil }
      return done
    }
    done?.resume()
  }
}
