#if Live
import ArgumentParser
import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbRecordings
import PlumbServing

/// `plumb live`: does the API keep its contracts right now?
struct LiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "live",
    abstract: "Holds a live API to the contracts.",
    usage: "plumb live [<api>[/<operation>] ...] [<options>]",
    discussion: """
      Asks as plumb record does, and checks on the way: findings are told on standard error as \
      they are met, the report comes at the end. What could not be had (refusals for speed, \
      failures of the server, answers cut short) is no finding.

      Examples:
        plumb live library
        plumb live library/books.list --follow --keep /tmp/recordings
        plumb live --base-url http://127.0.0.1:8080 library --report json=report.json
        plumb live library --header LIBRARY-KEY=KEY_OF_STAGING --base-url https://staging.example.org

      Exit status: 0 clean, 1 findings at or above --fail-on, 64 a command line that cannot be \
      understood or a key that is missing, 65 a contract or tour that cannot be read, 69 an API \
      that could not be reached or not be judged, 70 a fault of plumb or the system, 130 stopped.
      """
  )

  @Argument(
    help: ArgumentHelp("APIs, or operations of them. (default: all)", valueName: "api/operation"),
    completion: .operations
  )
  var names: [String] = []

  @Option(
    help: ArgumentHelp("Where to keep the recordings. (default: nowhere)", valueName: "dir"),
    completion: .directory
  )
  var keep: String?

  @OptionGroup var keeping: KeepingOptions
  @OptionGroup var walk: WalkOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var color: ColorOption

  @Flag(name: .shortAndLong, help: "Say nothing but findings.")
  var quiet = false

  func validate() throws {
    if keep == nil, keeping.resume || keeping.replace {
      throw ValidationError("--resume and --replace need --keep, which names the recordings")
    }
  }

  func run() async throws {
    for file in judging.files { try ReportFile.prepare(file) }
    let journeys = try walk.journeys(to: names)
    let spool = try keep == nil ? Spool() : nil
    defer { spool?.remove() }
    let stop = Interruption.signal()
    let transport = HTTPTransport(limits: try walk.sending.limits())
    defer { transport.close() }
    let checker = checker(of: journeys)
    var end = WalkEnd()
    var results: [LiveCheck.Result] = []
    for journey in journeys where end.goesOn {
      let visit = LiveVisit(
        journey: journey,
        checker: checker,
        folder: keep ?? spool?.path ?? ".",
        mode: keeping.mode,
        isKept: keep != nil,
        isQuiet: quiet
      )
      let (outcome, result) = try await visit.run(
        transport,
        stop,
        budget: walk.budget.map { $0 - end.sent },
        rank: results.last?.nextRank ?? 0
      )
      end.add(outcome, of: journey.api.id, keeps: keep != nil)
      results.append(result)
    }
    try report(on: results, journeys, checker, end)
  }

  private func report(
    on results: [LiveCheck.Result],
    _ journeys: [Journey],
    _ checker: Checker,
    _ end: WalkEnd
  ) throws {
    var report = LiveCheck.report(
      on: results,
      checker: checker,
      contracts: journeys.flatMap(\.contracts)
    )
    let files = results.reduce(into: [:]) { $0.merge($1.files) { $1 } }
    report.locatePlaces(PlaceLocator(named: files).locate)
    guard report.summary.exchanges > 0 else {
      throw end.failure ?? Failure(.unavailable, "no exchange was made")
    }
    judging.accept(journeys.flatMap(\.acceptances), in: &report)
    let redactor = Redactor(
      secrets: journeys.flatMap(\.keyring.secrets),
      apis: journeys.map(\.api),
      contracts: journeys.flatMap(\.contracts)
    )
    try judging.output(color, isQuiet: quiet, redactor: redactor).write(report)
    if end.failure?.status == .interrupted, let failure = end.failure { throw failure }
    if judging.fails(report) {
      throw Failure(.findings, end.failure?.messages ?? [])
    }
    if let failure = end.failure { throw failure }
  }

  private func checker(of journeys: [Journey]) -> Checker {
    let servers = journeys.map { ($0.api.id, $0.site.base) }
    return Checker(
      apis: journeys.map(\.api),
      contracts: journeys.flatMap(\.contracts),
      options: judging.options(servers: Dictionary(servers) { $1 })
    )
  }
}
#endif
