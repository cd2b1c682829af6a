import PlumbModel

/// Says what was seen of every row.
struct ObservationWriter {
  let plan: CheckPlan
  let extract: Extract

  /// The tables that a body was read for, in the order of the contracts.
  func observations() -> [TableObservation] {
    plan.tables.indices.compactMap { index in
      guard extract.bodies[index] > 0 else { return nil }
      let table = plan.tables[index]
      let operation = plan.operations[table.operation]
      return TableObservation(
        operation: operation.name,
        status: operation.responses[table.response].contract.status,
        bodies: extract.bodies[index],
        rows: rows(of: index)
      )
    }
  }

  private func rows(of index: Int) -> [RowObservation] {
    let table = plan.tables[index].plan
    let presence = extract.tables[index]
    let totals = ObservedTotals(plan: table, presence: presence, bodies: extract.bodies[index])
    let objects = totals.objectsByOwner()
    let numbered = table.rows.indices.filter { table.rows[$0].number != nil }
    return numbered.sorted { (table.rows[$0].number ?? 0) < (table.rows[$1].number ?? 0) }
      .map { node in
        let row = table.rows[node]
        let parent = Int(table.nodes[node].parent)
        return RowObservation(
          field: row.field,
          documented: row.documented,
          isOptional: row.isOptional,
          present: presence.values[node],
          of: parent > 0 ? objects[table.nodes[parent].owner] ?? 0 : extract.bodies[index],
          types: types(of: node, table, presence)
        )
      }
  }

  private func types(
    of node: Int,
    _ table: TablePlan,
    _ presence: PresenceCounts
  ) -> [RowObservation.TypeCount] {
    var counts: [String: Int] = [:]
    var others = 0
    for kind in JSONKind.allCases {
      let other = PresenceCounts.Other(node: Int32(node), kind: kind)
      guard let count = presence.others[other] else { continue }
      counts[kind.word, default: 0] += count
      others += count
    }
    let conforming = presence.values[node] - others
    if conforming > 0 { counts[table.nodes[node].kind.word, default: 0] += conforming }
    return counts.sorted { $0.key < $1.key }
      .map { RowObservation.TypeCount(type: $0.key, count: $0.value) }
  }
}

extension TablePlan.Kind {
  /// The notation's word for the kind.
  var word: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .any: "any"
    case .object: "object"
    case .list: "list"
    }
  }
}
