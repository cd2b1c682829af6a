public import PlumbText

/// Where the addresses at one place of a body lead.
public struct Link: Hashable, Sendable {
  /// The place of the addresses.
  public var at: FieldPath

  /// The target below the server, as the contract writes it, e.g. `/occupations/{.code}/`.
  public var target: String

  /// The parts of the target.
  public var parts: [Part]

  /// Where the link stands in its contract.
  public var place: SourcePlace

  /// Creates a link.
  public init(at: FieldPath, target: String, parts: [Part], place: SourcePlace) {
    self.at = at
    self.target = target
    self.parts = parts
    self.place = place
  }

  /// A part of a link's target.
  public enum Part: Hashable, Sendable {
    /// This very text.
    case text(String)
    /// The request's parameter: `{name}`.
    case parameter(String)
    /// A member of an enclosing object: `{.name}` is 0 levels up, `{..name}` 1, and so on.
    case member(levelsUp: Int, FieldPath)
  }
}
