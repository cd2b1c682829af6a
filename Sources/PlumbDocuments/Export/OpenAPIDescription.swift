public import PlumbModel
import PlumbText

/// An API and its contracts as an OpenAPI 3.1 description, in JSON.
///
/// A contract's page is a tag, with the page's address; the errors that operations share are
/// components; its keys are security schemes. Nothing is written that OpenAPI has no words for, not
/// as an extension either: it is listed.
///
/// Source: OpenAPI Specification 3.1.0.
public struct OpenAPIDescription: Sendable {
  /// The version of the specification that descriptions follow.
  public static let version = "3.1.0"

  /// The file; the same for the same contracts.
  public let bytes: [UInt8]

  /// What the contracts say and the file does not, in their order.
  public let losses: [ExportLoss]

  /// Describes an API.
  ///
  /// - Parameters:
  ///   - api: The API.
  ///   - contracts: Its contracts, in the order in which they are to stand.
  public init(api: API, contracts: [Contract]) {
    var schemas = SchemaMaker(definitions: "#/components/schemas/")
    let types: [(String, JSONNode?)] = api.types.keys.sorted().map { name in
      (name, api.types[name].map { schemas.schema(of: $0, "type `\(name)`", at: api.place) })
    }
    var responses = ResponseObjects(api: api, schemas: schemas)
    let shared = api.errors.map { ("\($0.status)", responses.object($0, "\(api.id)")) }
    schemas = responses.schemas
    var paths = PathObjects(api: api, schemas: schemas)
    for contract in contracts { paths.add(contract) }
    let components: [(String, JSONNode?)] = [
      ("schemas", types.isEmpty ? nil : .object(types)),
      ("responses", shared.isEmpty ? nil : .object(shared)),
      ("securitySchemes", Self.securitySchemes(api)),
    ]
    let document = JSONNode.object([
      ("openapi", .text(Self.version)),
      ("info", .object([("title", .text(api.title)), ("version", .text(api.version ?? "0"))])),
      ("servers", .list([.object([("url", .text(api.server))])])),
      ("tags", Self.tags(contracts)),
      ("security", Self.security(api)),
      ("paths", .object(paths.items)),
      ("components", components.contains { $0.1 != nil } ? .object(components) : nil),
    ])
    bytes = document.file
    losses = (api.losses + paths.losses).sorted()
  }

  private static func tags(_ contracts: [Contract]) -> JSONNode? {
    var tags: [JSONNode] = []
    var seen: Set<String> = []
    for contract in contracts {
      guard let page = contract.page, seen.insert(page).inserted else { continue }
      let address = contract.source.map { JSONNode.object([("url", .text($0))]) }
      tags.append(.object([("name", .text(page)), ("externalDocs", address)]))
    }
    return tags.isEmpty ? nil : .list(tags)
  }

  private static func securitySchemes(_ api: API) -> JSONNode? {
    guard !api.keys.isEmpty else { return nil }
    return .object(
      api.keys.map { key in
        let scheme = JSONNode.object([
          ("type", .text("apiKey")), ("name", .text(key.header)), ("in", .text("header")),
        ])
        return (key.header, scheme)
      }
    )
  }

  /// All keys together, as a request carries them.
  private static func security(_ api: API) -> JSONNode? {
    guard !api.keys.isEmpty else { return nil }
    return .list([.object(api.keys.map { ($0.header, .list([])) })])
  }
}
