import PlumbChecking
import PlumbModel
import PlumbText

/// Reads the checker's findings as changes: from what documents promise to what was seen.
struct BreachReading {
  private static let errorBody = "error-body"

  let documents: Documents

  /// The changes, in the order of the findings.
  func changes(_ sight: Sight) -> [Change] {
    sight.report.findings.compactMap { finding in
      // A note tells of what is not drift, such as a parameter that is ignored.
      finding.severity > .note ? change(finding, sight) : nil
    }
  }

  /// Whether a finding tells two sets of recordings apart: a broken promise, or another way of
  /// comparing texts, of which documents that name none do not speak.
  static func isDrift(_ finding: Finding) -> Bool {
    finding.severity > .note || isCollation(finding)
  }

  private static func isCollation(_ finding: Finding) -> Bool {
    finding.rule == "order-ambiguous" && finding.kind.contains("collation")
  }

  /// The change that a finding stands for; `nil` when it belongs to no operation.
  func change(_ finding: Finding, _ sight: Sight) -> Change? {
    guard let operation = finding.operation else { return nil }
    let (rule, subject) = reading(finding, operation)
    var change = Change(
      rule,
      of: operation,
      subject,
      // A row in an object may be expected as `object.row`.
      before: rule == .rowRenamed ? RowPointer.name(of: finding.field ?? "") : finding.expected,
      after: finding.found,
      consequence: rule == .orderChanged ? .risky : nil,
      evidence: evidence(finding),
      contract: finding.contract?.place
    )
    change.occurrences = finding.occurrences
    change.places = Array(finding.places.prefix(3))
    change.reproduce = finding.reproduce
    change.finding = finding.rule
    return change
  }

  private func evidence(_ finding: Finding) -> [String] {
    [finding.message]
      + finding.symptoms.map { symptom in
        "also broken by it: \(symptom.message)"
          + (symptom.count > 1 ? " (\(symptom.count) places)" : "")
      }
  }

  // MARK: - Rules

  private func reading(
    _ finding: Finding,
    _ operation: String
  ) -> (ChangeRule, Change.Subject) {
    let id = String(finding.rule.prefix { $0 != ":" })
    let family = RuleCatalogue.rule(id)?.family ?? .http
    switch family {
    case .pages: return (.pagingBroken, .promise("pages"))
    case .order where Self.isCollation(finding):
      return (.orderChanged, .promise(orderName(finding, operation)))
    case .order: return (.orderBroken, .promise(orderName(finding, operation)))
    case .links: return (.linkBroken, .promise(linkName(finding)))
    case .laws: return (.lawBroken, .promise(lawName(finding)))
    case .fields where finding.field != nil:
      let field = finding.field ?? ""
      return (fieldRule(id, finding), .row(field, status: finding.status ?? 200))
    case .http where id == Self.errorBody && finding.field != nil:
      let subject = Change.Subject.row(
        finding.field ?? "",
        status: finding.status ?? 200
      )
      return (errorRule(finding), subject)
    default: return httpReading(id, finding)
    }
  }

  private func httpReading(_ id: String, _ finding: Finding) -> (ChangeRule, Change.Subject) {
    switch id {
    case "status-undocumented", "redirect":
      return (.responseAdded, .response(status: Int(finding.kind) ?? 0))
    case "status-for-bad-request", "refused-good-request":
      return (.operationRequest, .operation)
    default:
      return (.responseBroken, .operation)
    }
  }

  private func fieldRule(_ id: String, _ finding: Finding) -> ChangeRule {
    let isAlways = finding.occurrences.of == finding.occurrences.count
    return switch id {
    case "field-undocumented": .rowAdded
    case "field-missing": isAlways ? .rowRemoved : .rowOptional
    case "field-renamed": .rowRenamed
    case "field-moved": .rowMoved
    case "field-null": .nullAdded
    case "field-value": valueRule(finding)
    default: isAlways ? .typeChanged : .typeWidened
    }
  }

  /// The rule of a row in the body of a refusal, which the checker says under one id.
  private func errorRule(_ finding: Finding) -> ChangeRule {
    switch (finding.expected, finding.found) {
    case (_, "nothing"): fieldRule("field-missing", finding)
    case (_, "null"): .nullAdded
    case (let expected, _) where expected.hasPrefix("no `"): .rowAdded
    default: fieldRule("field-type", finding)
    }
  }

  /// What part of a documented narrowing a value leaves.
  private func valueRule(_ finding: Finding) -> ChangeRule {
    switch finding.kind {
    case "values": .valueAdded
    case "range", "length": .rangeWidened
    default: .formLoosened
    }
  }

  // MARK: - Names

  private func orderName(_ finding: Finding, _ operation: String) -> String {
    let order = documents.contract(operation)?.order
    let choice = order?.choices.first { $0.place == finding.contract?.place }
    guard let parameter = order?.parameter, let value = choice?.value else { return "order" }
    return "order of \(parameter)=\(value)"
  }

  private func linkName(_ finding: Finding) -> String {
    "link \(finding.field ?? "")"
  }

  private func lawName(_ finding: Finding) -> String {
    guard let name = finding.rule.split(separator: ":").dropFirst().first else {
      return finding.rule == "default-differs" ? "defaults" : "law"
    }
    return "law \(name)"
  }
}
