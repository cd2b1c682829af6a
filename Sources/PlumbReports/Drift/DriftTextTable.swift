import PlumbDrift

/// A table with both sides beside each other, in columns of a terminal: the rows that changed, and
/// what is around them.
struct DriftTextTable {
  let ink: Ink
  let width: Int

  /// The table, with its title above it.
  func lines(of table: DriftTable, in report: DriftReport) -> [String] {
    let status = table.status == 200 ? "" : ", status \(table.status)"
    let title = "\(table.operation)\(status)   \(table.title)"
    var lines = title.wrapped(to: width, then: width - 2).map { ink.paint($0, as: .strong) }
    guard !table.rows.isEmpty else { return lines }
    let columns = DriftWords.columns(of: report)
    lines += cells("field", columns.before, columns.after, mark: " ").map {
      ink.paint($0, as: .faint)
    }
    var isCut = false
    for (index, row) in table.rows.enumerated() {
      guard isShown(index, of: table.rows) else {
        if !isCut { lines.append(ink.paint("  \u{2026}", as: .faint)) }
        isCut = true
        continue
      }
      isCut = false
      let isChanged = !row.changes.isEmpty
      let indent = String(repeating: "  ", count: row.level)
      let name = indent + (row.name.isEmpty ? "(the body)" : row.name)
      let block = cells(
        name,
        row.before.isEmpty ? "-" : row.before,
        row.after.isEmpty ? "-" : row.after,
        mark: isChanged ? "!" : " "
      )
      let gravest = row.changes.map { report.changes[$0].consequence }.max()
      lines += block.map { line in
        gravest.map { ink.paint(line, as: .severity(DriftWords.severity(of: $0))) } ?? line
      }
    }
    return lines
  }

  /// Whether a row is shown: what changed, the objects around it, and its neighbours.
  private func isShown(_ index: Int, of rows: [DriftTable.Row]) -> Bool {
    let near = max(index - 1, 0)...min(index + 1, rows.count - 1)
    if near.contains(where: { !rows[$0].changes.isEmpty }) { return true }
    let level = rows[index].level
    return rows[(index + 1)...].prefix { $0.level > level }.contains { !$0.changes.isEmpty }
  }

  /// One row in as many lines as its longest cell takes.
  private func cells(_ name: String, _ before: String, _ after: String, mark: String) -> [String] {
    let rest = width - 8
    let first = rest * 3 / 10
    let second = rest * 3 / 10
    let third = rest - first - second
    let depth = name.prefix { $0 == " " }.count
    let indent = String(repeating: " ", count: min(depth, first / 2))
    let names = String(name.dropFirst(depth)).wrapped(to: first - indent.count, limit: 3)
      .map { indent + $0 }
    let columns = [
      (names, first), (before.wrapped(to: second, limit: 4), second),
      (after.wrapped(to: third, limit: 4), third),
    ]
    let height = columns.map(\.0.count).max() ?? 1
    return (0..<height).map { line in
      let parts = columns.map { texts, size in
        let text = line < texts.count ? texts[line] : ""
        return text + String(repeating: " ", count: max(size - DisplayWidth.of(text), 0))
      }
      let text = "\(line == 0 ? mark : " ") \(parts.joined(separator: "  "))"
      let end = text.lastIndex { $0 != " " }
      return end.map { String(text[...$0]) } ?? ""
    }
  }
}
