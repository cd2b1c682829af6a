public import PlumbModel
import PlumbText

/// Where an API is asked, and which addresses are its own.
public struct Site: Hashable, Sendable {
  /// The API.
  public let api: API

  /// The root of every path that is asked, without a slash at the end.
  public let base: String

  private let server: URLReference
  private let documented: URLReference
  private let hosts: [HostPattern]

  /// Creates a site; `nil` when a server's address is none.
  ///
  /// - Parameters:
  ///   - api: The API.
  ///   - base: The server that is asked in place of the API's own.
  public init?(_ api: API, base: String? = nil) {
    let base = base ?? api.server
    guard let server = URLReference(base), let documented = URLReference(api.server),
      server.host?.isEmpty == false, server.effectivePort != nil
    else { return nil }
    self.api = api
    self.base = base
    self.server = server
    self.documented = documented
    hosts = api.hosts.map(HostPattern.init)
  }

  /// Whether a request may go there, credentials and all: the server that is asked, or a host that
  /// the contract names as the API's own, under the same scheme.
  public func isOwn(_ url: String) -> Bool {
    guard let url = URLReference(url), url.userinfo == nil, let host = url.host else {
      return false
    }
    if url.hasOrigin(of: server) { return true }
    return base == documented.description && url.scheme?.lowercased() == server.scheme?.lowercased()
      && url.effectivePort == server.effectivePort && hosts.contains { $0.matches(host) }
  }

  /// Where an address in an answer leads, as far as it leads to the API.
  ///
  /// Where the API is asked at another server than its own, addresses of its own lead there.
  ///
  /// - Parameters:
  ///   - text: The address, absolute or relative.
  ///   - request: The URL of the request that was answered.
  /// - Returns: The absolute URL to ask; `nil` when it leads elsewhere.
  public func address(of text: String, from request: String) -> String? {
    guard let reference = URLReference(text), let origin = URLReference(request) else { return nil }
    var url = reference.resolved(against: origin)
    url.fragment = nil
    guard url.userinfo == nil, let host = url.host else { return nil }
    if isOwn(url.description) { return url.description }
    let isDocumented =
      url.hasOrigin(of: documented)
      || (url.scheme?.lowercased() == documented.scheme?.lowercased()
        && url.effectivePort == documented.effectivePort
        && hosts.contains { $0.matches(host) })
    guard isDocumented, url.path.hasPrefix(documented.path) else { return nil }
    let rest = url.path.dropFirst(documented.path.count)
    guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
    (url.scheme, url.host, url.port) = (server.scheme, server.host, server.port)
    url.path = server.path + rest
    return url.description
  }

  /// The scheme, host and port of a URL, for messages.
  static func origin(of url: String) -> String {
    guard let url = URLReference(url) else { return "an address that is none" }
    return URLReference(scheme: url.scheme, host: url.host, port: url.port).description
  }
}

extension URLReference {
  /// Whether both have the same scheme, host and port.
  fileprivate func hasOrigin(of other: URLReference) -> Bool {
    scheme?.lowercased() == other.scheme?.lowercased()
      && host?.lowercased() == other.host?.lowercased() && effectivePort == other.effectivePort
  }
}
