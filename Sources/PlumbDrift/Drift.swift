import PlumbChecking
import PlumbModel

/// Compares tables: documents with documents, with what was observed, or observations with later
/// ones.
///
/// ```
/// side before, side after ─▶ changes (catalogue) ─▶ tables (what to write into the manual) ─▶ DriftReport
/// ```
public struct Drift: Sendable {
  /// What observations are held to.
  private let documents: Documents

  /// Prepares a comparison.
  ///
  /// - Parameter documents: What observations on both sides are held to.
  public init(documents: Documents) {
    self.documents = documents
  }

  /// Compares the first side with the last; those between make the time line.
  ///
  /// - Parameter sides: Two or more, in order of time.
  public func report(on sides: [DriftSide]) -> DriftReport {
    guard let first = sides.first, let last = sides.last else {
      return DriftReport(
        moments: [],
        changes: [],
        tables: [],
        compared: 0,
        unmet: [],
        unseen: []
      )
    }
    let changes = Self.sorted(changes(from: first, to: last))
    let moments = sides.enumerated().map { index, side in
      let states: [DriftReport.Moment.State]
      if index == 0 {
        states = changes.map { _ in .kept }
      } else if index == sides.count - 1 {
        states = changes.map { _ in .changed }
      } else {
        states = self.states(of: changes, from: first, at: side)
      }
      return DriftReport.Moment(
        label: side.label,
        isObserved: side.sight != nil,
        exchanges: side.sight?.report.summary.exchanges ?? 0,
        states: states
      )
    }
    let never = (last.sight ?? first.sight)?.report.coverage.never ?? []
    // A whole operation is named without what is in it.
    return DriftReport(
      moments: moments,
      changes: changes,
      tables: Self.sorted(
        TableMaker(documents: documents, changes: changes).tables(first, last),
        by: changes
      ),
      compared: compared(first, last),
      unmet: never.filter { !$0.contains(" ") },
      unseen: never.filter { $0.contains(" ") }
    )
  }

  /// How many operations both sides speak of.
  private func compared(_ before: DriftSide, _ after: DriftSide) -> Int {
    switch (before.content, after.content) {
    case (.documented(let old), .documented(let new)):
      OperationPairs(old.contracts, new.contracts).common.count
    case (.documented, .observed(let sight)), (.observed(let sight), .documented):
      sight.report.coverage.operations.exercised
    case (.observed(let old), .observed(let new)):
      old.operations.intersection(new.operations).count
    }
  }

  // MARK: - Changes

  /// The changes from one side to another, in no particular order.
  private func changes(from before: DriftSide, to after: DriftSide) -> [Change] {
    let changes: [Change]
    switch (before.content, after.content) {
    case (.documented(let old), .documented(let new)):
      changes = DocumentComparison(before: old, after: new).changes()
    case (.documented(let old), .observed(let new)):
      changes = BreachReading(documents: old).changes(new)
    case (.observed(let old), .documented(let new)):
      changes = BreachReading(documents: new).changes(old).map(\.mirrored)
    case (.observed(let old), .observed(let new)):
      changes = SightComparison(documents: documents, before: old, after: new).changes()
    }
    return MoveFinder.joined(changes)
  }

  private func states(
    of changes: [Change],
    from before: DriftSide,
    at side: DriftSide
  ) -> [DriftReport.Moment.State] {
    let found = Set(self.changes(from: before, to: side).map(Mark.init))
    let met = side.sight.map(Exercise.init)
    return changes.map { change in
      if found.contains(Mark(change)) { return .changed }
      return met?.holds(change) == false ? .unseen : .kept
    }
  }

  /// What makes two changes the same, however often they show.
  private struct Mark: Hashable {
    let kind: ChangeKind
    let operation: String
    let subject: Change.Subject

    init(_ change: Change) {
      kind = change.rule.kind
      operation = change.operation
      subject = change.subject
    }
  }

  /// The tables with the graver changes first.
  private static func sorted(_ tables: [DriftTable], by changes: [Change]) -> [DriftTable] {
    func gravity(_ table: DriftTable) -> Int {
      let own = table.changes + table.rows.flatMap(\.changes)
      // Changes are sorted: the first one is the gravest.
      return own.min() ?? changes.count
    }
    return tables.enumerated().sorted {
      (gravity($0.element), $0.offset) < (gravity($1.element), $1.offset)
    }
    .map(\.element)
  }

  private static func sorted(_ changes: [Change]) -> [Change] {
    changes.enumerated().sorted { one, other in
      if one.element.consequence != other.element.consequence {
        return one.element.consequence > other.element.consequence
      }
      if one.element.operation != other.element.operation {
        return one.element.operation < other.element.operation
      }
      let (row, otherRow) = (one.element.row ?? "", other.element.row ?? "")
      return (row, one.offset) < (otherRow, other.offset)
    }
    .map(\.element)
  }
}

extension DriftSide {
  /// What is promised; `nil` for what was observed.
  public var documents: Documents? {
    if case .documented(let documents) = content { documents } else { nil }
  }

  /// What was observed; `nil` for documents.
  public var sight: Sight? {
    if case .observed(let sight) = content { sight } else { nil }
  }
}
