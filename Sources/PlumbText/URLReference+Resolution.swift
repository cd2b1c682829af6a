extension URLReference {
  /// Whether it stands for itself, without a base.
  public var isAbsolute: Bool { scheme != nil }

  /// The port that a client connects to: the one written, else 80 for `http` and 443 for `https`.
  public var effectivePort: Int? {
    if let port { return port }
    switch scheme?.lowercased() {
    case "http": return 80
    case "https": return 443
    default: return nil
    }
  }

  /// Returns the reference as seen from a base.
  ///
  /// Source: RFC 3986, section 5.2.2.
  public func resolved(against base: URLReference) -> URLReference {
    var target = self
    if scheme != nil {
      target.path = Self.removingDotSegments(target.path)
      return target
    }
    target.scheme = base.scheme
    if host == nil {
      (target.userinfo, target.host, target.port) = (base.userinfo, base.host, base.port)
      if path.isEmpty {
        target.path = base.path
        target.query = query ?? base.query
        return target
      }
      if path.utf8.first != UInt8(ascii: "/") { target.path = merged(with: base) }
    }
    target.path = Self.removingDotSegments(target.path)
    return target
  }

  private func merged(with base: URLReference) -> String {
    if base.host != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(base.path[...slash]) + path
  }

  /// Returns a path without its `.` and `..` segments.
  ///
  /// Source: RFC 3986, section 5.2.4.
  public static func removingDotSegments(_ path: String) -> String {
    // Split as bytes: a combining mark after a slash makes one character with it.
    let slash = UInt8(ascii: "/")
    let isRooted = path.utf8.first == slash
    let segments = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
      .dropFirst(isRooted ? 1 : 0)
    var output: [String] = []
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".":
        if isLast { output.append("") }
      case "..":
        _ = output.popLast()
        if isLast { output.append("") }
      default: output.append(segment)
      }
    }
    let joined = output.joined(separator: "/")
    return isRooted ? "/" + joined : joined
  }
}
