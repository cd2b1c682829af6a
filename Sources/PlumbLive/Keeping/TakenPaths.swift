import PlumbModel

/// The recordings of the requests that a walk took.
struct TakenPaths: Sendable {
  private struct Key: Hashable {
    var method: String
    var url: String
    var number: Int
  }

  private var paths: [Key: String] = [:]

  /// The recording of a request; `nil` when it has none.
  ///
  /// - Parameter number: How often the same request was sent before.
  subscript(request: Exchange.Request, number: Int) -> String? {
    get { paths[Self.key(request, number)] }
    set { paths[Self.key(request, number)] = newValue }
  }

  private static func key(_ request: Exchange.Request, _ number: Int) -> Key {
    Key(method: request.method, url: request.url, number: number)
  }
}
