import PlumbModel
import PlumbNotation
import PlumbText

/// Reads what a description says of the API as a whole.
struct APIFacts {
  let file: DescriptionFile
  let options: OpenAPIImport.Options
  let log: RemarkLog

  func read(_ root: Located) throws(Diagnostic) -> API {
    var api = API(
      id: options.id,
      title: root["info"]?["title"]?.string ?? options.id,
      server: try server(root),
      place: file.place(of: root.node)
    )
    let version = root["info"]?["version"]
    api.version = version?.string ?? version?.number?.text
    api.keys = keys(root)
    return api
  }

  private func server(_ root: Located) throws(Diagnostic) -> String {
    var text = options.server ?? ""
    if options.server == nil, let first = root["servers"]?.elements.first {
      text = first["url"]?.string ?? ""
      for (name, variable) in first["variables"]?.members ?? [] {
        let value = variable["default"]?.string ?? ""
        text = text.split(separator: "{\(name)}", omittingEmptySubsequences: false)
          .joined(separator: value)
      }
      for other in root["servers"]?.elements.dropFirst() ?? [] {
        log.unsaid("a further server; the first is taken", other)
      }
    }
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      throw Diagnostic(
        .error,
        text.isEmpty
          ? "the description names no server"
          : "the server `\(text)` is no absolute URL",
        at: file.place(of: root["servers"]?.node ?? root.node),
        remedy: "say where the API is with `--server https://…`"
      )
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }

  // MARK: - Credentials

  private func keys(_ root: Located) -> [API.Key] {
    var keys: [API.Key] = []
    for (_, scheme) in root["components"]?["securitySchemes"]?.members ?? [] {
      guard let header = header(of: scheme), !keys.contains(where: { $0.header == header }) else {
        continue
      }
      keys.append(API.Key(header: header, environment: variable(for: header)))
    }
    return keys
  }

  private func header(of scheme: Located) -> String? {
    switch scheme["type"]?.string {
    case "apiKey" where scheme["in"]?.string == "header":
      return scheme["name"]?.string
    case "http":
      log.repaired(
        "the credential goes into `Authorization`, as a whole: `Bearer …` or `Basic …`",
        scheme
      )
      return "Authorization"
    default:
      log.unsaid("a credential that is no header field", scheme)
      return nil
    }
  }

  /// The environment variable for a header field: `X-API-Key` of `onet` is `ONET_API_KEY`.
  private func variable(for header: String) -> String {
    var name = header
    if name.lowercased().hasPrefix("x-") { name.removeFirst(2) }
    return "\(options.id)_\(name)".uppercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "_"
    }.joined()
  }
}
