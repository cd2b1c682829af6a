public import PlumbText

/// How a listing is sorted.
public struct SortOrder: Hashable, Sendable {
  /// The parameter that chooses among ``choices``; `nil` when the order is fixed.
  public var parameter: String?

  /// The documented orders; with a ``parameter``, one for each of its values.
  public var choices: [Choice]

  /// Where the order stands in its contract.
  public var place: SourcePlace

  /// Creates an order.
  public init(parameter: String? = nil, choices: [Choice], place: SourcePlace) {
    self.parameter = parameter
    self.choices = choices
    self.place = place
  }

  /// One order, and the readings that its documentation leaves open.
  public struct Choice: Hashable, Sendable {
    /// The value of the parameter that asks for it; `nil` when the order is fixed.
    public var value: String?

    /// The readings; one must hold for a whole chain. Several stand under `one of`.
    public var readings: [[SortKey]]

    /// Where it stands in its contract.
    public var place: SourcePlace

    /// Creates a choice.
    public init(value: String?, readings: [[SortKey]], place: SourcePlace) {
      self.value = value
      self.readings = readings
      self.place = place
    }
  }
}

/// One key of a sort order.
public struct SortKey: Hashable, Sendable {
  /// Which way the key runs.
  public enum Direction: String, Hashable, Sendable {
    case ascending, descending
    /// The documentation does not say.
    case either
  }

  /// How two key values compare.
  public enum Collation: String, Hashable, Sendable {
    /// Scalar by scalar after lower-casing each; the default for strings.
    case text
    /// Byte by byte in UTF-8.
    case bytes
    /// As numbers.
    case numeric
  }

  /// How the values of one item become its key.
  public enum Term: Hashable, Sendable {
    /// The value at a path inside the item.
    case value(FieldPath)
    /// The number of items at a path.
    case count(FieldPath)
    /// The first of the values at a path.
    case first(FieldPath)
    /// The least of the values at a path.
    case least(FieldPath)
  }

  /// The terms, which are added up when there are several.
  public var terms: [Term]

  /// Which way the key runs.
  public var direction: Direction

  /// How values compare; `nil` for the default of their type.
  public var collation: Collation?

  /// Creates a key.
  public init(terms: [Term], direction: Direction = .ascending, collation: Collation? = nil) {
    self.terms = terms
    self.direction = direction
    self.collation = collation
  }
}
