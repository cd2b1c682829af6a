import ArgumentParser
import PlumbChecking
import PlumbModel
import PlumbNotation
import PlumbRecordings

/// `plumb check`: do these recordings keep the contracts?
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Holds recordings to the contracts.",
    usage: "plumb check [<path> ...] [<options>]",
    discussion: """
      Paths are recordings (.http), HTTP archives (.har), exchanges one on a line (.ndjson), \
      folders of them, or - for exchanges one on a line on standard input. With --operation they \
      are bare response bodies (.json), and - is one body.

      Examples:
        plumb check
        plumb check recordings/library --fail-on warning
        plumb check session.har --report json=report.json
        curl -s https://api.example.org/books/ | plumb check - --operation books.list

      Exit status: 0 clean, 1 findings at or above --fail-on, 64 a command line that cannot be \
      understood, 65 a contract or recording that cannot be read, or nothing that could be judged, \
      70 a fault of plumb or the system.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Recordings, folders of them, or - for standard input. (default: recordings)",
      valueName: "path"
    ),
    completion: .file()
  )
  var paths: [String] = []

  @OptionGroup var contracts: ContractsOption

  @Option(
    help: ArgumentHelp("The operation whose bare bodies the paths are.", valueName: "id"),
    completion: .operations
  )
  var operation: String?

  @OptionGroup var judging: JudgingOptions

  @OptionGroup var servers: BaseURLOption

  @Option(help: "How many readers share the work. (default: one for each processor)")
  var jobs: Int?

  @OptionGroup var color: ColorOption

  @Flag(name: .shortAndLong, help: "Say nothing but findings.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256, found \(jobs)")
    }
    if paths.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once; name - once")
    }
    if operation != nil, paths.isEmpty {
      throw ValidationError("--operation needs the bodies to check; name files, or - to read one")
    }
  }

  // On the thread that the process began with: its memory grows in large steps, that of others page
  // by page, with a call of the system for each.
  @MainActor
  func run() async throws {
    for file in judging.files { try ReportFile.prepare(file) }
    let library = try contracts.load()
    let run = CheckRun(
      checker: try checker(of: library),
      operation: try operation.map { try library.contract(named: $0).qualifiedName },
      workers: jobs ?? Environment.processors,
      showsProgress: !quiet
    )
    let files = try RecordingFinder.files(at: paths, areBodies: operation != nil)
    let outcome = await run.read(files)
    for path in outcome.edited { Console.note("\(path): was edited after it was recorded") }
    for error in outcome.errors { Console.error(error.description) }
    guard let extract = outcome.extract else { throw Failure(.fault, "nothing was read") }
    var report = run.checker.report(on: extract)
    report.locatePlaces(PlaceLocator(files).locate)
    report.summary.files = files.count
    report.summary.unread = outcome.errors.count
    judging.accept(library.acceptances, in: &report)
    Leftover.keep((outcome, report))
    guard report.summary.exchanges > 0 else {
      guard outcome.errors.isEmpty else { throw Failure(.unreadable) }
      throw Failure(.unreadable, RecordingFinder.nothingFound(in: paths))
    }
    try judging.output(color, isQuiet: quiet, redactor: redactor(of: library, for: report))
      .write(report)
    guard outcome.errors.isEmpty else { throw Failure(.unreadable, unread(outcome, of: files)) }
    guard report.summary.unjudged < report.summary.exchanges else {
      throw Failure(.unreadable, nothingJudged(report, library))
    }
    if judging.fails(report) { throw Failure(.findings) }
  }

  /// What to say below a report that is of a part only.
  private func unread(_ outcome: CheckRun.Outcome, of files: [RecordingFile]) -> String {
    let count = outcome.errors.count
    return """
      \(count) of \(files.count) file\(files.count == 1 ? "" : "s") could not be read whole; \
      the report is of the rest
      """
  }

  /// What to say below a report in which nothing was judged: that is no pass.
  private func nothingJudged(_ report: Report, _ library: ContractLibrary) -> String {
    guard report.unjudged.contains(where: { $0.reason == .noContract }) else {
      return
        "nothing was judged: every answer is a refusal (429), a failure (5xx) or cut short; record them anew"
    }
    let servers = library.apis.map(servers.server).joined(separator: ", ")
    return """
      nothing was judged: no exchange belongs to an operation under contract
      the contracts are for \(servers); another server is named with --base-url, other \
      contracts with --contracts; plumb table lists the operations
      """
  }

  /// What takes credentials out of the report; it has looked through the recordings that are shown.
  private func redactor(of library: ContractLibrary, for report: Report) -> Redactor {
    let places = report.findings.flatMap(\.places) + report.unjudged.map(\.place)
    return Redactor(of: library).learning(fromRecordings: places.map(\.recording))
  }

  private func checker(of library: ContractLibrary) throws(Failure) -> Checker {
    let servers = try servers.servers(of: library.apis)
    return Checker(
      apis: library.apis,
      contracts: library.contracts,
      options: judging.options(servers: servers)
    )
  }
}
