import PlumbChecking
import PlumbDrift
import PlumbText

/// What the template `page` on drift shows.
struct DriftPage {
  /// An entry of the list of what changed.
  struct Entry {
    var id: String
    var what: String
    var kind: String
    var words: String
  }

  let style = HTMLStyle.css
  let tool = Tool.plumb
  let verdict: String
  let kind: String
  let lead: String
  let figures: [HTMLPage.Figure]
  let timeline: DriftTimeline?
  let index: HTMLList<Entry>?
  let tables: [DriftPageTable]
  let others: HTMLList<DriftPageChange>?
  let never: HTMLList<HTMLPage.Note>?
  let neverCount: String

  /// Prepares a report.
  init(_ report: DriftReport) {
    verdict = DriftWords.verdict(of: report)
    let gravest = report.changes.first?.consequence
    kind = gravest.map { DriftWords.severity(of: $0).rawValue } ?? "good"
    let operations = report.compared.of("operation")
    lead = "Compared \(DriftWords.sides(of: report)): both speak of \(operations)."
    figures = Consequence.allCases.reversed().map { consequence in
      let count = report.count(consequence)
      return HTMLPage.Figure(
        number: count.grouped,
        label: consequence.rawValue,
        kind: count > 0 ? DriftWords.severity(of: consequence).rawValue : ""
      )
    }
    let changes = report.changes.indices.map { DriftPageChange($0, of: report) }
    timeline = DriftTimeline(report)
    tables = report.tables.filter(\.isChanged).enumerated().map { rank, table in
      DriftPageTable(table, rank: rank, changes: changes, of: report)
    }
    let tabled = Set(report.tables.flatMap { $0.changes + $0.rows.flatMap(\.changes) })
    others = HTMLList(report.changes.indices.filter { !tabled.contains($0) }.map { changes[$0] })
    index = HTMLList(
      changes.map { change in
        Entry(
          id: change.id,
          what: "\(change.operation) \(change.subject)",
          kind: change.kind,
          words: change.rule
        )
      }
    )
    never = HTMLList(
      (report.unmet + report.unseen).map { HTMLPage.Note(what: HTMLText($0), detail: "") }
    )
    neverCount = (report.unmet.count + report.unseen.count).grouped
  }
}

/// One change on the page.
struct DriftPageChange {
  let id: String
  let kind: String
  let consequence: String
  let rule: String
  let operation: String
  let subject: String
  let summary: String
  let before: HTMLText
  let after: HTMLText
  let count: String?
  let evidence: [HTMLText]
  let place: String?
  let contract: String?
  let command: String?

  init(_ index: Int, of report: DriftReport) {
    let change = report.changes[index]
    id = "change-\(index + 1)"
    kind = DriftWords.severity(of: change.consequence).rawValue
    consequence = change.consequence.rawValue
    rule = change.rule.rawValue
    operation = change.operation.visible
    subject = change.subject.words.visible
    summary = change.rule.summary
    before = HTMLText(sentence: change.before)
    after = HTMLText(sentence: change.after)
    let counts = [
      change.occurrences.map { DriftWords.occurrences($0, of: change) },
      DriftWords.since(index, in: report).map { "since \($0)" },
    ].compactMap { $0 }
    count = counts.isEmpty ? nil : counts.joined(separator: "; ")
    evidence = change.evidence.map { HTMLText(sentence: $0) }
    place = change.places.first.map { "\($0.address) \($0.pointer)".visible }
    contract = change.contract.flatMap { $0.file.isEmpty ? nil : "\($0)".visible }
    command = change.reproduce?.visible
  }
}
