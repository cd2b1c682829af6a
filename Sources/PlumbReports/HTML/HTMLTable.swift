import PlumbChecking

/// A documented field table with what was seen beside each row.
struct HTMLTable {
  /// A row.
  struct Row {
    var name: String
    var indent: String
    var field: String
    var documented: String
    var isOptional: Bool
    var isUndocumented: Bool
    var share: HTMLShare
    var types: String
    var findings: [Link]
    /// The class that colours the row.
    var kind: String
  }

  /// A finding that is about a row.
  struct Link {
    var id: String
    var rule: String
    var severity: String
  }

  let status: Int
  let bodies: String
  let rows: [Row]
  /// Whether a row has a finding, so that the table is shown at once.
  let isOpen: Bool

  init(_ table: TableObservation, findings: [HTMLFinding]) {
    status = table.status
    bodies = table.bodies.of("answer")
    let links = Dictionary(grouping: findings) { $0.field ?? "" }
    rows = table.rows.map { Self.row($0, links[$0.field] ?? []) }
    isOpen = rows.contains { !$0.findings.isEmpty }
  }

  private static func row(_ row: RowObservation, _ findings: [HTMLFinding]) -> Row {
    let tokens = row.field.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      .map { $0.replacing("~1", with: "/").replacing("~0", with: "~") }
    let depth = max(tokens.count { $0 != "*" } - 1, 0)
    let name = tokens.last == "*" ? "each item" : tokens.last ?? "(the whole body)"
    return Row(
      name: String(name).visible,
      indent: "\(depth)",
      field: row.field.visible,
      documented: row.documented ?? "not documented",
      isOptional: row.isOptional,
      isUndocumented: row.documented == nil,
      share: HTMLShare(row.field, row.present, of: row.of),
      types: row.types.map { "\($0.type)" + (row.types.count > 1 ? " \($0.count.grouped)" : "") }
        .joined(separator: ", "),
      findings: findings.map { Link(id: $0.id, rule: $0.rule, severity: $0.severity) },
      kind: findings.first?.severity ?? (row.documented == nil ? "warning" : "")
    )
  }
}
