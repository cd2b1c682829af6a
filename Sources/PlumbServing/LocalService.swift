public import PlumbModel

import NIOCore

/// A responder for this machine alone, below a path: others are answered 403.
public struct LocalService: Sendable {
  /// The beginning of the paths that it answers, e.g. `/__plumb/`.
  public var path: String

  /// What answers.
  public var responder: any Responder

  /// Creates a service.
  public init(path: String, responder: any Responder) {
    self.path = path
    self.responder = responder
  }

  /// What answers a request; `nil` when it is none of this service's.
  ///
  /// - Parameter client: Where the request comes from.
  func responder(
    for request: Exchange.Request,
    from client: SocketAddress?
  ) -> (any Responder)? {
    let rest = request.url.utf8.dropFirst("http://".utf8.count)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")),
      rest[slash...].starts(with: path.utf8)
    else { return nil }
    // A page in a browser can make this machine's name its own, but not say so in the Host field.
    let host = Substring(rest[..<slash])
    return client?.isLoopback == true && Self.isLoopback(host) ? responder : Forbidden()
  }

  private static func isLoopback(_ host: Substring) -> Bool {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    return names.contains { name in
      host.lowercased() == name || host.lowercased().hasPrefix("\(name):")
    }
  }

  private struct Forbidden: Responder {
    func reply(to request: Exchange.Request) -> Reply {
      .now(
        ServedResponse(
          status: 403,
          fields: [HTTPField(name: "Content-Type", value: "text/plain; charset=utf-8")],
          body: .bytes(Array("403: this is for the server's own machine alone\n".utf8))
        )
      )
    }
  }
}

extension SocketAddress {
  /// Whether it is an address of this machine that no other can have.
  fileprivate var isLoopback: Bool {
    guard let text = ipAddress else { return false }
    return text == "::1" || text.hasPrefix("127.") || text.hasPrefix("::ffff:127.")
  }
}
