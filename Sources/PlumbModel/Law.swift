public import PlumbText

/// A named relation between values of one response, or of several.
public struct Law: Hashable, Sendable {
  /// The name, unique in its contract.
  public var name: String

  /// The law as the contract writes it.
  public var text: String

  /// The list whose items are judged one by one; `nil` when the body is judged as a whole.
  public var each: FieldPath?

  /// What is compared.
  public var left: Operand

  /// How it is compared.
  public var relation: Relation

  /// What it is compared with; `nil` for ``Relation/unique`` and the counting relations.
  public var right: Operand?

  /// Where the law stands in its contract.
  public var place: SourcePlace

  /// Creates a law.
  public init(
    name: String,
    text: String,
    each: FieldPath? = nil,
    left: Operand,
    relation: Relation,
    right: Operand? = nil,
    place: SourcePlace
  ) {
    self.name = name
    self.text = text
    self.each = each
    self.left = left
    self.relation = relation
    self.right = right
    self.place = place
  }

  /// How the two sides are compared.
  public enum Relation: Hashable, Sendable {
    /// `=`
    case equal
    /// `<=`
    case atMostEqual
    /// `<`
    case less
    /// Every left value is among the right ones.
    case within
    /// No left value is among the right ones.
    case apartFrom
    /// Every right value is among the left ones.
    case contains
    /// No two left values are equal.
    case unique
    /// There are at most so many left values.
    case atMost(Int)
    /// There are more than so many left values.
    case moreThan(Int)
  }

  /// One side of a law.
  public enum Operand: Hashable, Sendable {
    /// Values of this response's body, or of the item under ``Law/each``.
    case path(FieldPath)
    /// Values of another operation's whole listing: `(operation).path`.
    case other(contract: String, FieldPath)
    /// A parameter of the request: `{name}`.
    case parameter(String)
    /// A literal: a number, or a quoted string.
    case literal(String)
  }
}
