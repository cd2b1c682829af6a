import PlumbChecking
import PlumbText

/// The results of one operation, as tests.
struct JUnitSuite: Hashable {
  /// One test.
  struct Case: Hashable {
    /// How a test ended.
    enum Result: Hashable {
      /// It passed, and had this to say.
      case passed(String)
      /// Nothing that was read tried it.
      case skipped
      /// It failed.
      case failed(rule: String, message: String, text: String)
    }

    /// What was tested.
    var name: String
    /// How it ended.
    var result: Result
  }

  /// The operation, as `api/operation`.
  var name: String
  /// The tests, in the order of the report.
  var cases: [Case] = []

  /// The suites of a report, in the order of the operations' names.
  static func all(of report: Report, failOn: Rule.Severity?) -> [JUnitSuite] {
    var suites: [String: JUnitSuite] = [:]
    func add(_ testcase: Case, to name: String) {
      suites[name, default: JUnitSuite(name: name)].cases.append(testcase)
    }
    for table in report.observations {
      let name = "answers with status \(table.status) as documented"
      add(
        Case(name: name, result: .passed("\(table.bodies.of("body", "bodies")) read")),
        to: table.operation
      )
    }
    for finding in report.findings {
      add(testcase(for: finding, failOn: failOn), to: finding.operation ?? "plumb")
    }
    for entry in report.coverage.never {
      let words = entry.split(separator: " ", maxSplits: 1).map(String.init)
      let name = words.count > 1 ? words[1] : "is asked for"
      add(Case(name: name, result: .skipped), to: words.first ?? entry)
    }
    if suites.isEmpty {
      // A file of results without any result passes unseen in most build servers.
      let result: Case.Result =
        report.summary.exchanges > report.summary.unjudged ? .passed("") : .skipped
      add(Case(name: "judges recordings", result: result), to: "plumb")
    }
    return suites.values.sorted { $0.name < $1.name }
  }

  private static func testcase(for finding: Finding, failOn: Rule.Severity?) -> Case {
    let text = text(of: finding)
    let name = [finding.rule, finding.field, finding.fingerprint].compactMap { $0 }
      .joined(separator: " ")
    guard let failOn, finding.severity >= failOn else {
      return Case(name: name, result: .passed("\(finding.severity.rawValue): \(text)"))
    }
    let message = finding.message.visible
    return Case(name: name, result: .failed(rule: finding.rule, message: message, text: text))
  }

  private static func text(of finding: Finding) -> String {
    var lines = [Phrase.sentence(of: finding)]
    lines += finding.places.map { place in
      place.pointer.isEmpty ? "seen: \(place.address)" : "seen: \(place.address) \(place.pointer)"
    }
    if let contract = finding.contract { lines.append("documented: \(contract.place)") }
    lines += finding.symptoms.map { "also breaks \($0.rule): \($0.message)" }
    if let command = finding.reproduce { lines.append("see it: \(command)") }
    return lines.map(\.visible).joined(separator: "\n")
  }
}
