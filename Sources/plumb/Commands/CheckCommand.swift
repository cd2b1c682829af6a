import ArgumentParser
import PlumbChecking
import PlumbModel
import PlumbNotation
import PlumbRecordings

/// `plumb check`: do these recordings keep the contracts?
struct CheckCommand: AsyncParsableCommand {
  /// From which severity on findings fail the check.
  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    /// The mildest severity that fails; `nil` when none does.
    var severity: Rule.Severity? { Rule.Severity(rawValue: rawValue) }
  }

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
      understood, 65 a contract or recording that cannot be read, 70 a fault of plumb or the system.
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

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "A report to write; may be repeated. json to standard output takes the place of the text.",
      valueName: "format[=file]"
    )
  )
  var reports: [ReportTarget] = []

  @Option(help: "The mildest finding that fails the check.")
  var failOn = FailOn.error

  @Flag(help: "List every place of every finding; else a report keeps 20, and the text shows one.")
  var allPlaces = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "A server in place of an API's own; without the API's name, of every API's.",
      valueName: "[api=]url"
    ),
    transform: BaseURL.init(argument:)
  )
  var baseURLs: [BaseURL] = []

  @Option(help: "How many files to read at a time. (default: one for each processor)")
  var jobs: Int?

  @OptionGroup var color: ColorOption

  @Flag(name: .shortAndLong, help: "Say nothing but findings.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256, found \(jobs)")
    }
    if reports.count(where: { $0.file == nil }) > 1 {
      throw ValidationError(
        "only one report fits standard output; give the others a file, as in --report json=FILE"
      )
    }
    let files = reports.compactMap(\.file)
    if Set(files).count < files.count {
      throw ValidationError("two reports go to one file; give each its own")
    }
    if operation != nil, paths.isEmpty {
      throw ValidationError("--operation needs the bodies to check; name files, or - to read one")
    }
  }

  func run() async throws {
    let library = try contracts.load()
    let run = CheckRun(
      checker: try checker(of: library),
      operation: try operation.map { try library.contract(named: $0).qualifiedName },
      workers: jobs ?? Environment.processors
    )
    let files = try RecordingFinder.files(at: paths, areBodies: operation != nil)
    let outcome = await run.read(files)
    for path in outcome.edited { Console.note("\(path): was edited after it was recorded") }
    for error in outcome.errors { Console.error(error.description) }
    guard let extract = outcome.extract else { throw Failure(.fault, "nothing was read") }
    var report = run.checker.report(on: extract)
    report.summary.files = outcome.filesRead
    guard report.summary.exchanges > 0 else {
      guard outcome.errors.isEmpty else { throw Failure(.unreadable) }
      throw Failure(.unreadable, RecordingFinder.nothingFound(in: paths))
    }
    try output.write(report)
    if !outcome.errors.isEmpty { throw Failure(.unreadable) }
    if let severity = failOn.severity, report.findings.contains(where: { $0.severity >= severity })
    {
      throw Failure(.findings)
    }
  }

  private var output: ReportOutput {
    ReportOutput(
      targets: reports,
      width: color.width,
      isColoured: color.isColoured,
      listsPlaces: allPlaces,
      isQuiet: quiet
    )
  }

  private func checker(of library: ContractLibrary) throws(Failure) -> Checker {
    var options = Checker.Options()
    if allPlaces { options.placeLimit = nil }
    let names = library.apis.map(\.id)
    for server in baseURLs {
      if let api = server.api, !names.contains(api) {
        let remedy = Misspelling.hint(
          for: api,
          among: names,
          otherwise: "; there are \(names.joined(separator: ", "))"
        )
        throw Failure(.usage, "there is no API \"\(api)\" under contract\(remedy)")
      }
      for name in server.api.map({ [$0] }) ?? names { options.servers[name] = server.url }
    }
    return Checker(apis: library.apis, contracts: library.contracts, options: options)
  }
}
