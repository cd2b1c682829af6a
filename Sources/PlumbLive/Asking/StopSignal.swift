import Synchronization

/// Says to whoever works that the work shall end after the exchange in flight.
public final class StopSignal: Sendable {
  private let flag = Atomic(false)

  /// Creates a signal that is not set.
  public init() {}

  /// Whether the work shall end.
  public var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Asks for the end.
  public func set() { flag.store(true, ordering: .relaxed) }
}
