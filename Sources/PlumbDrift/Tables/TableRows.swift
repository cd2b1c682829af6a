/// Puts the rows of two tables beside each other.
struct TableRows {
  let changes: [Change]
  /// The changes of this table, as indices into ``changes``.
  let indices: [Int]

  /// The rows in the order before; what is new stands behind what stands in front of it.
  func rows(_ before: TableNode, _ after: TableNode) -> [DriftTable.Row] {
    var rows: [DriftTable.Row] = []
    if indices.contains(where: { changes[$0].row == "" }) {
      rows.append(row(before, after, level: 0))
    }
    add(before.children, after.children, level: 0, to: &rows)
    return rows
  }

  private func add(
    _ before: [TableNode],
    _ after: [TableNode],
    level: Int,
    to rows: inout [DriftTable.Row]
  ) {
    for (one, other) in pairs(before, after) {
      rows.append(row(one, other, level: level))
      add(one?.children ?? [], other?.children ?? [], level: level + 1, to: &rows)
    }
  }

  private func row(_ one: TableNode?, _ other: TableNode?, level: Int) -> DriftTable.Row {
    let field = one?.field ?? other?.field ?? ""
    return DriftTable.Row(
      field: field,
      name: name(one, other),
      level: level,
      before: one?.words ?? "",
      after: other?.words ?? "",
      changes: indices.filter { isAbout(changes[$0], field) },
      seenBefore: one?.sight,
      seenAfter: other?.sight
    )
  }

  /// Whether a change is about a row, its items, or a row that came in the place of its own.
  private func isAbout(_ change: Change, _ field: String) -> Bool {
    guard let row = change.row else { return false }
    if row == field || row == "\(field)/*" { return true }
    let parent = RowPointer.parent(of: row)
    return change.rule == .rowRenamed && RowPointer.member(change.after, of: parent) == field
      || change.rule == .rowMoved && change.after == field
  }

  private func name(_ one: TableNode?, _ other: TableNode?) -> String {
    guard let one, let other, one.name != other.name else { return one?.name ?? other?.name ?? "" }
    return "\(one.name) \u{2192} \(other.name)"
  }

  /// The rows of one object, each with what it is on the other side; one that is there under
  /// another name stands beside that.
  private func pairs(
    _ before: [TableNode],
    _ after: [TableNode]
  ) -> [(TableNode?, TableNode?)] {
    var pairs: [(TableNode?, TableNode?)] = before.map { one in
      let same = after.first { $0.name == one.name }
      return (one, same ?? after.first { $0.name == newNames[one.field] })
    }
    let known = Set(pairs.compactMap { $0.1?.name })
    for (index, other) in after.enumerated() where !known.contains(other.name) {
      let names = Set(after[..<index].map(\.name))
      let place = pairs.lastIndex { names.contains($0.1?.name ?? "") }
      pairs.insert((nil, other), at: place.map { $0 + 1 } ?? 0)
    }
    return pairs
  }

  /// The names that rows have after, by the row before.
  private var newNames: [String: String] {
    var names: [String: String] = [:]
    for index in indices where changes[index].rule == .rowRenamed {
      if let row = changes[index].row { names[row] = changes[index].after }
    }
    return names
  }
}
