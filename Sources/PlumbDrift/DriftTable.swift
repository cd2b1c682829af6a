/// The field table of one response, before and after.
public struct DriftTable: Hashable, Sendable {
  /// One row of it.
  public struct Row: Hashable, Sendable {
    /// The row as a JSON Pointer with `*` for each index.
    public var field: String
    /// The name of the member; empty for the body itself.
    public var name: String
    /// How deep it is nested, as manuals count: members of the root are at 0.
    public var level: Int
    /// What is there before; empty when nothing is.
    public var before: String
    /// What is there after; empty when nothing is.
    public var after: String
    /// The changes of the row, as indices into ``DriftReport/changes``.
    public var changes: [Int]
    /// What was seen of it before; `nil` where that side is documented, or has no such row.
    public var seenBefore: RowSight?
    /// What was seen of it after.
    public var seenAfter: RowSight?

    /// Creates a row.
    public init(
      field: String,
      name: String,
      level: Int,
      before: String,
      after: String,
      changes: [Int],
      seenBefore: RowSight? = nil,
      seenAfter: RowSight? = nil
    ) {
      self.field = field
      self.name = name
      self.level = level
      self.before = before
      self.after = after
      self.changes = changes
      self.seenBefore = seenBefore
      self.seenAfter = seenAfter
    }
  }

  /// The operation, as `api/operation`.
  public var operation: String
  /// Its title.
  public var title: String
  /// The status of the response.
  public var status: Int
  /// The rows: in the order before, what is new behind what stands in front of it.
  public var rows: [Row]
  /// The changes that concern no row of it, as indices into ``DriftReport/changes``.
  public var changes: [Int]

  /// Creates a table.
  public init(
    operation: String,
    title: String,
    status: Int,
    rows: [Row],
    changes: [Int]
  ) {
    self.operation = operation
    self.title = title
    self.status = status
    self.rows = rows
    self.changes = changes
  }
}
