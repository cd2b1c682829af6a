/// What answers requests: recordings being replayed, a proxy, a server made for tests.
///
/// A responder knows nothing of sockets; `PlumbServing` puts one in front of it.
public protocol Responder: Sendable {
  /// Answers a request. Called from many threads at once.
  ///
  /// - Parameter request: Its URL is absolute; its method and header fields are as received.
  func reply(to request: Exchange.Request) -> Reply
}

/// How a responder answers: at once, or when it is ready.
public enum Reply: Sendable {
  /// The answer is at hand; no task is started for it.
  case now(ServedResponse)

  /// The answer takes a while, for instance because another server is asked.
  case later(@Sendable () async -> ServedResponse)
}
