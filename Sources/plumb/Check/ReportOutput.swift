import PlumbChecking
import PlumbModel
import PlumbRecordings
import PlumbReports
import PlumbText

/// Writes reports to where they were asked for.
struct ReportOutput {
  /// The reports that were asked for; the text goes to standard output when none goes there.
  var targets: [ReportTarget]
  /// How text looks.
  var look: TextLook
  /// Whether text lists every place.
  var listsPlaces: Bool
  /// The mildest severity that fails; `nil` when none does.
  var failOn: Rule.Severity?

  /// Writes a report as it was asked for.
  func write(_ report: Report) throws(Failure) {
    try ReportTarget.write(targets) { format, isFile throws(Failure) in
      try bytes(of: report, as: format, isFile: isFile)
    }
  }

  private func bytes(
    of report: Report,
    as format: ReportTarget.Format,
    isFile: Bool
  ) throws(Failure) -> [UInt8] {
    let redactor = look.redactor
    return switch format {
    case .json: JSONReport(redactor: redactor).bytes(of: report)
    case .sarif: SARIFReport(redactor: redactor).bytes(of: report)
    case .text: Array(text(of: report, isFile: isFile).utf8)
    case .junit: Array(JUnitReport(failOn: failOn, redactor: redactor).text(of: report).utf8)
    case .github: Array(GitHubReport(redactor: redactor).text(of: report).utf8)
    case .html: try html(of: report)
    case .markdown:
      Array(
        MarkdownReport(redactor: redactor, contractLine: Self.contractLines(for: report))
          .text(of: report).utf8
      )
    }
  }

  private func html(of report: Report) throws(Failure) -> [UInt8] {
    let writer = HTMLReport(redactor: look.redactor, contractLine: Self.contractLines(for: report))
    do {
      return Array(try writer.text(of: report).utf8)
    } catch {
      throw Failure(.fault, "the page could not be made: \(error)")
    }
  }

  private func text(of report: Report, isFile: Bool) -> String {
    var options = look.options(isFile: isFile)
    options.listsPlaces = listsPlaces
    return TextReport(options: options, contractLine: Self.contractLines(for: report))
      .text(of: report)
  }

  /// Reads the contract files that findings are about.
  private static func contractLines(
    for report: Report
  ) -> @Sendable (_ file: String, _ line: Int) -> String? {
    let files = Set(report.findings.compactMap { $0.contract?.place.file })
    let lines = Dictionary(uniqueKeysWithValues: files.map { ($0, TextFile.lines(of: $0) ?? []) })
    return { file, line in
      guard let lines = lines[file], lines.indices.contains(line - 1) else { return nil }
      return lines[line - 1]
    }
  }
}
