public import PlumbChecking
public import PlumbModel

/// Writes a report as a comment of a pull request: GitHub Flavored Markdown.
///
/// A table names every finding, the details of each are folded, and so is how much was seen. What
/// would not fit a comment is left out and counted.
public struct MarkdownReport: Sendable {
  /// How many characters a comment may have, less what a caller may add.
  static let limit = 60_000

  /// How many findings the table names.
  static let rows = 50

  let contractLine: @Sendable (_ file: String, _ line: Int) -> String?
  private let redactor: Redactor

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - redactor: What takes credentials out of everything that an API may have sent.
  ///   - contractLine: Returns a line, counted from 1, of a contract file; `nil` when unknown.
  public init(
    redactor: Redactor = Redactor(secrets: []),
    contractLine: @escaping @Sendable (_ file: String, _ line: Int) -> String? = { _, _ in nil }
  ) {
    self.redactor = redactor
    self.contractLine = contractLine
  }

  /// Returns the report, with a line feed at the end of each line.
  public func text(of report: Report) -> String {
    let report = report.redacted(by: redactor)
    let findings = Rule.Severity.allCases.sorted(by: >).flatMap { severity in
      report.findings.filter { $0.severity == severity }
    }
    var text = "### plumb: \(Phrase.verdict(of: report.summary))\n"
    if !findings.isEmpty { text += "\n" + table(of: findings) }
    let closing = seen(in: report)
    var left = findings.count
    for (index, finding) in findings.enumerated() {
      let block = "\n" + details(of: finding, isOpen: index == 0)
      guard text.utf8.count + block.utf8.count + closing.utf8.count < Self.limit else { break }
      text += block
      left -= 1
    }
    if left > 0 {
      text +=
        "\nThe details of \(left.of("finding")) more do not fit; "
        + "`plumb check --report html=FILE` has all.\n"
    }
    return text + closing
  }

  private func table(of findings: [Finding]) -> String {
    let rows = findings.prefix(Self.rows).map { finding in
      let place = [finding.operation, finding.field].compactMap { $0 }.filter { !$0.isEmpty }
        .map(MarkdownText.code).joined(separator: " ")
      let cells = [
        finding.severity.rawValue, MarkdownText.code(finding.rule), place,
        MarkdownText.plain(Phrase.occurrences(finding.occurrences)),
      ]
      return "| \(cells.map(MarkdownText.cell).joined(separator: " | ")) |\n"
    }
    let rest = findings.count - rows.count
    return "| severity | rule | where | how often |\n|---|---|---|---|\n" + rows.joined()
      + (rest > 0 ? "\nand \(rest.of("finding")) more\n" : "")
  }

  private func seen(in report: Report) -> String {
    let coverage = report.coverage
    let ratios = [
      ("operations", coverage.operations), ("responses", coverage.responses),
      ("rows", coverage.rows), ("orders", coverage.orders), ("laws", coverage.laws),
      ("last pages", coverage.lastPages), ("empty results", coverage.emptyResults),
    ].filter { $1.of > 0 }
    var lines = ["| exercised | of | what |", "|--:|--:|---|"]
    lines += ratios.map { name, ratio in
      "| \(ratio.exercised.grouped) | \(ratio.of.grouped) | \(name) |"
    }
    var notes = report.accepted.map { entry in
      "accepted: \(MarkdownText.plain(Phrase.accepted(entry.acceptance)))"
    }
    notes += report.lapsed.map { entry in
      "\(Phrase.lapsed(entry.reason)): \(MarkdownText.plain(Phrase.lapsed(entry.acceptance)))"
    }
    notes += report.unjudged.map { entry in
      "not judged: \(entry.count.grouped) × \(MarkdownText.code(entry.what)), "
        + Phrase.reason(entry.reason)
    }
    notes += report.chains.filter { !$0.isComplete }.map { chain in
      "pages missing: \(MarkdownText.code(chain.address))"
    }
    notes += coverage.never.map { "never exercised: \(MarkdownText.code($0))" }
    let shown = notes.prefix(Self.rows).map { "- \($0)" }
    let rest = notes.count - shown.count
    let totals = report.summary
    let summary =
      "Seen: \(totals.exchanges.of("exchange")), \(totals.chains.of("chain")), "
      + "\(totals.files.of("file")), \(Phrase.size(totals.bytes))"
    lines = ["", "<details><summary>\(summary)</summary>", ""] + lines
    if !shown.isEmpty { lines += [""] + shown }
    if rest > 0 { lines.append("- and \(rest.grouped) more") }
    return (lines + ["", "</details>"]).reduce(into: "") { $0 += "\($1)\n" }
  }
}
