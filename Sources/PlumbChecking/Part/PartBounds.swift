import PlumbModel

/// What the numbers in a part may be: those of the contracts that it was made with, and of its files.
struct PartBounds {
  let plan: CheckPlan
  /// The files of the part, in the order of their names.
  var names: [String] = []

  /// The number of files.
  var files: Int { names.count }

  /// Whether a key names a row, a parameter or a response that there is.
  func holds(_ key: FindingKey) -> Bool {
    if key.table >= 0 {
      guard plan.tables.indices.contains(Int(key.table)) else { return false }
      let table = plan.tables[Int(key.table)].plan
      let isOfBody = [.body, .fields].contains((key.underlying ?? key.rule).rule.family)
      return isOfBody && table.nodes.indices.contains(Int(key.node))
        && table.rows.indices.contains(Int(key.node))
    }
    guard plan.operations.indices.contains(-1 - Int(key.table)) else { return false }
    let operation = plan.operations[-1 - Int(key.table)]
    let node = Int(key.node)
    switch key.underlying ?? key.rule {
    case .headerMissing, .contentType: return operation.responses.indices.contains(node)
    case .statusForBadRequest:
      return node < 0 || operation.contract.parameters.indices.contains(node)
    default: return true
    }
  }
}
