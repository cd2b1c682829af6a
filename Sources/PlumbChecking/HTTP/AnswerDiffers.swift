import PlumbModel
import PlumbText

/// Finds requests that one session answers in two ways.
struct AnswerDiffers {
  let plan: CheckPlan
  let extract: Extract

  /// One finding for each operation that is concerned.
  ///
  /// Sorted, answers to one request stand together: nothing is made for those that agree.
  func findings() -> [Finding] {
    let answers = extract.answers.sorted {
      ($0.request, $0.rank, $0.entry) < ($1.request, $1.rank, $1.entry)
    }
    var odd: [Int32: [Extract.Answer]] = [:]
    var first = 0
    for index in answers.indices {
      if answers[index].request != answers[first].request { first = index }
      guard answers[index].body != answers[first].body else { continue }
      odd[answers[index].operation, default: []].append(answers[index])
    }
    return odd.sorted { $0.key < $1.key }.map { finding(Int($0.key), $0.value) }
  }

  private func finding(_ index: Int, _ answers: [Extract.Answer]) -> Finding {
    let operation = plan.operations[index]
    let rule = RuleID.answerDiffers.rule
    let odd = answers.sorted { ($0.rank, $0.entry) < ($1.rank, $1.entry) }
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
}
