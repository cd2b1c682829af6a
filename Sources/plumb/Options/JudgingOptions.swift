import ArgumentParser
import PlumbChecking
import PlumbModel
import PlumbRecordings

/// How exchanges are judged and reported: the same for all commands that check.
struct JudgingOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "A report to write, to standard output in place of the text or to a file; may be repeated.",
      valueName: "format[=file]"
    )
  )
  var reports: [ReportTarget] = []

  @Option(
    help: ArgumentHelp(
      "The families of rules to hold, separated by commas: body, http, fields, pages, order, links, "
        + "laws. (default: all)",
      valueName: "names"
    ),
    transform: Families.init(argument:)
  )
  var families: Families?

  @Option(
    help: "The mildest finding that fails the check; new is any that is not accepted."
  )
  var failOn = FailOn.error

  @Flag(help: "List every place of every finding; else a report keeps 20, and the text shows one.")
  var allPlaces = false

  func validate() throws { try ReportTarget.validate(reports) }

  /// The files that reports go to.
  var files: [String] { reports.compactMap(\.file) }

  /// Where the reports go.
  func output(_ color: ColorOption, isQuiet: Bool, redactor: Redactor) -> ReportOutput {
    ReportOutput(
      targets: reports,
      look: color.look(isQuiet: isQuiet, redactor: redactor),
      listsPlaces: allPlaces,
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

  /// How the checker judges.
  ///
  /// - Parameter servers: The server in place of an API's own, by the API's name.
  func options(servers: [String: String]) -> Checker.Options {
    var options = Checker.Options()
    if allPlaces { options.placeLimit = nil }
    if let families { options.families = families.families }
    options.servers = servers
    return options
  }
}

/// From which severity on findings fail a command.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, note, new, never

  /// The mildest severity that fails; `nil` when none does. Whatever is not accepted is new.
  var severity: Rule.Severity? { self == .new ? .note : Rule.Severity(rawValue: rawValue) }
}
