import PlumbModel
import PlumbText

/// Finds requests that one session answers in two ways.
struct AnswerDiffers {
  let plan: CheckPlan
  let extract: Extract

  /// One finding for each operation that is concerned.
  func findings() -> [Finding] {
    let groups = Dictionary(grouping: extract.answers, by: \.request)
      .values.filter { Set($0.map(\.body)).count > 1 }
    let byOperation = Dictionary(grouping: groups) { $0[0].operation }
    return byOperation.map { operation, groups in finding(Int(operation), groups) }
  }

  private func finding(_ index: Int, _ groups: [[Extract.Answer]]) -> Finding {
    let operation = plan.operations[index]
    let rule = RuleID.answerDiffers.rule
    let odd = groups.flatMap { others(in: $0) }.sorted { ($0.rank, $0.entry) < ($1.rank, $1.entry) }
    let places = odd.prefix(extract.placeLimit).map { answer in
      Place(
        recording: extract.names[Int(answer.rank)] ?? "",
        entry: answer.entry < 0 ? nil : Int(answer.entry),
        pointer: "",
        line: 0,
        column: 0,
        offset: 0
      )
    }
    return Finding(
      rule: rule.id,
      severity: rule.severity,
      operation: operation.name,
      field: nil,
      message: "the same request is expected to have one answer in a session, it has another here",
      expected: "one answer",
      found: "another answer",
      kind: "body",
      occurrences: Finding.Occurrences(
        count: odd.count,
        of: extract.judged[index],
        unit: "exchanges",
        exchanges: odd.count,
        ofExchanges: extract.judged[index]
      ),
      places: Array(places),
      contract: ContractPlace(
        place: operation.contract.place,
        row: nil,
        title: operation.contract.title
      ),
      fingerprint: Fingerprint.of(
        rule: rule.id,
        operation: operation.name,
        field: "",
        kind: "body"
      ),
      reproduce: nil
    )
  }

  /// The answers that differ from the first.
  private func others(in group: [Extract.Answer]) -> [Extract.Answer] {
    let sorted = group.sorted { ($0.rank, $0.entry) < ($1.rank, $1.entry) }
    return sorted.filter { $0.body != sorted[0].body }
  }
}
