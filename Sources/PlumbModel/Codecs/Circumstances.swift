/// What differs each time an exchange is recorded, and so stands beside the recording, not in it.
public struct Circumstances: Hashable, Sendable {
  /// The place of the request among all that were sent, from 0.
  public var order: Int

  /// When the request was sent; `nil` when that is not known.
  public var start: Timestamp?

  /// How long it took until the last byte of the answer came; `nil` when that is not known.
  public var duration: Duration?

  /// Creates circumstances.
  public init(order: Int, start: Timestamp? = nil, duration: Duration? = nil) {
    self.order = order
    self.start = start
    self.duration = duration
  }
}
