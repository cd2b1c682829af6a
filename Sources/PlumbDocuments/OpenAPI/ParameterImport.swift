import PlumbModel
import PlumbNotation
import PlumbText

/// Reads the parameters of an operation.
struct ParameterImport {
  let references: References
  let schemas: SchemaReader
  let log: RemarkLog
  let keyHeaders: Set<String>

  /// Header fields that are no parameters. Source: OpenAPI 3.1, section 4.8.12.
  private static let ignored: Set<String> = ["accept", "content-type", "authorization"]

  func read(
    _ item: Located,
    _ operation: Located,
    _ path: PathTemplate
  ) throws(Diagnostic) -> (parameters: [Parameter], examples: [Example]) {
    var found: [(parameter: Parameter, node: Located)] = []
    for list in [item["parameters"], operation["parameters"]] {
      for element in list?.elements ?? [] {
        let node = try references.resolve(element)
        guard let parameter = try parameter(node) else { continue }
        // What an operation says of a parameter replaces what its path says.
        found.removeAll { Self.isSame($0.parameter, parameter) }
        found.append((parameter, node))
      }
    }
    let names = path.parameterNames
    found.removeAll { parameter, _ in
      guard parameter.location == .path, !names.contains(parameter.name) else { return false }
      log.repaired("a parameter of the path that the path does not have; it is left out", operation)
      return true
    }
    for name in names
    where !found.contains(where: { $0.parameter.location == .path && $0.parameter.name == name }) {
      log.repaired("a parameter of the path of which nothing is said; any text is taken", operation)
      let parameter = Parameter(
        name: name,
        location: .path,
        type: FieldType(.string),
        place: references.file.place(of: operation.node)
      )
      found.append((parameter, operation))
    }
    let sorted = Parameter.Location.allCases.flatMap { location in
      found.filter { $0.parameter.location == location }
    }
    let place = references.file.place(of: operation.node)
    return (sorted.map(\.parameter), ExampleImport.read(sorted, place: place))
  }

  private static func isSame(_ one: Parameter, _ other: Parameter) -> Bool {
    guard one.location == other.location else { return false }
    // Header fields are spelt in any case, RFC 9110 section 5.1.
    return one.location == .header
      ? one.name.lowercased() == other.name.lowercased() : one.name == other.name
  }

  private func parameter(_ node: Located) throws(Diagnostic) -> Parameter? {
    guard let name = node["name"]?.string, !name.isEmpty, let place = node["in"]?.string else {
      log.unsaid("a parameter without `name` or `in`; it is left out", node)
      return nil
    }
    guard let location = Parameter.Location(rawValue: place) else {
      log.unsaid("a parameter in `\(place)`; it is left out", node)
      return nil
    }
    if location == .header {
      guard !Self.ignored.contains(name.lowercased()) else { return nil }
      guard !keyHeaders.contains(name.lowercased()) else { return nil }
    }
    var parameter = Parameter(
      name: name,
      location: location,
      type: FieldType(.string),
      isOptional: location != .path && node["required"]?.boolean != true,
      place: references.file.place(of: node.node)
    )
    guard let schema = node["schema"] else {
      let reason = "a parameter without `schema`; any text is taken"
      log.unsaid(reason, node["content"] ?? node)
      return parameter
    }
    let resolved = try references.resolve(schema)
    let isNamed = schema["$ref"] != nil && Self.isScalar(resolved)
    let type = try schemas.type(isNamed ? schema : resolved, hint: name)
    take(type, into: &parameter, node)
    takeDefault(resolved, into: &parameter)
    return parameter
  }

  private static func isScalar(_ schema: Located) -> Bool {
    ["string", "integer", "number", "boolean"].contains(schema["type"]?.string ?? "")
  }

  private func take(_ type: FieldType, into parameter: inout Parameter, _ node: Located) {
    var type = type
    if case .list(let item) = type.shape {
      parameter.list = style(of: parameter, node)
      if !type.narrowing.isEmpty {
        log.unsaid("how many items a list in a parameter has, and whether they differ", node)
      }
      type = item
    }
    switch type.shape {
    case .object, .list:
      log.unsaid("a parameter that is an object, or a list of lists; any text is taken", node)
      type = FieldType(.string)
    default: break
    }
    type.isNullable = false
    parameter.type = type
  }

  /// How a list is written. Source: OpenAPI 3.1, section 4.8.12.2.
  private func style(of parameter: Parameter, _ node: Located) -> Parameter.ListStyle {
    let usual = parameter.location == .query ? "form" : "simple"
    let style = node["style"]?.string ?? usual
    let isExploded = node["explode"]?.boolean ?? (style == "form")
    if style == "form", isExploded { return .repeated }
    if style != "form", style != "simple" {
      log.unsaid("the style `\(style)` of a list; commas are taken", node["style"] ?? node)
    }
    return .comma
  }

  private func takeDefault(_ schema: Located, into parameter: inout Parameter) {
    guard let value = schema["default"], parameter.location != .path else { return }
    let texts = (value.node.elements ?? [value.node]).map(Self.text)
    guard texts.allSatisfy({ $0 != nil }) else {
      if !value.node.isNull { log.unsaid("a default that is an object", value) }
      return
    }
    let text = texts.compactMap(\.self).joined(separator: ",")
    guard !text.isEmpty || value.node.kind == .string else { return }
    parameter.defaultValue = .text(text)
  }

  private static func text(_ node: JSONNode) -> String? {
    switch node.value {
    case .string(let text): text
    case .number(let number): number.text
    case .boolean(let isTrue): isTrue ? "true" : "false"
    default: nil
    }
  }
}
