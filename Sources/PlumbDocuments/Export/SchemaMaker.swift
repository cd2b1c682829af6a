import PlumbModel
import PlumbText

/// Turns types into JSON Schema 2020-12, and lists what it cannot say of them.
struct SchemaMaker {
  /// Where named types stand, with a slash at the end: `#/$defs/`.
  let definitions: String

  /// What was lost so far.
  private(set) var losses: [ExportLoss] = []

  /// The named types that were referred to, in the order of their first use.
  private(set) var names: [String] = []

  /// Refers to named types below a place.
  init(definitions: String) {
    self.definitions = definitions
  }

  /// Notes something that is lost.
  mutating func lose(_ subject: String, at place: SourcePlace, _ reason: String) {
    losses.append(ExportLoss(subject, at: place, reason))
  }

  /// Returns the schema of a type.
  ///
  /// - Parameters:
  ///   - subject: What has the type, in the words of losses.
  ///   - place: Where it stands.
  mutating func schema(
    of type: FieldType,
    _ subject: String,
    at place: SourcePlace
  ) -> JSONNode {
    switch type.shape {
    case .any:
      if type.isNullable {
        lose(subject, at: place, "`any` holds null anyway, so `| null` is not written")
      }
      return .object([])
    case .named(let name):
      if !names.contains(name) { names.append(name) }
      let reference = JSONNode.object([("$ref", .text(definitions + name))])
      guard type.isNullable else { return reference }
      return .object([("anyOf", .list([reference, .object([("type", .text("null"))])]))])
    case .list(let item):
      let least = least(of: type.narrowing, subject, at: place)
      return .object([
        ("type", kind(type)),
        ("items", schema(of: item, subject, at: place)),
        ("minItems", least),
        ("maxItems", type.narrowing.maximumLength.map { .number($0) }),
        ("uniqueItems", type.narrowing.isUnique ? .truth(true) : nil),
      ])
    case .object(let object):
      return .object([("type", kind(type))] + members(of: object, subject, at: place))
    case .string, .integer, .number, .boolean:
      return .object([("type", kind(type))] + narrowings(of: type, subject, at: place))
    }
  }

  /// The least size of a text or a list; one of 0 says nothing.
  private mutating func least(
    of narrowing: Narrowing,
    _ subject: String,
    at place: SourcePlace
  ) -> JSONNode? {
    guard narrowing.minimumLength == 0 else {
      return narrowing.minimumLength.map { .number($0) }
    }
    lose(subject, at: place, "a least size of 0 says nothing, so that it is not written")
    return nil
  }

  /// The word for a kind, or both words where `null` is documented besides.
  private func kind(_ type: FieldType) -> JSONNode {
    let word =
      if case .list = type.shape { "array" } else { type.word }
    return type.isNullable ? .list([.text(word), .text("null")]) : .text(word)
  }

  // MARK: - Objects

  private mutating func members(
    of object: ObjectType,
    _ subject: String,
    at place: SourcePlace
  ) -> [(String, JSONNode?)] {
    var properties: [(String, JSONNode?)] = []
    for row in object.rows {
      let name = "row `\(row.name)` of \(subject)"
      var schema = schema(of: row.type, name, at: row.place)
      if let source = row.source {
        if case .object(let members) = schema.value {
          schema = JSONNode(.object(members + [JSONMember("description", .text(source))]))
        }
        lose(
          name,
          at: row.place,
          "its `source` stands as a description, which nothing marks as one"
        )
      }
      if row.isSecret { lose(name, at: row.place, "there is no word for a credential in a body") }
      properties.append((row.name, schema))
    }
    let required = object.rows.filter { !$0.isOptional }.map { JSONNode.text($0.name) }
    let isOpen = object.others == FieldType(.any)
    let others = object.others.map { type in
      isOpen ? JSONNode.truth(true) : schema(of: type, "`...` of \(subject)", at: place)
    }
    return [
      ("properties", properties.isEmpty && isOpen ? nil : .object(properties)),
      ("required", required.isEmpty ? nil : .list(required)),
      ("additionalProperties", others ?? .truth(false)),
    ]
  }

  // MARK: - Values

  private mutating func narrowings(
    of type: FieldType,
    _ subject: String,
    at place: SourcePlace
  ) -> [(String, JSONNode?)] {
    let narrowing = type.narrowing
    var values = narrowing.values.map { Self.value($0, of: type.shape) }
    if !values.isEmpty, type.isNullable { values.append(JSONNode(.null)) }
    let isText = type.shape == .string
    let isNumber = type.shape == .integer || type.shape == .number
    if isText, let pattern = narrowing.pattern {
      for sign in EcmaPattern.differences(in: pattern) {
        lose(subject, at: place, "in its pattern, \(sign)")
      }
    }
    let least = isText ? least(of: narrowing, subject, at: place) : nil
    return [
      ("enum", values.isEmpty ? nil : .list(values)),
      ("minimum", isNumber ? narrowing.minimum.map { .number($0) } : nil),
      ("maximum", isNumber ? narrowing.maximum.map { .number($0) } : nil),
      ("pattern", isText ? narrowing.pattern.map { .text(EcmaPattern.anchored($0)) } : nil),
      ("format", isText ? narrowing.format.map { .text($0.rawValue) } : nil),
      ("minLength", least),
      ("maxLength", isText ? narrowing.maximumLength.map { .number($0) } : nil),
    ]
  }

  /// A value that stands as text in a contract, as the JSON that it is of its type.
  static func value(_ text: String, of shape: FieldType.Shape) -> JSONNode {
    switch shape {
    case .integer, .number: JSONNumber(text).map { .number($0) } ?? .text(text)
    case .boolean where text == "true" || text == "false": .truth(text == "true")
    default: .text(text)
    }
  }
}
