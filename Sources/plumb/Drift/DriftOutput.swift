import PlumbDrift
import PlumbModel
import PlumbReports

/// Writes reports on drift to where they were asked for.
struct DriftOutput {
  /// The reports that were asked for; the text goes to standard output when none goes there.
  var targets: [ReportTarget]
  /// How text looks.
  var look: TextLook

  /// Writes a report as it was asked for.
  func write(_ report: DriftReport) throws(Failure) {
    try ReportTarget.write(targets) { format, isFile throws(Failure) in
      try bytes(of: report, as: format, isFile: isFile)
    }
  }

  private func bytes(
    of report: DriftReport,
    as format: ReportTarget.Format,
    isFile: Bool
  ) throws(Failure) -> [UInt8] {
    let redactor = look.redactor
    switch format {
    case .junit, .sarif, .github:
      throw Failure(.usage, "drift is written as text, json, markdown or html")
    case .json: return DriftJSON(redactor: redactor).bytes(of: report)
    case .markdown: return Array(DriftMarkdown(redactor: redactor).text(of: report).utf8)
    case .text: return Array(DriftText(options: look.options(isFile: isFile)).text(of: report).utf8)
    case .html:
      do {
        return Array(try DriftHTML(redactor: redactor).text(of: report).utf8)
      } catch {
        throw Failure(.fault, "the page could not be made: \(error)")
      }
    }
  }
}
