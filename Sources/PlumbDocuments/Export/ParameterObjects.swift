import PlumbModel
import PlumbText

/// Turns documented parameters into OpenAPI's parameter objects.
struct ParameterObjects {
  let api: API
  var schemas: SchemaMaker

  /// Names of header parameters that OpenAPI leaves to other parts of a description.
  ///
  /// Source: OpenAPI 3.1.0, section 4.8.12.2.1.
  private static let ignored: Set<String> = ["accept", "content-type", "authorization"]

  /// Returns the parameters of an operation; those of the path are as its template has them.
  mutating func list(of contract: Contract) -> [JSONNode] {
    let names = contract.path.parameterNames
    var objects: [JSONNode] = []
    for parameter in contract.parameters {
      let subject = "parameter `\(parameter.name)` of \(contract.subject)"
      if parameter.location == .path, !names.contains(parameter.name) {
        schemas.lose(subject, at: parameter.place, "it is not in the path \(contract.path)")
      } else if parameter.location == .header, Self.ignored.contains(parameter.name.lowercased()) {
        schemas.lose(subject, at: parameter.place, "OpenAPI ignores it among parameters")
      } else {
        objects.append(object(parameter, of: contract, subject))
      }
    }
    let known = contract.parameters.filter { $0.location == .path }.map(\.name)
    for name in names where !known.contains(name) {
      let subject = "`{\(name)}` in the path of \(contract.subject)"
      schemas.lose(
        subject,
        at: contract.place,
        "nothing is said of it, so that any value stands for it"
      )
      objects.append(
        .object([
          ("name", .text(name)), ("in", .text("path")), ("required", .truth(true)),
          ("schema", .object([])),
        ])
      )
    }
    return objects
  }

  private mutating func object(
    _ parameter: Parameter,
    of contract: Contract,
    _ subject: String
  ) -> JSONNode {
    if parameter.isSecret {
      schemas.lose(
        subject,
        at: parameter.place,
        "there is no word for a credential among parameters"
      )
    }
    var schema = value(of: parameter, subject)
    if parameter.list != nil {
      schema = .object([("type", .text("array")), ("items", schema)])
    }
    if let value = defaultValue(of: parameter, subject), let members = schema.members {
      // What stands beside a reference is passed over by many readers.
      let isReference = members.contains { $0.name == "$ref" }
      let own = isReference ? [JSONMember("allOf", .list([schema]))] : members
      schema = JSONNode(.object(own + [JSONMember("default", value)]))
    }
    let style = style(of: parameter, subject)
    return .object([
      ("name", .text(parameter.name)),
      ("in", .text(parameter.location.rawValue)),
      ("required", parameter.isOptional ? nil : .truth(true)),
      ("style", style.map { .text($0.word) }),
      ("explode", style.map { .truth($0.explodes) }),
      ("schema", schema),
      ("examples", examples(of: parameter, in: contract)),
    ])
  }

  /// The schema of the value, or of one item.
  private mutating func value(of parameter: Parameter, _ subject: String) -> JSONNode {
    var resolved = parameter.type.resolved(by: api.types)
    switch resolved.shape {
    case .object, .list:
      let reason = "an object or a list is not written as one value, so that any text stands for it"
      schemas.lose(subject, at: parameter.place, reason)
      return .object([("type", .text("string"))])
    case _ where parameter.type != resolved && (resolved.isNullable || resolved.shape == .any):
      let reason = "no parameter is null, so that its type stands there without its name"
      schemas.lose(subject, at: parameter.place, reason)
      resolved.isNullable = false
      return schemas.schema(of: resolved, subject, at: parameter.place)
    default:
      return schemas.schema(of: parameter.type, subject, at: parameter.place)
    }
  }

  /// How a list is written; `nil` where the parameter is none.
  private mutating func style(
    of parameter: Parameter,
    _ subject: String
  ) -> (word: String, explodes: Bool)? {
    guard let list = parameter.list else { return nil }
    guard parameter.location == .query else {
      if list == .repeated {
        let reason = "a list is never repeated in a \(parameter.location.rawValue)"
        schemas.lose(subject, at: parameter.place, "\(reason), so that commas separate it there")
      }
      return ("simple", false)
    }
    return ("form", list == .repeated)
  }

  private mutating func defaultValue(of parameter: Parameter, _ subject: String) -> JSONNode? {
    switch parameter.defaultValue {
    case nil: return nil
    case .some where parameter.location == .path:
      schemas.lose(subject, at: parameter.place, "what cannot be left out has no default")
      return nil
    case .text("") where parameter.list != nil:
      schemas.lose(subject, at: parameter.place, "an empty list as default is not told from none")
      return nil
    case .text(let text): return value(text, of: parameter)
    case .relative(let name, _):
      let reason = "a default cannot name another parameter, here `\(name)`"
      schemas.lose(subject, at: parameter.place, reason)
      return nil
    }
  }

  /// A parameter's text as the JSON value that it stands for.
  private func value(_ text: String, of parameter: Parameter) -> JSONNode {
    let shape = parameter.type.resolved(by: api.types).shape
    guard parameter.list != nil else { return SchemaMaker.value(text, of: shape) }
    guard !text.isEmpty else { return .list([]) }
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    return .list(items.map { SchemaMaker.value(String($0), of: shape) })
  }

  /// The values that examples give, each once, under the number of the first that gives it.
  private func examples(of parameter: Parameter, in contract: Contract) -> JSONNode? {
    var objects: [(String, JSONNode?)] = []
    var seen: Set<String> = []
    for (index, example) in contract.examples.enumerated() {
      guard let found = example.values.first(where: { $0.name == parameter.name }),
        seen.insert(found.value).inserted
      else { continue }
      let value = value(found.value, of: parameter)
      objects.append(("example-\(index + 1)", .object([("value", value)])))
    }
    return objects.isEmpty ? nil : .object(objects)
  }
}
