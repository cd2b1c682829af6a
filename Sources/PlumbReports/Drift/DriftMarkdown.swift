import PlumbChecking
public import PlumbDrift
public import PlumbModel
import PlumbText

/// Writes drift as the reference page, corrected: GitHub Flavored Markdown.
///
/// Each operation that changed has its field table with both sides beside each other, and below it
/// what is to be changed, with evidence.
public struct DriftMarkdown: Sendable {
  private let redactor: Redactor

  /// Creates a writer.
  ///
  /// - Parameter redactor: What takes credentials out of everything that an API may have sent.
  public init(redactor: Redactor = Redactor(secrets: [])) {
    self.redactor = redactor
  }

  /// Returns the report, with a line feed at the end of each line.
  public func text(of report: DriftReport) -> String {
    let report = report.redacted(by: redactor)
    var lines = [
      "# \(DriftWords.verdict(of: report))", "",
      "Compared \(MarkdownText.plain(DriftWords.sides(of: report))).",
    ]
    for table in report.tables where table.isChanged { lines += [""] + section(table, report) }
    let tabled = Set(report.tables.flatMap { $0.changes + $0.rows.flatMap(\.changes) })
    let rest = report.changes.indices.filter { !tabled.contains($0) }
    if !rest.isEmpty {
      lines += ["", "## Other operations", ""] + rest.flatMap { item($0, report) }
    }
    let never = report.unmet + report.unseen
    if !never.isEmpty {
      lines += ["", "<details><summary>\(never.count.grouped) never met</summary>", ""]
      lines += never.map { "- \(MarkdownText.code($0))" } + ["", "</details>"]
    }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  private func section(_ table: DriftTable, _ report: DriftReport) -> [String] {
    let status = table.status == 200 ? "" : ", status \(table.status)"
    var lines = [
      "## \(MarkdownText.plain(table.title))", "", "\(MarkdownText.code(table.operation))\(status)",
    ]
    if !table.rows.isEmpty {
      let columns = DriftWords.columns(of: report)
      lines += [
        "", "| Field | \(columns.before) | \(columns.after) | example | change |",
        "|---|---|---|---|---|",
      ]
      lines += table.rows.map { row(of: $0, report) }
    }
    let indices = table.changes + table.rows.flatMap(\.changes)
    return lines + DriftMarkdownSights.lines(of: table, in: report) + [""]
      + indices.flatMap { item($0, report) }
  }

  /// A value that was seen: after, or before where it is gone.
  private func example(of row: DriftTable.Row) -> String {
    let example = row.seenAfter?.example ?? row.seenBefore?.example
    return example.map { MarkdownText.code($0.json) } ?? ""
  }

  private func row(of row: DriftTable.Row, _ report: DriftReport) -> String {
    let name = MarkdownText.plain(DriftWords.name(of: row))
    let changes = row.changes.map { MarkdownText.code(report.changes[$0].rule.rawValue) }
    let cells = [
      row.changes.isEmpty ? name : "**\(name)**", MarkdownText.plain(row.before),
      MarkdownText.plain(row.after), example(of: row), changes.joined(separator: " "),
    ]
    return "| \(cells.map(MarkdownText.cell).joined(separator: " | ")) |"
  }

  private func item(_ index: Int, _ report: DriftReport) -> [String] {
    let change = report.changes[index]
    let since =
      DriftWords.since(index, in: report).map { ", since \(MarkdownText.plain($0))" } ?? ""
    let count =
      change.occurrences.map {
        "; \(MarkdownText.plain(DriftWords.occurrences($0, of: change)))"
      } ?? ""
    var lines = [
      "- **\(change.consequence.rawValue)** \(MarkdownText.code(change.rule.rawValue)) "
        + "\(MarkdownText.code(change.operation)) \(MarkdownText.code(change.subject.words)): "
        + "before \(MarkdownText.sentence(change.before)), after "
        + MarkdownText.sentence(change.after)
        + count + since
    ]
    lines += change.evidence.map { "  - \(MarkdownText.sentence($0))" }
    if let place = change.places.first {
      let parts = [place.address, place.pointer].filter { !$0.isEmpty }.map(MarkdownText.code)
      lines.append("  - at \(parts.joined(separator: " "))")
    }
    if let contract = change.contract, !contract.file.isEmpty {
      lines.append("  - stands in \(MarkdownText.code("\(contract)"))")
    }
    if let command = change.reproduce { lines.append("  - see it: \(MarkdownText.code(command))") }
    return lines
  }
}
