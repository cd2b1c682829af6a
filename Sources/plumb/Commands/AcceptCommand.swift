import ArgumentParser
import PlumbModel
import PlumbRecordings

/// `plumb accept`: somebody reviewed this drift and lives with it for a while.
struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accepts findings until a day, for a reason.",
    discussion: """
      Looks for the findings in recordings, or in a report that was written as json, and adds them \
      to accepted.yaml beside the contracts of their API: a file to review and to edit. Until its \
      day is past, what is accepted fails no check; after it, it fails again. What no longer occurs \
      is reported as stale.

      Examples:
        plumb accept 5f0c2ab1 --until 2027-01-31 --because "reported, ticket 123"
        plumb accept 5f0c2ab1 --until 2027-01-31 --because "known" --report report.json

      Exit status: 0 accepted, 64 a command line that cannot be understood, 65 there is no such \
      finding, or contracts or recordings that cannot be read, 70 a fault of plumb or the system.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "What a report names the findings by: eight hexadecimal digits each.",
      valueName: "fingerprint"
    )
  )
  var fingerprints: [String]

  @Option(
    help: ArgumentHelp("The last day on which it is accepted, as 2027-01-31.", valueName: "date")
  )
  var until: String

  @Option(help: ArgumentHelp("Why it is accepted.", valueName: "reason"))
  var because: String

  @Option(help: ArgumentHelp("Who may be asked: a name, a ticket.", valueName: "who"))
  var ask: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Recordings, or a folder of them, that show the findings; may be repeated. "
        + "(default: recordings)",
      valueName: "path"
    ),
    completion: .file()
  )
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "A report, written with --report json, that holds the findings: needed for those of plumb "
        + "live.",
      valueName: "file"
    ),
    completion: .file(extensions: ["json"])
  )
  var report: String?

  @OptionGroup var contracts: ContractsOption

  func validate() throws {
    guard CalendarDate(until) != nil else {
      throw ValidationError("--until is a day such as 2027-01-31, found \"\(until)\"")
    }
    for fingerprint in fingerprints {
      guard fingerprint.utf8.count == 8, fingerprint.allSatisfy(\.isHexDigit) else {
        throw ValidationError(
          "a fingerprint is eight hexadecimal digits, as a report says it with each finding, "
            + "found \"\(fingerprint)\""
        )
      }
    }
    if because.allSatisfy(\.isWhitespace) {
      throw ValidationError("--because says why, for whoever reviews the file")
    }
    if report != nil, !paths.isEmpty {
      throw ValidationError("--report and --in say both where the findings are; give one")
    }
  }

  func run() async throws {
    let library = try contracts.load()
    let subjects =
      if let report {
        try ReportedFindings.subjects(in: report)
      } else {
        try await RecordedFindings(library: library).subjects(in: paths)
      }
    guard let day = CalendarDate(until) else { return }
    let book = AcceptanceBook(library: library)
    for fingerprint in Set(fingerprints.map { $0.lowercased() }).sorted() {
      let subject = try book.subject(fingerprint, among: subjects)
      let place = try book.add(subject, reason: because, contact: ask, until: day)
      StandardStream.output.write("\(subject.words) is accepted until \(until), in \(place)\n")
    }
    if day < CalendarDate(.now) {
      Console.note("\(until) is past: it accepts nothing until the day is changed")
    }
  }
}
