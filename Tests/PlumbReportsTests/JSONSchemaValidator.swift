import Foundation

/// A JSON value, for tests.
indirect enum JSONValue: Hashable, Decodable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Reads a text.
  init(text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }

  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// The words of JSON Schema's `type` that fit the value.
  var types: Set<String> {
    switch self {
    case .null: ["null"]
    case .boolean: ["boolean"]
    case .number(let value): value == value.rounded() ? ["number", "integer"] : ["number"]
    case .string: ["string"]
    case .list: ["array"]
    case .object: ["object"]
    }
  }
}

/// Holds values to the part of JSON Schema that our schemas use; any other keyword is a fault.
struct JSONSchemaValidator {
  let root: JSONValue

  /// Returns what is wrong with a value, each with its JSON Pointer.
  func faults(in value: JSONValue) -> [String] { faults(in: value, by: root, at: "") }

  private func faults(in value: JSONValue, by schema: JSONValue, at path: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): the schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument in
      faults(in: value, by: keyword, argument, of: schema, at: path)
    }
  }

  private func faults(
    in value: JSONValue,
    by keyword: String,
    _ argument: JSONValue,
    of schema: JSONValue,
    at path: String
  ) -> [String] {
    switch (keyword, argument, value) {
    case ("$schema", _, _), ("title", _, _), ("description", _, _), ("$defs", _, _): []
    case ("$ref", .string(let reference), _): follow(reference, with: value, at: path)
    case ("type", .string(let type), _):
      value.types.contains(type) ? [] : ["\(path): is no \(type)"]
    case ("type", .list(let types), _):
      types.contains {
        if case .string(let type) = $0 { value.types.contains(type) } else { false }
      }
        ? [] : ["\(path): has none of the types"]
    case ("const", _, _): value == argument ? [] : ["\(path): is not the constant"]
    case ("enum", .list(let values), _): values.contains(value) ? [] : ["\(path): not in the list"]
    case ("minimum", .number(let least), .number(let number)):
      number >= least ? [] : ["\(path): is below \(least)"]
    case ("pattern", .string(let pattern), .string(let text)):
      text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(path): no match"]
    case ("required", .list(let names), .object(let members)):
      names.compactMap { name in
        guard case .string(let name) = name, members[name] == nil else { return nil }
        return "\(path): lacks \(name)"
      }
    case ("properties", .object(let schemas), .object(let members)):
      schemas.sorted { $0.key < $1.key }.flatMap { name, schema in
        members[name].map { faults(in: $0, by: schema, at: "\(path)/\(name)") } ?? []
      }
    case ("additionalProperties", _, .object(let members)):
      members.filter { schema["properties"]?[$0.key] == nil }.sorted { $0.key < $1.key }.flatMap {
        faults(in: $1, by: argument, at: "\(path)/\($0)")
      }
    case ("items", _, .list(let items)):
      items.enumerated().flatMap { faults(in: $1, by: argument, at: "\(path)/\($0)") }
    case ("minimum", _, _), ("pattern", _, _), ("required", _, _), ("properties", _, _),
      ("additionalProperties", _, _), ("items", _, _):
      []
    default: ["\(path): the validator does not know `\(keyword)`"]
    }
  }

  private func follow(_ reference: String, with value: JSONValue, at path: String) -> [String] {
    let name = String(reference.dropFirst("#/$defs/".count))
    guard let schema = root["$defs"]?[name] else { return ["\(path): \(reference) leads nowhere"] }
    return faults(in: value, by: schema, at: path)
  }
}
