import PlumbModel
import PlumbText

/// A request taken apart as the services need it.
struct Incoming {
  /// The scheme and host, e.g. `https://api.example.org`.
  let origin: String

  /// The path.
  let path: String

  /// The query as it was sent.
  let rawQuery: String

  /// The query, decoded.
  let query: Query

  /// The header fields.
  let fields: [HTTPField]

  /// Takes a request apart; `nil` when its URL is none.
  init?(_ request: Exchange.Request) {
    guard let url = URLReference(request.url), let scheme = url.scheme, let host = url.host else {
      return nil
    }
    origin = "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
    path = url.path
    rawQuery = url.query ?? ""
    query = Query(rawQuery)
    fields = request.fields
  }

  /// The path's segments, without empty ones.
  var segments: [String] {
    path.split(separator: "/").map { PercentEncoding.decode($0) }
  }

  /// Whether a header field has a value.
  func hasField(_ name: String) -> Bool {
    fields.contains { $0.name.lowercased() == name.lowercased() && !$0.value.isEmpty }
  }
}
