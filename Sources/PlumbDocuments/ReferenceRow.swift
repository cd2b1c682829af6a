/// One row of a field table, in the words of a reference page.
public struct ReferenceRow: Hashable, Sendable {
  /// The name of the member; `...` for those that no row names.
  public var name: String

  /// How deep it is nested; 0 at the top.
  public var level: Int

  /// Whether it may be absent.
  public var isOptional: Bool

  /// Whether the rows behind it, one level deeper, are its members.
  public var containsNested: Bool

  /// Its type as the page words it: `string`, `list of objects`, `integer Values: 1–5`.
  public var type: String

  /// What narrows the type besides, which the tables of pages have no words for; code stands
  /// between backquotes.
  public var details: [String] = []

  /// Creates a row.
  public init(
    name: String,
    level: Int = 0,
    isOptional: Bool = false,
    containsNested: Bool = false,
    type: String
  ) {
    self.name = name
    self.level = level
    self.isOptional = isOptional
    self.containsNested = containsNested
    self.type = type
  }
}

extension ReferenceRow: CustomStringConvertible {
  /// The row as the page shows it: `href (nested at level 1) | string |`.
  public var description: String {
    var cell = ReferenceTable.escaped(name)
    if level > 0 { cell += " (nested at level \(level))" }
    if containsNested { cell += " (contains nested items)" }
    if isOptional { cell += " optional" }
    return "\(cell) | \(ReferenceTable.escaped(type)) |"
  }
}
