#if Live
import ArgumentParser
import PlumbChecking
import PlumbModel

/// How what is met is judged and reported, as `plumb check` has it.
struct JudgingOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "A report to write; may be repeated. json to standard output takes the place of the text.",
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

  @Option(help: "The mildest finding that fails the check.")
  var failOn = CheckCommand.FailOn.error

  @Flag(help: "List every place of every finding; else a report keeps 20, and the text shows one.")
  var allPlaces = false

  func validate() throws { try ReportTarget.validate(reports) }

  /// The files that reports go to.
  var files: [String] { reports.compactMap(\.file) }

  /// Where the reports go.
  func output(_ color: ColorOption, isQuiet: Bool, redactor: Redactor) -> ReportOutput {
    ReportOutput(
      targets: reports,
      width: color.width,
      isColoured: color.isColoured,
      listsPlaces: allPlaces,
      isQuiet: isQuiet,
      redactor: redactor
    )
  }

  /// Whether a finding is at or above what fails.
  func fails(_ report: Report) -> Bool {
    guard let severity = failOn.severity else { return false }
    return report.findings.contains { $0.severity >= severity }
  }
}
#endif
