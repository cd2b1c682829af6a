#if Live
import ArgumentParser
import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbServing
import PlumbText

/// `plumb proxy`: records what any client asks an API.
struct ProxyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proxy",
    abstract: "Records what any client asks an API, by standing between them.",
    usage: "plumb proxy --to <url-or-api> [<options>]",
    discussion: """
      Point a client at the address that is printed. Its requests go on to one server only, and \
      each answer is kept before the client sees it, without credentials. A client that sends no \
      key gets that of the API's contract. What does not come whole is answered 502 or 504. Ctrl-C \
      ends it once the requests in flight are answered.

      Examples:
        plumb proxy --to https://api.example.org
        plumb proxy --to library --port 8080 --check --rewrite
        plumb proxy --to https://staging.example.org --api library --output /tmp/recordings

      Exit status: 0 stopped, 1 findings at or above --fail-on with --check, 64 a command line that \
      cannot be understood, 65 a contract that cannot be read, 69 an address that cannot be \
      listened on, 70 a fault of plumb or the system.
      """
  )

  @Option(help: ArgumentHelp("The server, or an API under contract.", valueName: "url-or-api"))
  var to: String

  @Option(
    help: ArgumentHelp("The API under contract that the server is one of.", valueName: "name")
  )
  var api: String?

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port = 0

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp("Where the recordings go: a folder for the API in it.", valueName: "dir"),
    completion: .directory
  )
  var output = RecordingFinder.standardPath

  @Flag(help: "Check each exchange as it goes, and report at the end.")
  var check = false

  @Flag(help: "Turn the server's URLs in answers into URLs of the proxy; recordings keep them.")
  var rewrite = false

  @OptionGroup var keeping: KeepingOptions
  @OptionGroup var sending: SendingOptions
  @OptionGroup var contracts: ContractsOption
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var color: ColorOption

  @Flag(name: .shortAndLong, help: "Say nothing but the address, findings and errors.")
  var quiet = false

  func validate() throws {
    guard !(0...65_535).contains(port) else { return }
    throw ValidationError("--port is a number from 0 to 65535, found \(port)")
  }

  func run() async throws {
    for file in judging.files { try ReportFile.prepare(file) }
    let route = try ProxyRoute(self)
    let writer = try route.writer(in: output, mode: keeping.mode)
    let voice = ProxyVoice(redactor: route.redactor, isQuiet: quiet)
    let servers = route.apis.map { ($0.id, route.site.base) }
    let checker = Checker(
      apis: route.apis,
      contracts: route.contracts,
      options: judging.options(servers: Dictionary(servers) { $1 })
    )
    let recorder = Recorder(
      writer: writer,
      contracts: route.contracts,
      site: route.site,
      resumes: false,
      onTake: voice.take,
      onRemark: voice.remark
    )
    let accepted = route.acceptances.fingerprintsToday
    let live = LiveCheck(
      recorder: recorder,
      checker: checker,
      api: route.site.api,
      session: writer.folder,
      onFinding: { if !accepted.contains($0.fingerprint) { voice.found($0) } }
    )
    let transport = HTTPTransport(limits: try sending.limits())
    defer { transport.close() }
    let keeper: any WalkKeeper = check ? live : recorder
    let server = HTTPServer(
      responder: Proxy(
        target: route.site.base,
        transport: transport,
        keyring: route.keyring,
        contracts: route.contracts,
        keeper: keeper,
        options: route.options(rewrites: rewrite, allowsWrites: sending.allowWrites),
        onError: voice.failed
      ),
      host: host,
      port: port
    )
    if !quiet {
      Console.note(
        "passing requests on to \(route.site.base), keeping answers in \(writer.folder); "
          + "Ctrl-C stops"
      )
    }
    try await ServerRun.serve(server, host: host)
    if !quiet { StandardStream.output.write(voice.summary(of: writer.folder)) }
    if check { try await report(on: live, checker, route) }
    if voice.hasFailed { throw Failure(.fault) }
  }

  private func report(
    on live: LiveCheck,
    _ checker: Checker,
    _ route: ProxyRoute
  ) async throws {
    let result = await live.result()
    var report = LiveCheck.report(on: [result], checker: checker, contracts: route.contracts)
    guard report.summary.exchanges > 0 else { return }
    report.locatePlaces(PlaceLocator(named: result.files).locate)
    judging.accept(route.acceptances, in: &report)
    try judging.output(color, isQuiet: quiet, redactor: route.redactor).write(report)
    if judging.fails(report) { throw Failure(.findings) }
  }
}
#endif
