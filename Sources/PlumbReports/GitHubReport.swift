public import PlumbChecking
import PlumbText
public import PlumbModel

/// Writes a report as workflow commands, which GitHub shows as annotations of a pull request.
///
/// A line is a finding: the worst first, since the service shows only the first few of each kind.
/// Every text is escaped, so that nothing that an API sent can be taken for a command.
///
/// Source: GitHub Actions, Workflow commands.
public struct GitHubReport: Sendable {
  private let redactor: Redactor

  /// Creates a writer.
  ///
  /// - Parameter redactor: What takes credentials out of everything that an API may have sent.
  public init(redactor: Redactor = Redactor(secrets: [])) {
    self.redactor = redactor
  }

  /// Returns the report, with a line feed at the end of each line.
  public func text(of report: Report) -> String {
    let report = report.redacted(by: redactor)
    let findings = Rule.Severity.allCases.sorted(by: >).flatMap { severity in
      report.findings.filter { $0.severity == severity }
    }
    let lines = findings.map(line(for:)) + ["plumb: \(Phrase.verdict(of: report.summary))"]
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  private func line(for finding: Finding) -> String {
    let command =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let properties = (place(of: finding) + [("title", "plumb: \(finding.rule)")])
      .map { "\($0)=\(Self.property($1))" }
    return "::\(command) \(properties.joined(separator: ","))::\(Self.data(message(of: finding)))"
  }

  /// Where the annotation is shown: in the recording, else at the contract's row.
  private func place(of finding: Finding) -> [(String, String)] {
    if let place = finding.places.first, place.recording != "-", place.line > 0 {
      return [
        ("file", place.recording), ("line", "\(place.line)"), ("col", "\(place.column)"),
      ]
    }
    if let place = finding.contract?.place {
      return [("file", place.file), ("line", "\(place.line)"), ("col", "\(place.column)")]
    }
    guard let place = finding.places.first, place.recording != "-" else { return [] }
    return [("file", place.recording)]
  }

  private func message(of finding: Finding) -> String {
    var lines = [Phrase.sentence(of: finding)]
    if let place = finding.places.first { lines.append("seen: \(place.address)") }
    if let contract = finding.contract { lines.append("documented: \(contract.place)") }
    if let command = finding.reproduce { lines.append("see it: \(command)") }
    return lines.map(\.visible).joined(separator: "\n")
  }

  /// A text as the message of a command.
  static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// A text as a property of a command, which ends at a comma or a colon.
  static func property(_ text: String) -> String {
    data(text.visible).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
