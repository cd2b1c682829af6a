import PlumbDrift
import PlumbModel
import PlumbReports

/// Writes reports on drift to where they were asked for.
struct DriftOutput {
  /// The reports that were asked for; the text goes to standard output when none goes there.
  var targets: [ReportTarget]
  /// The columns of a line on standard output.
  var width: Int
  /// Whether to colour text on standard output.
  var isColoured: Bool
  /// Whether text leaves out what did not change.
  var isQuiet: Bool
  /// What takes credentials out.
  var redactor: Redactor

  /// Writes the files first, so that none is lost when nobody reads standard output to its end.
  func write(_ report: DriftReport) throws(Failure) {
    for target in targets {
      guard let file = target.file else { continue }
      try ReportFile.write(try bytes(of: report, as: target.format, isFile: true), to: file)
    }
    let format = targets.first { $0.file == nil }?.format ?? .text
    StandardStream.output.write(try bytes(of: report, as: format, isFile: false))
  }

  private func bytes(
    of report: DriftReport,
    as format: ReportTarget.Format,
    isFile: Bool
  ) throws(Failure) -> [UInt8] {
    switch format {
    case .junit, .sarif, .github:
      throw Failure(.usage, "drift is written as text, json, markdown or html")
    case .json: return DriftJSON(redactor: redactor).bytes(of: report)
    case .markdown: return Array(DriftMarkdown(redactor: redactor).text(of: report).utf8)
    case .text:
      var options = TextReport.Options()
      options.width = isFile ? 80 : width
      options.isColoured = isColoured && !isFile
      options.isQuiet = isQuiet
      options.redactor = redactor
      return Array(DriftText(options: options).text(of: report).utf8)
    case .html:
      do {
        return Array(try DriftHTML(redactor: redactor).text(of: report).utf8)
      } catch {
        throw Failure(.fault, "the page could not be made: \(error)")
      }
    }
  }
}
