import ArgumentParser
import PlumbModel

/// A server to put in place of an API's own.
struct BaseURL: Hashable {
  /// The API it is for; `nil` for every API.
  var api: String?
  /// The root of every path, without a slash at the end.
  var url: String

  /// Reads `API=URL` or `URL`.
  ///
  /// - Throws: `ValidationError` when it is neither.
  init(argument: String) throws {
    var rest = argument[...]
    if let sign = rest.firstIndex(of: "="), !rest[..<sign].contains(":") {
      api = String(rest[..<sign])
      rest = rest[rest.index(after: sign)...]
    }
    while rest.hasSuffix("/") { rest.removeLast() }
    let isURL = ["https://", "http://"].contains { rest.hasPrefix($0) && rest.count > $0.count }
    guard isURL, api != "" else {
      throw ValidationError(
        "expected an address such as https://api.example.org or library=https://…"
      )
    }
    url = String(rest)
  }
}

extension BaseURL {
  /// The server to put in place of each API's own, by the API's name.
  ///
  /// - Throws: ``Failure`` with the nearest name when there is no such API.
  static func servers(
    _ given: [BaseURL],
    of apis: [API]
  ) throws(Failure) -> [String: String] {
    var servers: [String: String] = [:]
    let names = apis.map(\.id)
    for server in given {
      if let api = server.api, !names.contains(api) {
        let remedy = Misspelling.hint(
          for: api,
          among: names,
          otherwise: "; there are \(names.joined(separator: ", "))"
        )
        throw Failure(.usage, "there is no API \"\(api)\" under contract\(remedy)")
      }
      for name in server.api.map({ [$0] }) ?? names { servers[name] = server.url }
    }
    return servers
  }
}
