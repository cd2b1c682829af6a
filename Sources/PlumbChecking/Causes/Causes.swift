import PlumbText

/// The rules by which causes absorb their symptoms, across the findings of a report.
///
/// What breaks together inside one body is joined while it is read (a renamed member, a wrapped
/// root, a body that is no JSON because it is declared as something else); here stands what shows
/// only when all exchanges are known.
enum Causes {
  /// Findings of which each has one cause.
  static func absorb(_ findings: [Finding]) -> [Finding] {
    joinMoved(findings)
  }

  /// A member that is missing in one object and undocumented in another of the same response has
  /// moved.
  private static func joinMoved(_ findings: [Finding]) -> [Finding] {
    var taken: Set<Int> = []
    var moves: [Finding] = []
    for (index, missing) in findings.enumerated() {
      let other = findings.indices.first {
        !taken.contains($0) && isMove(from: missing, to: findings[$0])
      }
      guard let other else { continue }
      taken.formUnion([index, other])
      moves.append(moved(missing, findings[other]))
    }
    let rest = findings.indices.filter { !taken.contains($0) }.map { findings[$0] }
    return rest + moves
  }

  private static func isMove(from missing: Finding, to other: Finding) -> Bool {
    guard missing.rule == RuleID.fieldMissing.rule.id,
      other.rule == RuleID.fieldUndocumented.rule.id,
      missing.operation == other.operation,
      let from = missing.field, let to = other.field, from != to,
      let name = try? JSONPointer(from).tokens.last,
      name == (try? JSONPointer(to).tokens.last)
    else { return false }
    let documented = missing.expected.prefix { $0 != " " }
    return documented == other.kind || documented == "any"
      || (documented == "number" && other.kind == "integer")
  }

  private static func moved(_ missing: Finding, _ other: Finding) -> Finding {
    var finding = missing
    let rule = RuleID.fieldMoved.rule
    let from = missing.field ?? ""
    let to = other.field ?? ""
    finding.rule = rule.id
    finding.severity = rule.severity
    finding.message = "`\(from)` is documented, the API sends it as `\(to)`"
    finding.expected = from
    finding.found = to
    finding.kind = to
    finding.places = other.places
    finding.fingerprint = Fingerprint.of(
      rule: rule.id,
      operation: missing.operation ?? "",
      field: from,
      kind: to
    )
    finding.symptoms = [
      Finding.Symptom(
        rule: missing.rule,
        field: missing.field,
        message: missing.message,
        count: missing.occurrences.count
      ),
      Finding.Symptom(
        rule: other.rule,
        field: other.field,
        message: other.message,
        count: other.occurrences.count
      ),
    ]
    return finding
  }
}
