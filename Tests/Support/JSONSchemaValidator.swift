import Foundation

/// A validator for the part of JSON Schema 2020-12 that this project's schemas use.
package struct JSONSchemaValidator {
  private let root: JSONValue

  /// Creates a validator from the root of a schema.
  package init(root: JSONValue) {
    self.root = root
  }

  /// A keyword that the schema uses and the validator does not know.
  package struct UnknownKeyword: Error {
    /// The keyword, or a reference that leads nowhere.
    package var name: String
  }

  /// Returns what is wrong with a value, as its place and the keyword; empty when it is valid.
  package func problems(_ value: JSONValue) throws -> [String] {
    try problems(value, root, "$")
  }

  private func problems(
    _ value: JSONValue,
    _ schema: JSONValue,
    _ at: String
  ) throws -> [String] {
    if case .boolean(let allowed) = schema { return allowed ? [] : ["\(at): not allowed"] }
    guard case .object(let keywords) = schema else { return ["\(at): no schema"] }
    var problems: [String] = []
    for (keyword, argument) in keywords {
      problems += try judge(keyword, argument, value, schema, at)
    }
    return problems.sorted()
  }

  private func judge(
    _ keyword: String,
    _ argument: JSONValue,
    _ value: JSONValue,
    _ schema: JSONValue,
    _ at: String
  ) throws -> [String] {
    switch (keyword, argument) {
    case ("$schema", _), ("$defs", _), ("title", _), ("description", _), ("then", _), ("else", _):
      return []
    case ("$ref", .string(let reference)):
      return try problems(value, try resolve(reference), at)
    case ("type", _): return isType(value, argument) ? [] : ["\(at): type"]
    case ("enum", .list(let values)): return values.contains(value) ? [] : ["\(at): enum"]
    case ("const", _): return value == argument ? [] : ["\(at): const"]
    case ("if", _):
      let branch = try problems(value, argument, at).isEmpty ? schema["then"] : schema["else"]
      return try branch.map { try problems(value, $0, at) } ?? []
    case ("allOf", .list(let schemas)):
      return try schemas.flatMap { try problems(value, $0, at) }
    case ("anyOf", .list(let schemas)):
      return try schemas.contains { try problems(value, $0, at).isEmpty } ? [] : ["\(at): anyOf"]
    case ("oneOf", .list(let schemas)):
      let count = try schemas.count { try problems(value, $0, at).isEmpty }
      return count == 1 ? [] : ["\(at): oneOf"]
    default: return try judgeParts(keyword, argument, value, schema, at)
    }
  }

  private func judgeParts(
    _ keyword: String,
    _ argument: JSONValue,
    _ value: JSONValue,
    _ schema: JSONValue,
    _ at: String
  ) throws -> [String] {
    switch (keyword, argument, value) {
    case ("properties", .object(let schemas), .object(let members)):
      return try members.flatMap { name, member in
        try schemas[name].map { try problems(member, $0, "\(at).\(name)") } ?? []
      }
    case ("patternProperties", .object(let schemas), .object(let members)):
      return try members.flatMap { name, member in
        try schemas.filter { matches(name, $0.key) }
          .flatMap { try problems(member, $0.value, "\(at).\(name)") }
      }
    case ("additionalProperties", _, .object(let members)):
      return try members.filter { !isNamed($0.key, schema) }.flatMap { name, member in
        try problems(member, argument, "\(at).\(name)")
      }
    case ("required", .list(let names), .object(let members)):
      return names.compactMap { name in
        guard case .string(let name) = name, members[name] == nil else { return nil }
        return "\(at): required \(name)"
      }
    case ("prefixItems", .list(let schemas), .list(let items)):
      return try zip(schemas, items).enumerated().flatMap { index, pair in
        try problems(pair.1, pair.0, "\(at)[\(index)]")
      }
    case ("items", _, .list(let items)):
      var named = 0
      if case .list(let prefix)? = schema["prefixItems"] { named = prefix.count }
      return try items.enumerated().dropFirst(named).flatMap { index, item in
        try problems(item, argument, "\(at)[\(index)]")
      }
    case ("pattern", .string(let pattern), .string(let text)):
      return matches(text, pattern) ? [] : ["\(at): pattern"]
    case ("minimum", .number(let least), .number(let number)):
      return number >= least ? [] : ["\(at): minimum"]
    case ("minLength", .number(let least), .string(let text)):
      return text.unicodeScalars.count >= Int(least) ? [] : ["\(at): minLength"]
    case ("minItems", .number(let least), .list(let items)):
      return items.count >= Int(least) ? [] : ["\(at): minItems"]
    case ("maxItems", .number(let most), .list(let items)):
      return items.count <= Int(most) ? [] : ["\(at): maxItems"]
    case ("minProperties", .number(let least), .object(let members)):
      return members.count >= Int(least) ? [] : ["\(at): minProperties"]
    case ("maxProperties", .number(let most), .object(let members)):
      return members.count <= Int(most) ? [] : ["\(at): maxProperties"]
    case ("properties", _, _), ("patternProperties", _, _), ("additionalProperties", _, _),
      ("required", _, _), ("prefixItems", _, _), ("items", _, _), ("pattern", _, _),
      ("minimum", _, _), ("minLength", _, _), ("minItems", _, _), ("maxItems", _, _),
      ("minProperties", _, _), ("maxProperties", _, _):
      return []
    default: throw UnknownKeyword(name: keyword)
    }
  }

  private func isNamed(_ name: String, _ schema: JSONValue) -> Bool {
    if schema["properties"]?[name] != nil { return true }
    guard case .object(let patterns)? = schema["patternProperties"] else { return false }
    return patterns.keys.contains { matches(name, $0) }
  }

  private func isType(_ value: JSONValue, _ argument: JSONValue) -> Bool {
    if case .list(let types) = argument { return types.contains { isType(value, $0) } }
    switch (argument, value) {
    case (.string("null"), .null), (.string("boolean"), .boolean), (.string("number"), .number),
      (.string("string"), .string), (.string("array"), .list), (.string("object"), .object):
      return true
    case (.string("integer"), .number(let number)): return number == number.rounded()
    default: return false
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }

  private func resolve(_ reference: String) throws -> JSONValue {
    var value = root
    for token in reference.dropFirst(2).split(separator: "/") {
      guard let next = value[String(token)] else { throw UnknownKeyword(name: reference) }
      value = next
    }
    return value
  }
}
