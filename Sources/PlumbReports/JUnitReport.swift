public import PlumbChecking
public import PlumbModel

/// Writes a report as the XML that build servers read as results of tests.
///
/// An operation is a suite. In it each documented answer that was met is a test that passes, each
/// finding one that fails, and what was never exercised one that was skipped. A finding milder
/// than what fails the check passes, and says what it found.
public struct JUnitReport: Sendable {
  private let failOn: Rule.Severity?
  private let redactor: Redactor

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - failOn: The mildest severity that is a failed test; `nil` when none is.
  ///   - redactor: What takes credentials out of everything that an API may have sent.
  public init(
    failOn: Rule.Severity? = .error,
    redactor: Redactor = Redactor(secrets: [])
  ) {
    self.failOn = failOn
    self.redactor = redactor
  }

  /// Returns the report as a document in UTF-8, with a line feed at its end.
  public func text(of report: Report) -> String {
    let report = report.redacted(by: redactor)
    let suites = JUnitSuite.all(of: report, failOn: failOn)
    let cases = suites.flatMap(\.cases)
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      "<testsuites name=\"plumb\" \(Self.counts(of: cases)) time=\"0\">",
    ]
    for suite in suites {
      let name = XMLText.attribute(suite.name)
      lines.append(
        "  <testsuite name=\"\(name)\" \(Self.counts(of: suite.cases, skips: true)) time=\"0\">"
      )
      for testcase in suite.cases { lines += Self.lines(of: testcase, in: suite.name) }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  private static func counts(of cases: [JUnitSuite.Case], skips: Bool = false) -> String {
    let failures = cases.count { if case .failed = $0.result { true } else { false } }
    let skipped = cases.count { $0.result == .skipped }
    return "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\""
      + (skips ? " skipped=\"\(skipped)\"" : "")
  }

  private static func lines(of testcase: JUnitSuite.Case, in suite: String) -> [String] {
    let name = XMLText.attribute(testcase.name)
    let open = "    <testcase name=\"\(name)\" classname=\"\(XMLText.attribute(suite))\" time=\"0\""
    switch testcase.result {
    case .passed(let output) where output.isEmpty:
      return ["\(open)/>"]
    case .passed(let output):
      return [
        "\(open)>", "      <system-out>\(XMLText.content(output))</system-out>",
        "    </testcase>",
      ]
    case .skipped:
      return ["\(open)>", "      <skipped message=\"never exercised\"/>", "    </testcase>"]
    case .failed(let rule, let message, let text):
      let attributes =
        "message=\"\(XMLText.attribute(message))\" type=\"\(XMLText.attribute(rule))\""
      return [
        "\(open)>", "      <failure \(attributes)>\(XMLText.content(text))</failure>",
        "    </testcase>",
      ]
    }
  }
}
