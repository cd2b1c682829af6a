import PlumbModel

/// What all connections of a server share.
final class Service: Sendable {
  let responder: any Responder
  /// What is answered to this machine alone; `nil` for nothing.
  let local: LocalService?
  let limits: ServerLimits
  /// What stands for the host where a client of HTTP/1.0 names none.
  let host: String
  let log: (@Sendable (ServedRequest) -> Void)?
  let compressed: CompressedBodies

  init(
    responder: any Responder,
    local: LocalService?,
    limits: ServerLimits,
    host: String,
    log: (@Sendable (ServedRequest) -> Void)?
  ) {
    self.responder = responder
    self.local = local
    self.limits = limits
    self.host = host
    self.log = log
    compressed = CompressedBodies()
  }
}

/// A request that was answered, as a log tells it.
public struct ServedRequest: Hashable, Sendable {
  /// The method, as received.
  public var method: String

  /// The absolute URL, as received; empty when the request could not be read.
  public var url: String

  /// The status that was sent; 0 when the connection was reset instead.
  public var status: Int

  /// The bytes of the body, as far as it was to be sent.
  public var bodyCount: Int

  /// From the whole request to the answer's first byte.
  public var time: Duration
}
