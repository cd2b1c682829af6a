import PlumbChecking
import PlumbText

extension JSONReport {
  /// Writes one finding.
  func write(_ finding: Finding, to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", finding.rule)
      json.member("severity", finding.severity.rawValue)
      json.member("operation", finding.operation)
      json.member("field", finding.field)
      json.member("message", finding.message)
      json.member("expected", finding.expected)
      json.member("found", finding.found)
      json.object("occurrences") { json in
        json.member("count", finding.occurrences.count)
        json.member("of", finding.occurrences.of)
        json.member("unit", finding.occurrences.unit)
        json.member("exchanges", finding.occurrences.exchanges)
        json.member("ofExchanges", finding.occurrences.ofExchanges)
      }
      json.list("places", finding.places) { write($0, to: &$1) }
      write(finding.contract?.place, to: &json)
      json.list("symptoms", finding.symptoms) { write($0, to: &$1) }
      json.member("fingerprint", finding.fingerprint)
      json.member("reproduce", finding.reproduce)
    }
  }

  /// Writes a place in a contract file, as the member `contract`.
  func write(_ place: SourcePlace?, to json: inout JSONWriter) {
    guard let place else {
      json.member("contract", String?.none)
      return
    }
    json.object("contract") { json in
      json.member("file", place.file)
      json.member("line", place.line)
      json.member("column", place.column)
    }
  }

  private func write(_ symptom: Finding.Symptom, to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", symptom.rule)
      json.member("field", symptom.field)
      json.member("message", symptom.message)
      json.member("count", symptom.count)
    }
  }

  /// Writes what was seen: a member for each operation, in it one for each status.
  func write(_ observations: [TableObservation], to json: inout JSONWriter) {
    var rest = observations[...]
    while let operation = rest.first?.operation {
      let tables = rest.prefix { $0.operation == operation }
      rest = rest.dropFirst(tables.count)
      json.object(operation) { json in
        for table in tables {
          json.object(String(table.status)) { json in
            json.member("bodies", table.bodies)
            json.list("rows", table.rows) { write($0, to: &$1) }
          }
        }
      }
    }
  }

  private func write(_ row: RowObservation, to json: inout JSONWriter) {
    json.object { json in
      json.member("field", row.field)
      json.member("documented", row.documented)
      json.member("optional", row.isOptional)
      json.member("present", row.present)
      json.member("of", row.of)
      json.object("types") { json in
        for type in row.types { json.member(type.type, type.count) }
      }
    }
  }
}
