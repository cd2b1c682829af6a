import PlumbChecking
import PlumbText

extension JSONReport {
  /// Writes how far the recordings of one listing reach.
  func write(_ chain: Report.Chain, to json: inout JSONWriter) {
    json.object { json in
      json.member("operation", chain.operation)
      json.member("path", chain.path)
      json.member("query", chain.query)
      json.member("total", chain.total)
      json.member("complete", chain.isComplete)
      json.member("first", chain.hasFirst)
      json.list("pages", chain.pages) { page, json in
        json.object { json in
          json.member("start", page.window?.start)
          json.member("end", page.window?.end)
          json.member("cursor", page.cursor)
          json.member("items", page.items)
        }
      }
      json.list("missing", chain.missing) { window, json in
        json.object { json in
          json.member("start", window.start)
          json.member("end", window.end)
        }
      }
      json.list("missingTargets", chain.missingTargets) { $1.value($0) }
    }
  }
}
