public import PlumbText

/// One documented parameter of a request.
public struct Parameter: Hashable, Sendable {
  /// Where in the request it stands.
  public enum Location: String, Hashable, Sendable, CaseIterable {
    case path, query, header
  }

  /// How a list is written.
  public enum ListStyle: String, Hashable, Sendable, CaseIterable {
    /// All items in one value, separated by commas.
    case comma
    /// The parameter repeated, once for each item.
    case repeated
  }

  /// The value that holds when the parameter is left out.
  public enum Default: Hashable, Sendable {
    /// This very text.
    case text(String)
    /// Another parameter's value, plus a number (which may be negative).
    case relative(to: String, plus: Int)
  }

  /// The name as the request spells it.
  public var name: String

  /// Where in the request it stands.
  public var location: Location

  /// The type of the value, or of one item when it is a list.
  public var type: FieldType

  /// How a list is written; `nil` when the parameter is no list.
  public var list: ListStyle?

  /// Whether it may be left out. Path parameters may not.
  public var isOptional: Bool

  /// The value that holds when it is left out.
  public var defaultValue: Default?

  /// Whether its value is a credential, to be redacted wherever it is written.
  public var isSecret: Bool

  /// Where the parameter stands in its contract.
  public var place: SourcePlace

  /// Creates a parameter.
  public init(
    name: String,
    location: Location,
    type: FieldType,
    list: ListStyle? = nil,
    isOptional: Bool = false,
    defaultValue: Default? = nil,
    isSecret: Bool = false,
    place: SourcePlace
  ) {
    self.name = name
    self.location = location
    self.type = type
    self.list = list
    self.isOptional = isOptional
    self.defaultValue = defaultValue
    self.isSecret = isSecret
    self.place = place
  }
}
