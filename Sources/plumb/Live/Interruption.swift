#if Live
import PlumbLive
import PlumbServing

/// What Ctrl-C does to a walk: once it ends after the exchange in flight, twice at once.
enum Interruption {
  /// A signal that is set when somebody asks for the end.
  static func signal() -> StopSignal {
    let stop = StopSignal()
    Task {
      await TerminationSignals.wait()
      stop.set()
    }
    return stop
  }
}
#endif
