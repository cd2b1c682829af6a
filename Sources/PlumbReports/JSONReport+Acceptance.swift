import PlumbChecking
import PlumbModel
import PlumbText

extension JSONReport {
  /// Writes a finding that is accepted.
  func write(_ accepted: Report.Accepted, to json: inout JSONWriter) {
    json.object { json in
      json.name("finding")
      write(accepted.finding, to: &json)
      json.object("acceptance") { write(accepted.acceptance, to: &$0) }
    }
  }

  /// Writes an acceptance that accepts nothing.
  func write(_ lapsed: Report.Lapsed, to json: inout JSONWriter) {
    json.object { json in
      json.member("reason", lapsed.reason.rawValue)
      json.object("acceptance") { write(lapsed.acceptance, to: &$0) }
    }
  }

  private func write(_ acceptance: Acceptance, to json: inout JSONWriter) {
    json.member("fingerprint", acceptance.fingerprint)
    json.member("rule", acceptance.rule)
    json.member("operation", acceptance.operation)
    json.member("row", acceptance.row)
    json.member("because", acceptance.reason)
    json.member("ask", acceptance.contact)
    json.member("until", acceptance.until.description)
    write(acceptance.place, to: &json)
  }
}
