import PlumbModel
import PlumbNotation
import PlumbText

/// Reads the responses of an operation.
struct ResponseImport {
  let references: References
  let schemas: SchemaReader
  let log: RemarkLog

  /// Reads all responses, by status.
  ///
  /// - Parameter hint: What to call types that need a name.
  func read(_ operation: Located, hint: String) throws(Diagnostic) -> [ResponseContract] {
    var responses: [ResponseContract] = []
    let members = operation["responses"]?.members ?? []
    for (key, value) in members where !key.hasPrefix("x-") {
      let response = try references.resolve(value)
      guard let status = status(key, value, among: members.map(\.name)) else { continue }
      responses.append(try self.response(status, response, hint))
    }
    if !responses.contains(where: { $0.status < 400 }) {
      log.repaired("no success is described; a body of any kind is taken", operation)
      let place = references.file.place(of: operation.node)
      responses.append(ResponseContract(status: 200, body: .unspecified, place: place))
    }
    responses.sort { $0.status < $1.status }
    name(&responses, hint)
    return responses
  }

  private func status(_ key: String, _ value: Located, among keys: [String]) -> Int? {
    if key.utf8.count == 3, let status = Int(key), (100...599).contains(status) { return status }
    let isSuccess = key.uppercased() == "2XX" || key == "default"
    if isSuccess, !keys.contains(where: { $0.hasPrefix("2") && $0 != key }) {
      log.unsaid("the responses `\(key)`; 200 is taken", value)
      return 200
    }
    log.unsaid("the responses `\(key)`; they are left out", value)
    return nil
  }

  private func response(
    _ status: Int,
    _ node: Located,
    _ hint: String
  ) throws(Diagnostic) -> ResponseContract {
    var response = ResponseContract(
      status: status,
      body: .unspecified,
      place: references.file.place(of: node.node)
    )
    for (name, header) in node["headers"]?.members ?? [] where name.lowercased() != "content-type" {
      response.headers.append(name)
      let schema = try references.resolve(header)["schema"]
      let says = (schema?.members ?? []).filter { !SchemaDialect.isAnnotation($0.name) }
      if says.contains(where: { $0.name != "type" || $0.value.string != "string" }) {
        log.unsaid("what the value of a header field must be", header)
      }
    }
    if let links = node["links"] {
      log.unsaid("links from the response to other operations", links)
    }
    let contents = node["content"]?.members ?? []
    guard let json = contents.first(where: { Self.isJSON($0.name) }) else {
      for (name, content) in contents { log.unsaid("a body in `\(name)`; any is taken", content) }
      return response
    }
    for (name, content) in contents where name != json.name {
      log.unsaid("a second way to write the body, `\(name)`", content)
    }
    if let schema = json.value["schema"] {
      response.body = .json(try schemas.type(schema, hint: hint))
    }
    return response
  }

  private static func isJSON(_ mediaType: String) -> Bool {
    let words = mediaType.lowercased().split(separator: ";").first.map(String.init) ?? ""
    let name = words.split(separator: " ").joined()
    return name == "application/json" || name.hasSuffix("+json") || name == "*/*"
      || name == "application/*"
  }

  /// Gives a name to what the notation cannot write where it stands: a whole body that may be
  /// `null`, and notes on rows of refusals or of several responses.
  private func name(_ responses: inout [ResponseContract], _ hint: String) {
    let successes = responses.count { $0.status < 400 }
    for index in responses.indices {
      guard case .json(let type) = responses[index].body else { continue }
      let isAlone = responses[index].status < 400 && successes == 1
      let isNullable = type.isNullable && !type.isOneLine
      guard isNullable || !isAlone && type.hasRowNotes else { continue }
      let status = responses[index].status
      let name = status == 200 ? "\(hint)_body" : "\(hint)_\(status)"
      responses[index].body = .json(schemas.hoist(type, like: name))
    }
  }
}

extension FieldType {
  /// Whether something is said of its rows that stands under `rows`.
  fileprivate var hasRowNotes: Bool {
    switch shape {
    case .list(let item): !narrowing.isEmpty || item.hasRowNotes
    case .object(let object):
      object.rows.contains { $0.type.hasRowNotes } || object.others?.hasRowNotes ?? false
    default: false
    }
  }
}
