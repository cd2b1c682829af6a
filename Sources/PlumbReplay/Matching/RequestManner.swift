import PlumbModel

/// How a request was made besides method, path and query, as far as answers usually depend on it:
/// with a key or without, under a condition, with which body.
///
/// It never lets a request miss; it chooses among recordings of the same request.
struct RequestManner: Hashable, Sendable {
  /// The header fields that some of the recordings have, in lower case, and whether this one does.
  private var fields: [String: Bool]
  private var body: String

  /// The manners of several requests with the same method, path and query.
  static func manners(of requests: [Exchange.Request]) -> [RequestManner] {
    let names = Set(requests.flatMap { $0.fields.filter(isTelling).map { $0.name.lowercased() } })
    return requests.map { request in
      let own = Set(request.fields.map { $0.name.lowercased() })
      return RequestManner(
        fields: Dictionary(uniqueKeysWithValues: names.map { ($0, own.contains($0)) }),
        body: BodyDigest.text(of: request.body)
      )
    }
  }

  /// How much a request is like it; the body counts more than all fields.
  func likeness(to request: Exchange.Request) -> Int {
    var likeness = body == BodyDigest.text(of: request.body) ? fields.count + 1 : 0
    for (name, isThere) in fields {
      let isAsked = request.fields.contains { $0.name.lowercased() == name }
      if isAsked == isThere { likeness += 1 }
    }
    return likeness
  }

  /// Whether a field is a key, whose value no recording holds, or a condition.
  private static func isTelling(_ field: HTTPField) -> Bool {
    switch field.name.lowercased() {
    case "authorization", "if-none-match", "if-modified-since", "range": true
    default: field.value.utf8.starts(with: "{{secret:".utf8)
    }
  }
}
