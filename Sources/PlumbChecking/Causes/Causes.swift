import PlumbText

/// The rules by which causes absorb their symptoms, across the findings of a report.
///
/// What breaks together inside one body is joined while it is read (a renamed member, a wrapped
/// root, a body that is no JSON because it is declared as something else); here stands what shows
/// only when all exchanges are known.
struct Causes {
  /// A finding with the entry that it says.
  typealias Said = (entry: FindingEntry, finding: Finding)

  let plan: CheckPlan

  /// Findings of which each has one cause, from findings in a fixed order.
  func absorb(_ findings: [Said]) -> [Finding] {
    joinMoved(findings)
  }

  /// A member that is missing in one object and undocumented in another of the same response has
  /// moved.
  private func joinMoved(_ all: [Said]) -> [Finding] {
    var taken: Set<Int> = []
    var moves: [Finding] = []
    let candidates = all.indices.filter { isUndocumented(all[$0].entry) }
    for (index, missing) in all.enumerated() where isMissing(missing.entry) {
      let other = candidates.first {
        !taken.contains($0) && isMove(from: missing, to: all[$0])
      }
      guard let other else { continue }
      taken.formUnion([index, other])
      moves.append(Self.moved(missing.finding, all[other].finding))
    }
    return all.indices.filter { !taken.contains($0) }.map { all[$0].finding } + moves
  }

  private func isMissing(_ entry: FindingEntry) -> Bool { entry.key.rule == .fieldMissing }

  private func isUndocumented(_ entry: FindingEntry) -> Bool {
    entry.key.rule == .fieldUndocumented && entry.name != nil
  }

  /// Whether what one object lacks stands in another one: of the same name and kind, in a body of
  /// the same response, and in the same exchanges.
  private func isMove(from missing: Said, to other: Said) -> Bool {
    guard missing.entry.key.table == other.entry.key.table,
      missing.entry.exchanges == other.entry.exchanges,
      zip(Self.exchanges(missing), Self.exchanges(other)).allSatisfy({ $0 == $1 }),
      let from = missing.finding.field, let to = other.finding.field, from != to
    else { return false }
    let table = plan.tables[Int(missing.entry.key.table)].plan
    let node = Int(missing.entry.key.node)
    guard table.lastName(of: node) == other.entry.name else { return false }
    let kind = table.nodes[node].kind
    return kind == .any || kind.word == other.entry.key.kind
      || (kind == .number && other.entry.key.kind == JSONKind.integer.word)
      || (table.nodes[node].isNullable && other.entry.key.kind == JSONKind.null.word)
  }

  /// The exchanges of the places that are kept.
  private static func exchanges(_ said: Said) -> [[Int]] {
    said.entry.places.sorted().map { [$0.rank, $0.place.entry ?? -1] }
      .reduce(into: []) { all, exchange in if all.last != exchange { all.append(exchange) } }
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
