import PlumbChecking
import PlumbDrift

/// The field table of one response on the page, with both sides beside each other.
struct DriftPageTable {
  /// A row.
  struct Row {
    var field: String
    var name: String
    var indent: Int
    var before: String
    var after: String
    var seenBefore: DriftPageSight?
    var seenAfter: DriftPageSight?
    var kind: String
    var changes: [DriftPageChange]
  }

  let id: String
  let title: String
  let operation: String
  let status: String
  let before: String
  let after: String
  let rows: HTMLList<Row>?
  let changes: [DriftPageChange]

  init(_ table: DriftTable, rank: Int, changes: [DriftPageChange], of report: DriftReport) {
    id = "table-\(rank + 1)"
    title = table.title.visible
    operation = table.operation.visible
    status = table.status == 200 ? "" : ", status \(table.status)"
    let columns = DriftWords.columns(of: report)
    before = columns.before.capitalizedFirst
    after = columns.after.capitalizedFirst
    rows = HTMLList(
      table.rows.map { row in
        let gravest = row.changes.map { report.changes[$0].consequence }.max()
        return Row(
          field: row.field.visible,
          name: row.name.isEmpty ? "(the body)" : row.name.visible,
          indent: min(row.level, 12),
          before: row.before.visible,
          after: row.after.visible,
          seenBefore: row.seenBefore.flatMap(DriftPageSight.init),
          seenAfter: row.seenAfter.flatMap(DriftPageSight.init),
          kind: gravest.map { DriftWords.severity(of: $0).rawValue } ?? "same",
          changes: row.changes.map { changes[$0] }
        )
      }
    )
    let own = table.changes + table.rows.flatMap(\.changes)
    self.changes = own.map { changes[$0] }
  }
}

extension String {
  /// The text with its first letter as a capital.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
