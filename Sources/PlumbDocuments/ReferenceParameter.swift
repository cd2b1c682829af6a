/// One row of a parameter table, in the words of a reference page.
public struct ReferenceParameter: Hashable, Sendable {
  /// The name of the parameter.
  public var name: String

  /// Whether the page marks it *required*; path parameters are never marked.
  public var isRequired: Bool

  /// Its type as the page words it.
  public var type: String

  /// The value that holds when it is left out; `nil` is shown as `(none)`.
  public var defaultValue: String?

  /// What narrows the type besides, which the tables of pages have no words for; code stands
  /// between backquotes.
  public var details: [String] = []

  /// Creates a row.
  public init(name: String, isRequired: Bool, type: String, defaultValue: String? = nil) {
    self.name = name
    self.isRequired = isRequired
    self.type = type
    self.defaultValue = defaultValue
  }

  /// The row of a table that has no defaults: `code | integer Values: 1–5 |`.
  var shortLine: String {
    "\(ReferenceTable.escaped(name)) | \(ReferenceTable.escaped(type)) |"
  }

  /// The row of a table with defaults: `keyword required | string | (none) |`.
  var line: String {
    let name = ReferenceTable.escaped(name) + (isRequired ? " required" : "")
    let value = ReferenceTable.escaped(defaultValue ?? "(none)")
    return "\(name) | \(ReferenceTable.escaped(type)) | \(value) |"
  }
}
