import PlumbChecking

/// What the template `page` shows.
struct HTMLPage {
  /// A number with what it counts.
  struct Figure {
    var number: String
    var label: String
    /// The class that colours it.
    var kind: String
  }

  /// An exchange that could not be judged, or a row that was never met.
  struct Note {
    var what: HTMLText
    var detail: String
  }

  let style = HTMLStyle.css
  let tool = Tool.plumb
  let verdict: String
  let kind: String
  let lead: String
  let figures: [Figure]
  let coverage: [HTMLShare]
  let operations: [HTMLOperation]
  let others: HTMLList<HTMLFinding>?
  let accepted: HTMLList<String>?
  let unjudged: HTMLList<Note>?
  let never: HTMLList<Note>?
  let neverCount: String

  /// Prepares a report.
  init(
    _ report: Report,
    contractLine: @Sendable (_ file: String, _ line: Int) -> String?
  ) {
    let totals = report.summary
    verdict = Phrase.verdict(of: totals)
    kind = totals.errors > 0 ? "error" : totals.warnings > 0 ? "warning" : "good"
    lead = Self.lead(of: report)
    figures = [
      Figure(
        number: totals.errors.grouped,
        label: "errors",
        kind: totals.errors > 0 ? "error" : ""
      ),
      Figure(
        number: totals.warnings.grouped,
        label: "warnings",
        kind: totals.warnings > 0 ? "warning" : ""
      ),
      Figure(number: totals.notes.grouped, label: "notes", kind: totals.notes > 0 ? "note" : ""),
      Figure(number: totals.exchanges.grouped, label: "exchanges", kind: ""),
      Figure(number: totals.chains.grouped, label: "listings", kind: ""),
      Figure(number: totals.unjudged.grouped, label: "not judged", kind: ""),
    ]
    coverage = HTMLShare.all(of: report.coverage)
    let findings = HTMLFinding.all(of: report, contractLine: contractLine)
    operations = HTMLOperation.all(of: report, findings: findings)
    others = HTMLList(findings.filter { $0.operation == nil })
    accepted = HTMLList(
      report.accepted.map { Phrase.accepted($0.acceptance).visible }
        + report.lapsed.map { entry in
          "\(Phrase.lapsed(entry.reason)): \(Phrase.lapsed(entry.acceptance))".visible
        }
    )
    unjudged = HTMLList(
      report.unjudged.map { entry in
        Note(
          what: HTMLText(entry.what),
          detail: "\(entry.count.grouped) ×, \(Phrase.reason(entry.reason))"
        )
      }
    )
    never = HTMLList(report.coverage.never.map { Note(what: HTMLText($0), detail: "") })
    neverCount = report.coverage.never.count.grouped
  }

  /// The summary for somebody who knows neither the notation nor the rules.
  private static func lead(of report: Report) -> String {
    let totals = report.summary
    let judged = totals.exchanges - totals.unjudged
    guard judged > 0 else {
      return "No answer could be held to its documentation, so nothing is known about the API."
    }
    let operations = report.coverage.operations
    let scope =
      "\(judged.of("answer")) of \(operations.exercised.grouped) documented "
      + "\(operations.exercised == 1 ? "operation" : "operations")"
    guard totals.errors + totals.warnings + totals.notes > 0 else {
      return "\(scope) kept every promise of the documentation that they touched."
    }
    let concerned = Set(report.findings.compactMap(\.operation)).count
    let promises =
      totals.errors == 0
      ? "No documented promise is broken"
      : "\(totals.errors.of("documented promise")) \(totals.errors == 1 ? "is" : "are") broken"
    return "\(promises) in \(scope). What was found concerns \(concerned.of("operation"))."
  }
}
