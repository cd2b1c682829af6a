import PlumbChecking
import PlumbModel
import PlumbText

/// Compares what an API answered with what it answered later, both held to the same documents.
///
/// What the checker found decides; the values themselves tell what documents do not speak of, such
/// as how often an optional member is there.
struct SightComparison {
  let documents: Documents
  let before: Sight
  let after: Sight

  /// The changes: what is broken now, what is mended, then what the values show besides.
  func changes() -> [Change] {
    let reading = BreachReading(documents: documents)
    let known = Set(before.report.findings.map(\.fingerprint))
    let found = Set(after.report.findings.map(\.fingerprint))
    let (earlier, later) = (Exercise(before), Exercise(after))
    let broken = after.report.findings
      .filter { BreachReading.isDrift($0) && !known.contains($0.fingerprint) }
      .compactMap { reading.change($0, after) }
    let mended = before.report.findings
      .filter { BreachReading.isDrift($0) && !found.contains($0.fingerprint) }
      .compactMap { reading.change($0, before)?.mirrored }
    // What only one side has met may have been so on the other.
    let judged = Self.united(broken.filter(earlier.holds), mended.filter(later.holds))
    let cover = FindingCover(before.report.findings + after.report.findings)
    return judged + valueChanges().filter { !cover.explains($0) }
  }

  /// One change where a row or promise was broken in one way before, and is in another now.
  private static func united(_ broken: [Change], _ mended: [Change]) -> [Change] {
    var broken = broken
    var rest: [Change] = []
    for change in mended {
      let index = broken.firstIndex { other in
        other.operation == change.operation && other.subject == change.subject
          && other.rule.kind == change.rule.kind
      }
      guard let index else {
        rest.append(change)
        continue
      }
      broken[index].before = change.before
    }
    return broken + rest
  }

  // MARK: - Values

  private func valueChanges() -> [Change] {
    before.responses.flatMap { response -> [Change] in
      guard let later = after.body(of: response.operation, status: response.status) else {
        return []
      }
      var comparison = ValueComparison(operation: response.operation, status: response.status)
      comparison.compare(response.body, later, at: "")
      return comparison.changes
    }
  }
}

/// What findings explain: values that changed there are no changes of their own.
private struct FindingCover {
  private var rows: [String: Set<String>] = [:]
  /// The objects that hold values which break a promise: their other values tell the same.
  private var objects: [String: Set<String>] = [:]
  private var wholes: Set<String> = []

  init(_ findings: [Finding]) {
    for finding in findings {
      guard let operation = finding.operation else { continue }
      let rule = String(finding.rule.prefix { $0 != ":" })
      if RuleCatalogue.rule(rule)?.family == .body { wholes.insert(operation) }
      // A broken promise breaks it in values; a wrong value may be a name in the place of another.
      let pointers = finding.places.map(\.pointer).filter { !$0.isEmpty }
      rows[operation, default: []].formUnion(pointers.map(RowPointer.withoutIndices))
      guard RuleCatalogue.rule(rule)?.family == .fields else {
        objects[operation, default: []]
          .formUnion(pointers.map { RowPointer.parent(of: RowPointer.withoutIndices($0)) })
        continue
      }
      rows[operation, default: []].insert(finding.field ?? "")
      rows[operation, default: []].formUnion(finding.symptoms.map { $0.field ?? "" })
    }
  }

  /// Whether a change of values is what a finding says already: at its row, or in it.
  func explains(_ change: Change) -> Bool {
    guard let row = change.row else { return false }
    guard !wholes.contains(change.operation) else { return true }
    if change.rule.kind == .values,
      objects[change.operation]?.contains(RowPointer.parent(of: row)) == true
    {
      return true
    }
    return (rows[change.operation] ?? []).contains { row == $0 || row.hasPrefix("\($0)/") }
  }
}
