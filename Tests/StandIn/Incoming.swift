import PlumbModel
import PlumbText

/// A request taken apart as the services need it.
struct Incoming {
  /// The request as it was sent.
  let request: Exchange.Request

  /// The scheme and host, e.g. `https://api.example.org`.
  let origin: String

  /// The host.
  let host: String

  /// The path.
  let path: String

  /// The query as it was sent.
  let rawQuery: String

  /// The query, decoded.
  let query: Query

  /// What is done wrong to the listing before it is cut into pages; `nil` for nothing.
  var listing: ListingEdit?

  /// How many items are shown when the request does not say.
  var standardSize = 20

  /// The key that the listing is sorted by whatever the request says; `nil` for what it says.
  var sortInstead: String?

  /// Whether a page has ten items whatever is asked for.
  var showsTen = false

  /// Whether filters have no effect.
  var ignoresFilters = false

  /// Takes a request apart; `nil` when its URL is none.
  init?(_ request: Exchange.Request) {
    guard let url = URLReference(request.url), let scheme = url.scheme, let host = url.host else {
      return nil
    }
    self.request = request
    self.host = host
    origin = "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
    path = url.path
    rawQuery = url.query ?? ""
    query = Query(rawQuery)
  }

  /// The path's segments, without empty ones.
  var segments: [String] {
    path.split(separator: "/").map { PercentEncoding.decode($0) }
  }

  /// The key that the request sorts by; `nil` when it does not say and the usual one holds.
  var sort: String? { sortInstead ?? query["sort"] }

  /// The value of a filter; `nil` when there is none, or filters have no effect.
  func filter(_ name: String) -> String? {
    ignoresFilters ? nil : query[name]
  }

  /// Whether a header field has a value.
  func hasField(_ name: String) -> Bool {
    request.fields.contains { $0.name.lowercased() == name.lowercased() && !$0.value.isEmpty }
  }
}
