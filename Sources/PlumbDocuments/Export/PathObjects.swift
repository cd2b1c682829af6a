import PlumbModel
import PlumbText

/// Turns contracts into OpenAPI's path items, one for each path.
struct PathObjects {
  private let api: API
  private var schemas: SchemaMaker
  private var others: [ExportLoss] = []

  /// Where paths stand, by what they are without the names of their parameters.
  private var places: [String: Int] = [:]

  /// The paths, in the order of their first operation.
  private var paths: [(text: String, operations: [(String, JSONNode?)])] = []

  /// Describes operations of an API.
  init(api: API, schemas: SchemaMaker) {
    self.api = api
    self.schemas = schemas
  }

  /// The path items by path.
  var items: [(String, JSONNode?)] { paths.map { ($0.text, .object($0.operations)) } }

  /// What was lost, in no order.
  var losses: [ExportLoss] { schemas.losses + others }

  /// Adds the operation of a contract.
  mutating func add(_ contract: Contract) {
    let text = contract.path.text
    let method = contract.method.lowercased()
    let shape = Self.shape(text)
    let alike = places[shape]
    if let alike,
      paths[alike].text != text || paths[alike].operations.contains(where: { $0.0 == method })
    {
      let reason = "\(contract.method) \(text) cannot stand beside \(paths[alike].text)"
      others.append(ExportLoss(contract.subject, at: contract.place, "\(reason); it is left out"))
      return
    }
    others += contract.relationLosses + Self.nameLosses(contract)
    for example in contract.examples.prefix(1) {
      let reason = "they stand parameter by parameter, and which belong together is lost"
      others.append(ExportLoss("`examples` of \(contract.subject)", at: example.place, reason))
    }
    let operation = object(contract)
    guard let alike else {
      places[shape] = paths.count
      paths.append((text, [(method, operation)]))
      return
    }
    paths[alike].operations.append((method, operation))
  }

  private mutating func object(_ contract: Contract) -> JSONNode {
    var parameters = ParameterObjects(api: api, schemas: schemas)
    let list = parameters.list(of: contract)
    var responses = ResponseObjects(api: api, schemas: parameters.schemas)
    let object = responses.object(of: contract)
    schemas = responses.schemas
    let address = contract.source.map { JSONNode.object([("url", .text($0))]) }
    return .object([
      ("operationId", .text(contract.id)),
      ("summary", .text(contract.title)),
      ("tags", contract.page.map { .list([.text($0)]) }),
      ("externalDocs", address),
      ("parameters", list.isEmpty ? nil : .list(list)),
      ("responses", object),
    ])
  }

  /// What is lost of the names that a contract has: its own, its title, and its page's address.
  private static func nameLosses(_ contract: Contract) -> [ExportLoss] {
    var losses: [ExportLoss] = []
    func lose(_ key: String, _ reason: String) {
      losses.append(ExportLoss("`\(key)` of \(contract.subject)", at: contract.place, reason))
    }
    let isPlain = contract.id.utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "._-".utf8.contains(byte)
    }
    if !isPlain {
      lose("name", "readers of descriptions put `_` for all but letters, digits and `._-`")
    }
    if contract.title.isEmpty { lose("title", "an empty title is not told from none") }
    if contract.page == nil, contract.source != nil {
      lose("source", "only pages have an address, and this contract is of none")
    }
    return losses
  }

  /// A path without the names of its parameters, by which OpenAPI tells paths apart.
  private static func shape(_ path: String) -> String {
    var shape = ""
    var isName = false
    for character in path {
      if character == "}" { isName = false }
      if !isName { shape.append(character) }
      if character == "{" { isName = true }
    }
    return shape
  }
}
