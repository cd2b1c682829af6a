/// A JSON value that knows where it stands.
///
/// ```swift
/// let document = try JSONDocument(Array(#"{"total": 21}"#.utf8))
/// document.root["total"]?.range  // 10..<12
/// try JSONDocument(Array(#"{"total" 21}"#.utf8))
/// // expected ":" after a name, found "2"
/// ```
package struct JSONNode: Sendable {
  /// What the value is.
  package var value: Value

  /// Where it stands, in bytes of the text it was read from.
  package var range: Range<Int>

  /// Creates a node.
  package init(_ value: Value, range: Range<Int> = 0..<0) {
    self.value = value
    self.range = range
  }

  /// A value with what it holds.
  package enum Value: Sendable {
    case null
    case boolean(Bool)
    /// A number, as written.
    case number(JSONNumber)
    /// A string, decoded; lone surrogates are U+FFFD in it.
    case string(String)
    /// The elements, in order.
    case array([JSONNode])
    /// The members, in order and with duplicates.
    case object([JSONMember])
  }

  /// The six sorts of value.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case null, boolean, number, string, array, object
  }

  /// Which sort of value it is.
  package var kind: Kind {
    switch value {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}

/// A name with its value in a JSON object.
package struct JSONMember: Hashable, Sendable {
  /// The name, decoded.
  package var name: String

  /// Where the name stands with its quotes, in bytes.
  package var nameRange: Range<Int>

  /// The value.
  package var value: JSONNode

  /// Creates a member.
  package init(_ name: String, _ value: JSONNode, nameRange: Range<Int> = 0..<0) {
    self.name = name
    self.value = value
    self.nameRange = nameRange
  }
}
