import PlumbModel
import PlumbText

/// Compares an address with its target as URLs: decoded, and with parameters in any order.
struct LinkComparison {
  /// How they compare.
  enum Verdict: Hashable {
    case same
    /// Only a slash at the end is there or missing.
    case trailingSlash
    case otherHost
    case otherTarget
  }

  /// The address that is promised, escaped.
  let expected: String
  /// How the address compares with it.
  let verdict: Verdict

  /// Compares an address.
  ///
  /// - Parameters:
  ///   - values: The value of each part of the target; texts stand for themselves.
  ///   - request: The URL of the request, which a relative address is resolved against.
  init(
    _ address: String,
    _ parts: [Link.Part],
    _ values: [String],
    _ server: LinkServer,
    request: String
  ) {
    let target = Self.target(parts, values)
    let query = target.query.isEmpty ? "" : "?\(Query(items: target.query))"
    let path = target.segments.map { PercentEncoding.encodePathSegment($0) }.joined(separator: "/")
    expected = "\(server.text)\(path)\(query)"
    guard var url = URLReference(address) else {
      verdict = .otherTarget
      return
    }
    if url.host == nil { url = url.resolved(against: URLReference(request) ?? server.url) }
    guard server.isOwn(url) else {
      verdict = .otherHost
      return
    }
    let base = Self.segments(server.url.path)
    verdict = Self.verdict(
      Self.segments(url.path),
      (base == [""] ? [] : base) + target.segments.dropFirst(base == [""] ? 0 : 1),
      isSameQuery: Query(url.query ?? "") == Query(items: target.query)
    )
  }

  private static func verdict(
    _ found: [String],
    _ expected: [String],
    isSameQuery: Bool
  ) -> Verdict {
    guard isSameQuery else { return .otherTarget }
    if found == expected { return .same }
    let bare = found.last == "" ? Array(found.dropLast()) : found
    let wanted = expected.last == "" ? Array(expected.dropLast()) : expected
    return bare == wanted ? .trailingSlash : .otherTarget
  }

  /// The decoded segments of a path, with the empty one before its first slash.
  private static func segments(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .map { PercentEncoding.decode($0) }
  }

  /// The segments and the query of a target, decoded, with its values filled in.
  private static func target(
    _ parts: [Link.Part],
    _ values: [String]
  ) -> (segments: [String], query: [Query.Item]) {
    var segments = [""]
    var query: [Query.Item] = []
    var isQuery = false
    var isValue = false
    func append(_ text: String) {
      switch (isQuery, isValue) {
      case (false, _): segments[segments.count - 1] += text
      case (true, false): query[query.count - 1].name += text
      case (true, true): query[query.count - 1].value += text
      }
    }
    for (part, value) in zip(parts, values) {
      guard case .text(let text) = part else {
        append(value)
        continue
      }
      var run = ""
      func flush() {
        append(PercentEncoding.decode(run, plusIsSpace: isQuery))
        run = ""
      }
      for character in text.unicodeScalars {
        switch character {
        case "/" where !isQuery:
          flush()
          segments.append("")
        case "?" where !isQuery, "&" where isQuery:
          flush()
          (isQuery, isValue) = (true, false)
          query.append(Query.Item(name: "", value: ""))
        case "=" where isQuery && !isValue:
          flush()
          isValue = true
        default: run.unicodeScalars.append(character)
        }
      }
      flush()
    }
    return (segments, query)
  }
}
