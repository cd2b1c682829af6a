import ArgumentParser
import PlumbChecking
import PlumbModel
import PlumbRecordings

/// How exchanges are judged and reported: the same for all commands that check.
struct JudgingOptions: ParsableArguments {
  @OptionGroup var reporting: ReportingOptions

  @Option(
    help: ArgumentHelp(
      "The families of rules to hold, separated by commas: body, http, fields, pages, order, links, "
        + "laws. (default: all)",
      valueName: "names"
    ),
    transform: Families.init(argument:)
  )
  var families: Families?

  @Flag(help: "List every place of every finding; else a report keeps 20, and the text shows one.")
  var allPlaces = false

  /// The files that reports go to.
  var files: [String] { reporting.files }

  /// Where the reports go.
  func output(_ color: ColorOption, isQuiet: Bool, redactor: Redactor) -> ReportOutput {
    reporting.output(color, listsPlaces: allPlaces, isQuiet: isQuiet, redactor: redactor)
  }

  /// Whether a finding is at or above what fails.
  func fails(_ report: Report) -> Bool { reporting.fails(report) }

  /// Sets apart what is accepted on this day.
  func accept(_ acceptances: [Acceptance], in report: inout Report) {
    reporting.accept(acceptances, in: &report)
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
