import PlumbLive
import PlumbModel
import StandIn
import Synchronization

/// Answers requests without a network, and remembers them.
final class MemoryTransport: Transport {
  private let answers: @Sendable (Exchange.Request, Int) -> Attempt
  private let log = Mutex<[Exchange.Request]>([])

  /// Creates a transport; `answers` gets each request with its index.
  init(_ answers: @escaping @Sendable (Exchange.Request, Int) -> Attempt) {
    self.answers = answers
  }

  /// Creates a transport to a stand-in.
  convenience init(_ standIn: StandIn) {
    self.init { request, _ in Attempt(standIn.respond(to: request)) }
  }

  /// Everything that was sent, in order.
  var requests: [Exchange.Request] { log.withLock { $0 } }

  /// What was sent, without the server: `GET /online/…`.
  var lines: [String] {
    requests.map { request in
      let path = request.url.split(separator: "/", maxSplits: 2).dropFirst(2).joined()
      return "\(request.method) /\(path)"
    }
  }

  func send(_ request: Exchange.Request) async -> Attempt {
    let index = log.withLock { log in
      log.append(request)
      return log.count - 1
    }
    return answers(request, index)
  }
}
