public import PlumbText

/// The documented type of a value, with what narrows it.
public struct FieldType: Hashable, Sendable {
  /// The kind of value.
  public indirect enum Shape: Hashable, Sendable {
    case string
    case integer
    case number
    case boolean
    /// Any value at all, `null` included.
    case any
    case object(ObjectType)
    /// A list whose items have one type.
    case list(FieldType)
    /// A type of ``API/types``, by its name; the only way a type can hold itself.
    case named(String)
  }

  /// The kind of value.
  public var shape: Shape

  /// Whether `null` is documented besides.
  public var isNullable: Bool

  /// What else must hold of the value.
  public var narrowing: Narrowing

  /// Creates a type.
  public init(_ shape: Shape, isNullable: Bool = false, narrowing: Narrowing = Narrowing()) {
    self.shape = shape
    self.isNullable = isNullable
    self.narrowing = narrowing
  }

  /// The type itself, when it is a name; a name that is not known, or circular, stays.
  ///
  /// - Parameter types: The API's own types.
  package func resolved(by types: [String: FieldType]) -> FieldType {
    var type = self
    var steps = 0
    while case .named(let name) = type.shape, let next = types[name], steps <= types.count {
      let isNullable = type.isNullable || next.isNullable
      type = next
      type.isNullable = isNullable
      steps += 1
    }
    return type
  }

  /// The word of the notation for the kind: `string`, `integer` … `object`, `list`, or the name.
  public var word: String {
    switch shape {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .any: "any"
    case .object: "object"
    case .list: "list"
    case .named(let name): name
    }
  }
}

/// The members of a documented object.
public struct ObjectType: Hashable, Sendable {
  /// The rows, in the order of the documentation.
  public var rows: [Row]

  /// The type of members that no row names; `nil` when there must be none (a closed object).
  public var others: FieldType?

  /// Creates an object type.
  public init(rows: [Row], others: FieldType? = nil) {
    self.rows = rows
    self.others = others
  }
}

/// One row of a documented field table.
public struct Row: Hashable, Sendable {
  /// The name of the member.
  public var name: String

  /// Whether the documentation marks it *optional*.
  public var isOptional: Bool

  /// Its documented type.
  public var type: FieldType

  /// What the documentation says of where its value comes from.
  public var source: String?

  /// Whether its value is a credential, to be redacted wherever it is written.
  public var isSecret: Bool

  /// Where the row stands in its contract.
  public var place: SourcePlace

  /// Creates a row.
  public init(
    name: String,
    isOptional: Bool = false,
    type: FieldType,
    source: String? = nil,
    isSecret: Bool = false,
    place: SourcePlace
  ) {
    self.name = name
    self.isOptional = isOptional
    self.type = type
    self.source = source
    self.isSecret = isSecret
    self.place = place
  }
}

/// What must hold of a value besides its kind; an empty one narrows nothing.
public struct Narrowing: Hashable, Sendable {
  /// A documented format of a string.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// RFC 3339, section 5.6.
    case dateTime = "date-time"
    /// RFC 3986, an absolute URI.
    case uri
  }

  /// The least number, itself allowed.
  public var minimum: JSONNumber?

  /// The greatest number, itself allowed.
  public var maximum: JSONNumber?

  /// The only values allowed, as they are written in the notation; empty when any is.
  ///
  /// For a `string` they are its text, for a number JSON numbers, for a boolean `true`, `false`.
  public var values: [String]

  /// What the whole string must match.
  public var pattern: Pattern?

  /// The format of the string.
  public var format: Format?

  /// The least length of a string in Unicode scalars, or of a list in items.
  public var minimumLength: Int?

  /// The greatest length of a string in Unicode scalars, or of a list in items.
  public var maximumLength: Int?

  /// Whether no two items of a list may be equal.
  public var isUnique: Bool

  /// Creates a narrowing.
  public init(
    minimum: JSONNumber? = nil,
    maximum: JSONNumber? = nil,
    values: [String] = [],
    pattern: Pattern? = nil,
    format: Format? = nil,
    minimumLength: Int? = nil,
    maximumLength: Int? = nil,
    isUnique: Bool = false
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.values = values
    self.pattern = pattern
    self.format = format
    self.minimumLength = minimumLength
    self.maximumLength = maximumLength
    self.isUnique = isUnique
  }

  /// Whether it narrows nothing.
  public var isEmpty: Bool { self == Narrowing() }
}
