import PlumbNotation
import PlumbText

/// All that one or several schemas together demand of a value, references and `allOf` resolved.
struct SchemaFacets {
  /// Where the first of the schemas stands.
  let at: Located

  /// The keywords, but for those that are kept apart below.
  var keywords: [(name: String, value: Located)] = []

  /// The documented members, each with the schemas that it must satisfy.
  var properties: [(name: String, schemas: [Located])] = []

  /// The members that must be there.
  var required: [Located] = []

  /// What `additionalProperties` says, of each schema that says it.
  var additional: [Located] = []

  /// How many schemas have members of their own, so that closing one of them closes it to the
  /// members of the others.
  var owners = 0

  /// The value of a keyword.
  subscript(keyword: String) -> Located? { keywords.first { $0.name == keyword }?.value }

  /// Collects what schemas demand.
  init(
    of schemas: [Located],
    _ references: References,
    _ dialect: SchemaDialect,
    _ log: RemarkLog
  ) throws(Diagnostic) {
    at = schemas[0]
    var seen: Set<JSONPointer> = []
    for schema in schemas { try collect(schema, references, dialect, log, &seen) }
  }

  private mutating func collect(
    _ schema: Located,
    _ references: References,
    _ dialect: SchemaDialect,
    _ log: RemarkLog,
    _ seen: inout Set<JSONPointer>
  ) throws(Diagnostic) {
    if let isAny = schema.boolean {
      if !isAny { log.unsaid("no value at all may stand here; any may", schema) }
      return
    }
    guard schema.node.kind == .object else {
      throw Diagnostic(
        .error,
        "a schema is an object, here is \(schema.node.kind.rawValue)",
        at: references.file.place(of: schema.node)
      )
    }
    guard seen.insert(schema.pointer).inserted else {
      throw Diagnostic(
        .error,
        "the schema is made of itself by `allOf` or `$ref`",
        at: references.file.place(of: schema.node),
        remedy: "break the circle"
      )
    }
    defer { seen.remove(schema.pointer) }
    if schema["$ref"] != nil {
      let target = try references.resolve(schema)
      try collect(target, references, dialect, log, &seen)
      guard dialect.readsBesideReference else { return }
    }
    if schema["properties"]?.node.members?.isEmpty == false { owners += 1 }
    for (name, value) in schema.members where name != "$ref" {
      switch name {
      case "allOf":
        for part in value.elements { try collect(part, references, dialect, log, &seen) }
      case "properties":
        for (name, value) in value.members { add(value, to: name) }
      case "required" where value.node.kind == .array: required += value.elements
      case "additionalProperties", "unevaluatedProperties": additional.append(value)
      default: add(value, name, log)
      }
    }
  }

  private mutating func add(_ schema: Located, to name: String) {
    if let index = properties.firstIndex(where: { $0.name == name }) {
      properties[index].schemas.append(schema)
    } else {
      properties.append((name, [schema]))
    }
  }

  private mutating func add(_ value: Located, _ keyword: String, _ log: RemarkLog) {
    guard let index = keywords.firstIndex(where: { $0.name == keyword }) else {
      keywords.append((keyword, value))
      return
    }
    guard !SchemaDialect.isAnnotation(keyword), !keywords[index].value.node.isSame(as: value.node)
    else {
      return
    }
    let isLeast = keyword.hasPrefix("min") || keyword == "exclusiveMinimum"
    let isMost = keyword.hasPrefix("max") || keyword == "exclusiveMaximum"
    if let old = keywords[index].value.number, let new = value.number, isLeast || isMost {
      if isLeast ? new > old : new < old { keywords[index].value = value }
    } else {
      log.unsaid("`allOf` joins two different `\(keyword)`; the contract says the first", value)
    }
  }
}

extension RemarkLog {
  /// Notes what the notation cannot say.
  func unsaid(_ reason: String, _ value: Located) { unsaid(reason, value.node, at: value.pointer) }

  /// Notes what was mended.
  func repaired(_ reason: String, _ value: Located) {
    repaired(reason, value.node, at: value.pointer)
  }
}
