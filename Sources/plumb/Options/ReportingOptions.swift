import ArgumentParser
import PlumbChecking
import PlumbModel
import PlumbRecordings
import PlumbReports

/// Which reports are written, and what fails a command.
struct ReportingOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "A report to write, to standard output in place of the text or to a file; may be repeated.",
      valueName: "format[=file]"
    )
  )
  var reports: [ReportTarget] = []

  @Option(
    help: "The mildest finding that fails the check; new is any that is not accepted."
  )
  var failOn = FailOn.error

  func validate() throws { try ReportTarget.validate(reports) }

  /// The files that reports go to.
  var files: [String] { reports.compactMap(\.file) }

  /// Where the reports go.
  ///
  /// - Parameter listsPlaces: Whether text lists every place.
  func output(
    _ color: ColorOption,
    listsPlaces: Bool,
    isQuiet: Bool,
    redactor: Redactor
  ) -> ReportOutput {
    ReportOutput(
      targets: reports,
      look: color.look(isQuiet: isQuiet, redactor: redactor),
      listsPlaces: listsPlaces,
      failOn: failOn.severity
    )
  }

  /// Whether a finding is at or above what fails.
  func fails(_ report: Report) -> Bool {
    guard let severity = failOn.severity else { return false }
    return report.findings.contains { $0.severity >= severity }
  }

  /// Sets apart what is accepted on this day.
  func accept(_ acceptances: [Acceptance], in report: inout Report) {
    report.accept(acceptances, on: CalendarDate(.now))
  }
}

/// From which severity on findings fail a command.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, note, new, never

  /// The mildest severity that fails; `nil` when none does. Whatever is not accepted is new.
  var severity: Rule.Severity? { self == .new ? .note : Rule.Severity(rawValue: rawValue) }
}
