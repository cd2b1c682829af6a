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
        plumb check --shard 3/16 --partial --output 3.part

      Exit status: 0 clean, or with --partial a part was written; 1 findings at or above --fail-on, 64 a command line that cannot be \
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

  @OptionGroup var part: PartOptions

  @OptionGroup var servers: BaseURLOption

  @Option(help: "How many readers share the work. (default: one for each processor)")
  var jobs: Int?

  @OptionGroup var color: ColorOption

  @Flag(name: .shortAndLong, help: "Say nothing but findings.")
  var quiet = false

  func validate() throws {
    guard !part.partial || judging.reporting.reports.isEmpty else {
      throw ValidationError(
        "--partial writes a part in place of a report; give --report to plumb merge"
      )
    }
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
    if part.partial { try PartOutput.prepare(part.file.output) }
    let library = try contracts.load()
    let options = try options(of: library)
    var run = CheckRun(
      checker: Checker(apis: library.apis, contracts: library.contracts, options: options),
      operation: try operation.map { try library.contract(named: $0).qualifiedName },
      workers: jobs ?? Environment.processors,
      showsProgress: !quiet
    )
    let files = try RecordingFinder.files(at: paths, areBodies: operation != nil)
    guard !part.partial else { return try await writePart(of: files, &run, library, options) }
    let outcome = await run.read(files)
    guard let extract = outcome.extract else { throw Failure(.fault, "nothing was read") }
    let verdict = Verdict(
      library: library,
      checker: run.checker,
      reporting: judging.reporting,
      color: color,
      listsPlaces: judging.allPlaces,
      isQuiet: quiet,
      server: servers.server
    )
    try verdict.give(
      on: extract,
      outcome.notes,
      PlaceLocator(files),
      orElse: RecordingFinder.nothingFound(in: paths)
    )
  }

  /// Reads a share of the recordings, and writes what it leaves behind.
  @MainActor
  private func writePart(
    of files: [RecordingFile],
    _ run: inout CheckRun,
    _ library: ContractLibrary,
    _ options: Checker.Options
  ) async throws {
    let shard = part.shard.map { ShardPlan($0, of: files) }
    run.share = PartShare(shard: shard, inputName: part.inputName)
    let outcome = await run.read(shard?.files ?? files)
    for error in outcome.errors { Console.error(error.description) }
    let output = PartOutput(
      library: library,
      checker: run.checker,
      terms: try PartTerms(library, options),
      file: part.file.output
    )
    guard let extract = outcome.extract else { throw Failure(.fault, "nothing was read") }
    try output.write(extract, outcome.notes)
    Leftover.keep(outcome)
    guard outcome.errors.isEmpty else {
      throw Failure(.unreadable, "the part is of what could be read; the merge will say so")
    }
  }

  private func options(of library: ContractLibrary) throws(Failure) -> Checker.Options {
    var options = judging.options(servers: try servers.servers(of: library.apis))
    options.keepsSources = part.partial
    return options
  }
}
