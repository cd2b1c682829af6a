/// An exchange with all that was recorded of it.
public struct ExchangeRecord: Hashable, Sendable {
  /// The exchange, with all its header fields and the body as it was received.
  public var exchange: Exchange

  /// When, how long and in which place.
  public var circumstances: Circumstances

  /// What an archive said of it besides; `nil` when it comes from no archive.
  public var details: HARDetails?

  /// Creates a record.
  public init(
    _ exchange: Exchange,
    _ circumstances: Circumstances,
    details: HARDetails? = nil
  ) {
    self.exchange = exchange
    self.circumstances = circumstances
    self.details = details
  }
}
