public import PlumbChecking
public import PlumbModel
import PlumbText

/// Writes a report as SARIF 2.1.0, for code scanning.
///
/// A finding is a result. Its locations are the places in the recordings, its related location is
/// the row of the contract; columns are counted in Unicode scalars, offsets in bytes.
///
/// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
public struct SARIFReport: Sendable {
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
    let rules = ReportedRules(report.findings)
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.list("runs", [report]) { report, json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.member("name", tool.name)
              json.member("semanticVersion", tool.version)
              json.list("rules", rules.list) { write($0, to: &$1) }
            }
          }
          json.member("columnKind", "unicodeCodePoints")
          json.list("invocations", [report]) { write(invocation: $0, to: &$1) }
          json.list("results", report.findings) { finding, json in
            write(finding, rule: rules.index(of: finding), to: &json)
          }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ rule: ReportedRules.Entry, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.id)
      json.object("shortDescription") { $0.member("text", rule.summary) }
      if let remedy = rule.remedy { json.object("help") { $0.member("text", remedy) } }
      json.object("defaultConfiguration") { $0.member("level", rule.severity.rawValue) }
      json.object("properties") { json in
        json.list("tags", [rule.family]) { $1.value($0.rawValue) }
      }
    }
  }

  /// What could not be judged is said of the run, so that a pass over nothing does not look clean.
  private func write(invocation report: Report, to json: inout JSONWriter) {
    json.object { json in
      json.member("executionSuccessful", report.summary.unread == 0)
      json.list("toolExecutionNotifications", report.unjudged) { entry, json in
        json.object { json in
          json.member("level", "note")
          json.object("message") { json in
            let reason = Phrase.reason(entry.reason)
            json.member("text", "not judged: \(entry.count) × \(entry.what), \(reason)")
          }
          json.list("locations", [entry.place]) { SARIFPlace.write($0, to: &$1) }
        }
      }
    }
  }

  private func write(_ finding: Finding, rule: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", finding.rule)
      json.member("ruleIndex", rule)
      json.member("level", finding.severity.rawValue)
      json.object("message") { $0.member("text", Phrase.sentence(of: finding)) }
      // Code scanning shows the first location alone; without a place, the contract's row is it.
      if let contract = finding.contract, finding.places.isEmpty {
        json.list("locations", [contract]) { SARIFPlace.write($0, to: &$1) }
      } else {
        json.list("locations", Array(finding.places.prefix(1))) { SARIFPlace.write($0, to: &$1) }
        if let contract = finding.contract {
          json.list("relatedLocations", [contract]) { SARIFPlace.write($0, id: 1, to: &$1) }
        }
      }
      json.object("partialFingerprints") { $0.member("plumb/v1", finding.fingerprint) }
      json.member("occurrenceCount", max(finding.occurrences.count, 1))
      json.object("properties") { json in
        json.member("operation", finding.operation)
        json.member("field", finding.field)
        json.member("expected", finding.expected)
        json.member("found", finding.found)
        json.member("reproduce", finding.reproduce)
        json.list("alsoBreaks", finding.symptoms) { $1.value($0.rule) }
        json.list("alsoAt", Array(finding.places.dropFirst())) { $1.value($0.address) }
      }
    }
  }
}
