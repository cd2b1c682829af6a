import Foundation

/// A JSON value as readers of schemas see it: numbers are floating-point, names have no order.
package indirect enum JSONValue: Hashable, Decodable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Decodes a value.
  package init(from decoder: any Decoder) throws {
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
  package init(text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }

  /// A member; `nil` when there is none.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// An item; `nil` when there is none.
  package subscript(index: Int) -> JSONValue? {
    items.indices.contains(index) ? items[index] : nil
  }

  /// The items of a list; none of anything else.
  package var items: [JSONValue] {
    guard case .list(let items) = self else { return [] }
    return items
  }
}
