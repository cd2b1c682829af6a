import ArgumentParser

/// A server to put in place of an API's own.
struct BaseURL: ExpressibleByArgument, Hashable {
  /// The API it is for; `nil` for every API.
  var api: String?
  /// The root of every path, without a slash at the end.
  var url: String

  /// Reads `API=URL` or `URL`.
  init?(argument: String) {
    var rest = argument[...]
    if let sign = rest.firstIndex(of: "="), !rest[..<sign].contains(":") {
      guard sign > rest.startIndex else { return nil }
      api = String(rest[..<sign])
      rest = rest[rest.index(after: sign)...]
    }
    guard rest.hasPrefix("https://") || rest.hasPrefix("http://") else { return nil }
    while rest.hasSuffix("/") { rest.removeLast() }
    guard !rest.hasSuffix(":") else { return nil }
    url = String(rest)
  }
}
