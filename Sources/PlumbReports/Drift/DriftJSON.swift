import PlumbChecking
public import PlumbDrift
public import PlumbModel
import PlumbText

/// Writes drift for programs, as `plumb.drift/1`.
///
/// The members that others may rely on are published as a JSON Schema in
/// `docs/plumb.drift-1.schema.json`. The same report gives the same bytes.
public struct DriftJSON: Sendable {
  private let redactor: Redactor

  /// Creates a writer.
  ///
  /// - Parameter redactor: What takes credentials out of everything that an API may have sent.
  public init(redactor: Redactor = Redactor(secrets: [])) {
    self.redactor = redactor
  }

  /// Returns the report as JSON in UTF-8, laid out over lines, with a line feed at its end.
  public func bytes(of report: DriftReport) -> [UInt8] {
    let report = report.redacted(by: redactor)
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("schema", "plumb.drift/1")
      json.object("tool") { json in
        json.member("name", Tool.plumb.name)
        json.member("version", Tool.plumb.version)
      }
      json.object("summary") { json in
        json.member("operations", report.compared)
        for consequence in Consequence.allCases.reversed() {
          json.member(consequence.rawValue, report.count(consequence))
        }
      }
      json.list("sides", report.moments) { moment, json in
        json.object { json in
          json.member("label", moment.label)
          json.member("observed", moment.isObserved)
          json.member("exchanges", moment.exchanges)
          json.list("states", moment.states) { $1.value($0.rawValue) }
        }
      }
      json.list("changes", report.changes) { write($0, to: &$1) }
      json.list("tables", report.tables) { write($0, to: &$1) }
      json.list("unmet", report.unmet) { $1.value($0) }
      json.list("unseen", report.unseen) { $1.value($0) }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ change: Change, to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", change.rule.rawValue)
      json.member("kind", change.rule.kind.rawValue)
      json.member("consequence", change.consequence.rawValue)
      json.member("operation", change.operation)
      json.member("subject", change.subject.words)
      json.member("field", change.row)
      json.member("before", change.before)
      json.member("after", change.after)
      if let occurrences = change.occurrences {
        json.object("occurrences") { json in
          json.member("count", occurrences.count)
          json.member("of", occurrences.of)
          json.member("exchanges", occurrences.exchanges)
        }
      }
      json.member("seen", change.isSeenBefore ? "before" : "after")
      json.list("evidence", change.evidence) { $1.value($0) }
      json.list("places", change.places) { JSONReport().write($0, to: &$1) }
      if let contract = change.contract, !contract.file.isEmpty {
        json.object("contract") { json in
          json.member("file", contract.file)
          json.member("line", contract.line)
          json.member("column", contract.column)
        }
      }
      json.member("finding", change.finding)
      json.member("reproduce", change.reproduce)
    }
  }

  private func write(_ table: DriftTable, to json: inout JSONWriter) {
    json.object { json in
      json.member("operation", table.operation)
      json.member("status", table.status)
      json.list("changes", table.changes) { $1.value($0) }
      json.list("rows", table.rows) { row, json in
        json.object { json in
          json.member("field", row.field)
          json.member("before", row.before.isEmpty ? nil : row.before)
          json.member("after", row.after.isEmpty ? nil : row.after)
          json.list("changes", row.changes) { $1.value($0) }
          SightJSON.write("seenBefore", row.seenBefore, to: &json)
          SightJSON.write("seenAfter", row.seenAfter, to: &json)
        }
      }
    }
  }
}
