import PlumbText

extension Contract {
  /// The operation as reports name it: `api/operation`.
  package var qualifiedName: String { "\(api)/\(id)" }

  /// The method and the path, whatever its parameters are called: `GET /books/{}`. Operations of
  /// two documents are the same when theirs are.
  package var requestShape: String {
    let segments = path.segments.map { segment in
      switch segment {
      case .literal(let text): text
      case .parameter(_, let prefix, let suffix): "\(prefix){}\(suffix)"
      }
    }
    return "\(method) /\(segments.joined(separator: "/"))"
  }
}
