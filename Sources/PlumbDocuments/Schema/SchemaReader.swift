import PlumbModel
import PlumbNotation
import PlumbText

/// Reads schemas as types of the notation.
///
/// A schema that is referred to becomes a named type, as the description names it; one that stands
/// where it is used is written out there. What the notation has no words for goes to the log, and
/// the type says as much as it can: never more than the schema.
final class SchemaReader {
  let references: References
  let dialect: SchemaDialect
  let log: RemarkLog

  /// Whether an object that does not speak of further members has none.
  let isClosed: Bool

  /// The named types so far.
  private(set) var types: [String: FieldType] = [:]

  private var typeNames = TypeNames()
  private var names: [JSONPointer: String] = [:]

  /// The schemas that have a name but have not been read yet.
  private var waiting: [(name: String, schema: Located)] = []

  /// The schemas that are being read, outermost first.
  private var open: [Located] = []

  init(_ references: References, _ dialect: SchemaDialect, _ log: RemarkLog, isClosed: Bool) {
    self.references = references
    self.dialect = dialect
    self.log = log
    self.isClosed = isClosed
  }

  // MARK: - Types

  /// Reads a schema.
  ///
  /// - Parameters:
  ///   - schema: The schema, or the reference to one.
  ///   - hint: What to call it, if it needs a name.
  func type(_ schema: Located, hint: String) throws(Diagnostic) -> FieldType {
    try type([schema], hint: hint)
  }

  /// Reads what several schemas demand together.
  func type(_ schemas: [Located], hint: String) throws(Diagnostic) -> FieldType {
    if schemas.count == 1, let named = try named(schemas[0], hint) { return named }
    let at = schemas[0]
    open.append(at)
    defer { open.removeLast() }
    let facets = try SchemaFacets(of: schemas, references, dialect, log)
    let type = try FacetReader(reader: self, facets: facets, hint: hint).read()
    guard let name = names[at.pointer], schemas.count == 1, !isWaiting(name) else { return type }
    // It refers to itself, and so was given a name while it was being read.
    return finish(same(as: type, called: name) ?? name, type)
  }

  /// The name of a type that is the same but for its name: descriptions write trees out each time.
  private func same(as type: FieldType, called name: String) -> String? {
    types.keys.sorted().first { other in
      types[other]?.placeless == type.renaming(name, to: other).placeless.withoutNull
    }
  }

  /// Reads the named types that have not been read yet.
  func drain() throws(Diagnostic) {
    while let (name, schema) = waiting.popLast() {
      open.append(schema)
      defer { open.removeLast() }
      if let other = try named(schema, name) {
        _ = finish(name, other)
      } else {
        let facets = try SchemaFacets(of: [schema], references, dialect, log)
        _ = finish(name, try FacetReader(reader: self, facets: facets, hint: name).read())
      }
    }
  }

  /// Gives a type a name, because the notation cannot write it where it stands.
  func hoist(_ type: FieldType, like text: String) -> FieldType {
    finish(typeNames.name(like: text), type)
  }

  private func isWaiting(_ name: String) -> Bool {
    waiting.contains { $0.name == name } || types[name] != nil
  }

  private func finish(_ name: String, _ type: FieldType) -> FieldType {
    if types[name] == nil { types[name] = type.withoutNull }
    return FieldType(.named(name), isNullable: type.isNullable && !type.isOneLine)
  }

  // MARK: - References

  /// The named type that a schema is; `nil` when it is no mere reference.
  private func named(_ schema: Located, _ hint: String) throws(Diagnostic) -> FieldType? {
    guard let reference = schema["$ref"] else {
      guard let parts = schema["allOf"]?.elements, parts.count == 1, isAlone(schema, "allOf"),
        var type = try named(parts[0], hint)
      else { return nil }
      type.isNullable = type.isNullable || schema["nullable"]?.boolean == true
      return type
    }
    guard let text = reference.string else {
      throw Diagnostic(
        .error,
        "`$ref` is text, here is \(reference.node.kind.rawValue)",
        at: references.file.place(of: reference.node)
      )
    }
    guard !dialect.readsBesideReference || isAlone(schema, "$ref") else { return nil }
    if !dialect.readsBesideReference, !isAlone(schema, "$ref") {
      log.repaired("what stands beside `$ref` does not count in this version", reference)
    }
    if text == "#", dialect.isInDocument {
      guard let around = open.last(where: { $0["properties"] != nil }) else {
        throw Diagnostic(
          .error,
          "the reference `#` leads to the whole document, which is no schema",
          at: references.file.place(of: reference.node)
        )
      }
      log.repaired("`#` is the whole document; the schema around the reference is meant", reference)
      return FieldType(.named(name(of: around, hint)))
    }
    _ = try references.resolve(schema)
    let target = try references.target(of: reference, text)
    let name = name(of: target, hint)
    let isOpen = open.contains { $0.pointer == target.pointer }
    if !isOpen, types[name] == nil, !waiting.contains(where: { $0.name == name }) {
      waiting.append((name, target))
    }
    return FieldType(.named(name), isNullable: try isNullableBlock(target))
  }

  private func name(of schema: Located, _ hint: String) -> String {
    if let name = names[schema.pointer] { return name }
    let tokens = schema.pointer.tokens
    let homes: Set<String> = ["schemas", "$defs", "definitions"]
    let isDefinition = tokens.count >= 2 && homes.contains(tokens[tokens.count - 2])
    let own = isDefinition ? tokens[tokens.count - 1] : schema["title"]?.string ?? hint
    let name = typeNames.name(like: own)
    names[schema.pointer] = name
    return name
  }

  /// Whether a schema says nothing of values but one keyword.
  private func isAlone(_ schema: Located, _ keyword: String) -> Bool {
    schema.members.allSatisfy { name, _ in
      name == keyword || name == "nullable" || SchemaDialect.isAnnotation(name)
    }
  }

  /// Whether a schema is an object or a list *or* `null`: then each reference to its type says so,
  /// because the type itself cannot.
  private func isNullableBlock(_ schema: Located) throws(Diagnostic) -> Bool {
    let schema = try references.resolve(schema)
    let scalars: Set<String> = ["string", "integer", "number", "boolean"]
    let types = schema["type"]?.elements.compactMap(\.string) ?? []
    let words = types.isEmpty ? [schema["type"]?.string].compactMap(\.self) : types
    guard !words.contains(where: scalars.contains) else { return false }
    if schema["nullable"]?.boolean == true || words.contains("null") { return true }
    return ["oneOf", "anyOf"].contains { keyword in
      schema[keyword]?.elements.contains { $0["type"]?.string == "null" } ?? false
    }
  }
}

extension FieldType {
  /// The type as a named one can be written: without `null`, where that does not stand in one line.
  fileprivate var withoutNull: FieldType {
    var type = self
    if !isOneLine { type.isNullable = false }
    return type
  }

  /// The type with another name in the place of one.
  fileprivate func renaming(_ name: String, to other: String) -> FieldType {
    var type = self
    switch shape {
    case .named(name): type.shape = .named(other)
    case .list(let item): type.shape = .list(item.renaming(name, to: other))
    case .object(var object):
      for index in object.rows.indices {
        object.rows[index].type = object.rows[index].type.renaming(name, to: other)
      }
      object.others = object.others?.renaming(name, to: other)
      type.shape = .object(object)
    default: break
    }
    return type
  }

  /// Whether a contract writes the type in one line, so that it can say `| null` itself.
  var isOneLine: Bool {
    switch shape {
    case .list: false
    case .object(let object): object.rows.isEmpty && object.others == FieldType(.any)
    default: true
    }
  }
}
