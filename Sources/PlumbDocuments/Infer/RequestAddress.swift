import PlumbModel
import PlumbText

/// The address of a request, taken apart.
struct RequestAddress {
  /// The root of all paths of the server: `https://api.example.org`.
  let origin: String

  /// The host.
  let host: String

  /// What stands between the slashes of the path, decoded.
  let parts: [String]

  /// The names and values of the query, decoded.
  let query: [Query.Item]

  /// Takes an absolute address apart; `nil` when it is none.
  init?(_ url: String) {
    guard let found = URLReference(url), let scheme = found.scheme?.lowercased(),
      let host = found.host, scheme == "https" || scheme == "http", found.path.hasPrefix("/")
    else { return nil }
    origin = URLReference(scheme: scheme, host: host.lowercased(), port: found.port).description
    self.host = host.lowercased()
    parts = found.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      .map { PercentEncoding.decode(String($0)) }
    query = found.query.map { Query($0).items } ?? []
  }

  /// The same for requests that ask for the same, however the query is ordered.
  var key: String {
    let items = query.map { "\($0.name)=\($0.value)" }.sorted()
    return (parts + items).joined(separator: "\u{0}")
  }
}
