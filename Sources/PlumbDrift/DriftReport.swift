/// Where two tables part ways: one value from which every format is written.
public struct DriftReport: Hashable, Sendable {
  /// A side that was looked at, for the heading and the time line.
  public struct Moment: Hashable, Sendable {
    /// How a change stands at a side.
    public enum State: String, Hashable, Sendable {
      /// As before.
      case kept
      /// Changed.
      case changed
      /// Its operation was not met.
      case unseen
    }

    /// What the side is called.
    public var label: String

    /// Whether it is what was observed, and not what is documented.
    public var isObserved: Bool

    /// How many exchanges were looked at; 0 for documents.
    public var exchanges: Int

    /// How each of ``DriftReport/changes`` stands here.
    public var states: [State]

    /// Creates a side.
    public init(label: String, isObserved: Bool, exchanges: Int, states: [State]) {
      self.label = label
      self.isObserved = isObserved
      self.exchanges = exchanges
      self.states = states
    }
  }

  /// The sides: the one before, those between, the one after.
  public var moments: [Moment]

  /// The changes from the first side to the last: the graver first, then by operation and row.
  public var changes: [Change]

  /// The tables of the operations that both sides speak of: the graver changes first, then in the
  /// order of the documents.
  public var tables: [DriftTable]

  /// How many operations both the first and the last side speak of; with none, nothing is known.
  public var compared: Int

  /// The documented operations that were never met, e.g. `books/books.list`.
  public var unmet: [String]

  /// What else was documented and never met, e.g. `books/books.list /items/*/note`.
  public var unseen: [String]

  /// Creates a report.
  public init(
    moments: [Moment],
    changes: [Change],
    tables: [DriftTable],
    compared: Int,
    unmet: [String],
    unseen: [String]
  ) {
    self.moments = moments
    self.changes = changes
    self.tables = tables
    self.compared = compared
    self.unmet = unmet
    self.unseen = unseen
  }

  /// How many changes are of a consequence.
  public func count(_ consequence: Consequence) -> Int {
    changes.count { $0.consequence == consequence }
  }
}
