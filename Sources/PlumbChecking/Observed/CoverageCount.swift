import PlumbModel

/// Counts what was met of what the contracts describe.
struct CoverageCount {
  let plan: CheckPlan
  let extract: Extract

  /// The totals, and what was never met.
  func coverage() -> Report.Coverage {
    var never: [String] = []
    var operations = Report.Coverage.Ratio(exercised: 0, of: plan.operations.count)
    var responses = Report.Coverage.Ratio(exercised: 0, of: 0)
    var rows = Report.Coverage.Ratio(exercised: 0, of: 0)
    for (index, operation) in plan.operations.enumerated() {
      let isExercised = extract.judged[index] > 0
      if isExercised { operations.exercised += 1 } else { never.append(operation.name) }
      for (rank, response) in operation.responses.enumerated() {
        responses.of += 1
        let isMet = extract.responses[index][rank] > 0
        if isMet { responses.exercised += 1 }
        if !isMet, isExercised {
          never.append("\(operation.name) status \(response.contract.status)")
        }
        guard let table = response.table else { continue }
        count(table, isMet ? operation.name : nil, &rows, &never)
      }
    }
    return Report.Coverage(operations: operations, responses: responses, rows: rows, never: never)
  }

  /// Counts the rows of a table; those never met are named when `name` is given.
  private func count(
    _ index: Int,
    _ name: String?,
    _ rows: inout Report.Coverage.Ratio,
    _ never: inout [String]
  ) {
    let table = plan.tables[index].plan
    let numbered = table.rows.indices.filter { table.rows[$0].number != nil }
    for node in numbered.sorted(by: { (table.rows[$0].number ?? 0) < (table.rows[$1].number ?? 0) })
    {
      rows.of += 1
      if extract.tables[index].values[node] > 0 {
        rows.exercised += 1
      } else if let name {
        never.append("\(name) \(table.rows[node].field)")
      }
    }
  }
}
