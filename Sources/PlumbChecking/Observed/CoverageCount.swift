import PlumbModel

/// Counts what was met of what the contracts describe.
struct CoverageCount {
  let plan: CheckPlan
  let extract: Extract
  let conversation: ConversationJudge.Outcome

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
    var coverage = Report.Coverage(
      operations: operations,
      responses: responses,
      rows: rows,
      never: never
    )
    countListings(&coverage)
    countLaws(&coverage)
    return coverage
  }

  /// Counts orders, last pages and empty results; of operations that were met at all, what was
  /// never seen is named.
  private func countListings(_ coverage: inout Report.Coverage) {
    for (index, operation) in plan.operations.enumerated()
    where operation.conversation.listing != nil {
      let chains = conversation.chains.filter { $0.operation == index }
      func note(_ ratio: inout Report.Coverage.Ratio, _ isMet: Bool, _ what: String) {
        ratio.of += 1
        if isMet { ratio.exercised += 1 }
        if !isMet, extract.judged[index] > 0 { coverage.never.append("\(operation.name) \(what)") }
      }
      if operation.contract.paging != nil {
        var last = coverage.lastPages
        note(&last, chains.contains(where: \.hasLast), "last page")
        coverage.lastPages = last
        var empty = coverage.emptyResults
        note(&empty, chains.contains(where: \.hasEmpty), "empty result")
        coverage.emptyResults = empty
      }
      guard let order = operation.conversation.order?.plan else { continue }
      var orders = coverage.orders
      for choice in order.choices.indices {
        let key = ConversationJudge.OrderKey(operation: index, choice: choice)
        let isMet = conversation.ordersJudged[key, default: 0] > 0
        note(&orders, isMet, "order \(order.name(choice))")
      }
      coverage.orders = orders
    }
  }

  private func countLaws(_ coverage: inout Report.Coverage) {
    for (index, entry) in plan.laws.entries.enumerated() {
      coverage.laws.of += 1
      if conversation.lawsJudged[index] > 0 {
        coverage.laws.exercised += 1
      } else if extract.judged[entry.operation] > 0 {
        let name = plan.operations[entry.operation].name
        coverage.never.append("\(name) law \(entry.law.name)")
      }
    }
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
