public import PlumbChecking
public import PlumbModel
import PlumbText

/// Writes a report for programs, as `plumb.report/1`.
///
/// The members that others may rely on are published as a JSON Schema in
/// `docs/plumb.report-1.schema.json`. The same report gives the same bytes.
public struct JSONReport: Sendable {
  private let tool: Tool
  private let redactor: Redactor

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - tool: The program that the report names as its writer.
  ///   - redactor: What takes credentials out of everything that an API may have sent.
  public init(tool: Tool = .plumb, redactor: Redactor = Redactor(secrets: [])) {
    self.tool = tool
    self.redactor = redactor
  }

  /// Returns the report as JSON in UTF-8, laid out over lines, with a line feed at its end.
  public func bytes(of report: Report) -> [UInt8] {
    let report = report.redacted(by: redactor)
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("schema", "plumb.report/1")
      json.object("tool") { json in
        json.member("name", tool.name)
        json.member("version", tool.version)
      }
      json.object("summary") { write(report.summary, to: &$0) }
      json.list("findings", report.findings) { write($0, to: &$1) }
      json.list("accepted", report.accepted) { write($0, to: &$1) }
      json.list("lapsed", report.lapsed) { write($0, to: &$1) }
      json.list("unjudged", report.unjudged) { write($0, to: &$1) }
      json.object("coverage") { json in
        json.object("operations") { write(report.coverage.operations, to: &$0) }
        json.object("responses") { write(report.coverage.responses, to: &$0) }
        json.object("rows") { write(report.coverage.rows, to: &$0) }
        json.object("orders") { write(report.coverage.orders, to: &$0) }
        json.object("laws") { write(report.coverage.laws, to: &$0) }
        json.object("lastPages") { write(report.coverage.lastPages, to: &$0) }
        json.object("emptyResults") { write(report.coverage.emptyResults, to: &$0) }
        json.list("never", report.coverage.never) { $1.value($0) }
      }
      json.list("chains", report.chains) { write($0, to: &$1) }
      json.object("observations") { write(report.observations, to: &$0) }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ summary: Report.Summary, to json: inout JSONWriter) {
    json.member("exchanges", summary.exchanges)
    json.member("files", summary.files)
    json.member("unread", summary.unread)
    json.member("bytes", summary.bytes)
    json.member("chains", summary.chains)
    json.member("errors", summary.errors)
    json.member("warnings", summary.warnings)
    json.member("notes", summary.notes)
    json.member("accepted", summary.accepted)
    json.member("unjudged", summary.unjudged)
  }

  private func write(_ ratio: Report.Coverage.Ratio, to json: inout JSONWriter) {
    json.member("exercised", ratio.exercised)
    json.member("of", ratio.of)
  }

  private func write(_ entry: Report.Unjudged, to json: inout JSONWriter) {
    json.object { json in
      json.member("reason", entry.reason.rawValue)
      json.member("what", entry.what)
      json.member("count", entry.count)
      json.name("place")
      write(entry.place, to: &json)
    }
  }

  func write(_ place: Place, to json: inout JSONWriter) {
    json.object { json in
      json.member("recording", place.recording)
      json.member("entry", place.entry)
      json.member("pointer", place.pointer)
      json.member("line", place.line)
      json.member("column", place.column)
      json.member("offset", place.offset)
    }
  }
}
