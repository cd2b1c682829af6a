import PlumbText

/// An absolute URL cut into the server and what is asked of it.
struct RequestTarget: Hashable {
  /// Scheme and authority, e.g. `https://api.example.org`.
  var origin: Substring

  /// The path, at least a slash.
  var path: Substring

  /// The query without `?`; `nil` when there is none.
  var query: Substring?

  /// Cuts a URL; whatever is no URL is a path.
  init(_ url: String) {
    var rest = url[...]
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
    var pathStart = rest.startIndex
    if let authority = Self.afterScheme(of: rest) {
      pathStart =
        rest.utf8[authority...].firstIndex {
          $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?")
        } ?? rest.endIndex
    }
    origin = rest[..<pathStart]
    rest = rest[pathStart...]
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    path = rest.isEmpty ? "/" : rest
  }

  /// The authority, without what stands before `@`.
  var authority: Substring {
    guard let start = Self.afterScheme(of: origin) else { return origin }
    let authority = origin[start...]
    guard let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) else { return authority }
    return authority[authority.utf8.index(after: at)...]
  }

  /// Where the authority begins; `nil` when there is none.
  private static func afterScheme(of url: Substring) -> String.Index? {
    guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let rest = url.utf8[colon...].prefix(3)
    return rest.elementsEqual("://".utf8) ? rest.endIndex : nil
  }

  /// The segments of the path, their escapes resolved.
  var segments: [String] {
    path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { PercentEncoding.decode(Substring($0)) }
  }

  /// The pairs of the query, their escapes resolved.
  var items: [Query.Item] { query.map { Query($0).items } ?? [] }
}
