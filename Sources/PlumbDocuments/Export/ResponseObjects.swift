import PlumbModel
import PlumbText

/// Turns documented responses into OpenAPI's response objects.
struct ResponseObjects {
  let api: API
  var schemas: SchemaMaker

  /// Returns the response objects of an operation, by status.
  mutating func object(of contract: Contract) -> JSONNode {
    var seen: Set<Int> = []
    var objects: [(String, JSONNode?)] = []
    let all = contract.responses.map { ($0, false) } + contract.errors.map { ($0, true) }
    for (response, isError) in all {
      let subject = "response \(response.status) of \(contract.subject)"
      guard seen.insert(response.status).inserted else {
        schemas.lose(subject, at: response.place, "the status stands there already")
        continue
      }
      if isError != (response.status >= 400) {
        let kind = isError ? "a refusal" : "a success"
        schemas.lose(subject, at: response.place, "nothing tells that it is \(kind)")
      }
      let isShared = isError && api.errors.contains { $0.placeless == response.placeless }
      let reference = JSONNode.object([
        ("$ref", .text("#/components/responses/\(response.status)"))
      ])
      objects.append(
        ("\(response.status)", isShared ? reference : object(response, contract.subject))
      )
    }
    return .object(objects)
  }

  /// Returns one response object.
  mutating func object(_ response: ResponseContract, _ owner: String) -> JSONNode {
    let subject = "response \(response.status) of \(owner)"
    var headers: [(String, JSONNode?)] = []
    for header in response.headers {
      // Source: OpenAPI 3.1.0, section 4.8.17.1.
      guard header.lowercased() != "content-type" else {
        schemas.lose(subject, at: response.place, "OpenAPI ignores a header field `\(header)`")
        continue
      }
      let type = JSONNode.object([("type", .text("string"))])
      headers.append((header, .object([("required", .truth(true)), ("schema", type)])))
    }
    var content: JSONNode?
    if case .json(let type) = response.body {
      let schema = schemas.schema(of: type, subject, at: response.place)
      content = .object([("application/json", .object([("schema", schema)]))])
    }
    let line = HTTPStatus(response.status).line
    return .object([
      ("description", .text(line)),
      ("headers", headers.isEmpty ? nil : .object(headers)),
      ("content", content),
    ])
  }
}
