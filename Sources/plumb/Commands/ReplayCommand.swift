#if Live
import ArgumentParser
import PlumbModel
import PlumbRecordings
import PlumbReplay
import PlumbReports
import PlumbServing

/// `plumb replay`: serves recordings to any client.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Serves recordings to any client.",
    usage: "plumb replay [<path> ...] [<options>]",
    discussion: """
      Answers each request from the recording that has the same method, path and query, whose \
      parameters may come in any order. What was not recorded is answered 501, with the closest \
      recordings and what differs; nothing is ever asked of the network.

      Examples:
        plumb replay
        plumb replay recordings/library --port 8080 --rewrite-urls
        plumb replay session.har --match header:Accept-Language --repeat cycle
        plumb replay --fault 429:0.1,reset:0.05 --delay 50ms

      http://127.0.0.1:PORT/__plumb/health, misses and unused tell how it goes. It ends with \
      Ctrl-C, when the requests in flight are answered.

      Exit status: 0 stopped, 64 a command line that cannot be understood, 65 a recording that \
      cannot be read, or none, 69 an address that cannot be listened on.
      """
  )

  @Argument(
    help: ArgumentHelp("Recordings, or folders of them. (default: recordings)", valueName: "path"),
    completion: .file()
  )
  var paths: [String] = []

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port = 0

  @Option(help: "The address to listen on; 0.0.0.0 lets other machines in.")
  var host = "127.0.0.1"

  @Option(
    name: .customLong("match"),
    help: ArgumentHelp(
      "What else must be as recorded: header:NAME or body; may be repeated.",
      valueName: "what"
    )
  )
  var matches: [MatchWord] = []

  @Option(help: "What follows the last of several recordings of one request.")
  var `repeat` = RepeatWord.last

  @Flag(
    name: .customLong("rewrite-urls"),
    help: "Let URLs of the recorded server lead to this one."
  )
  var rewritesURLs = false

  @Option(
    help: ArgumentHelp(
      "How long answers take: recorded, or a duration such as 50ms.",
      valueName: "time"
    )
  )
  var delay: DelayWord?

  @Option(
    name: .customLong("fault"),
    help: ArgumentHelp(
      "What goes wrong, separated by commas: \(Weather.words); each with its rate, as in 429:0.1. "
        + "(default rate: 0.1)",
      valueName: "names"
    ),
    transform: { try Weather(argument: $0) }
  )
  var faults: Weather?

  @Option(help: "What faults are drawn from: the same number, the same faults.")
  var seed: UInt64 = 0

  @Option(help: "How many threads serve. (default: one for each processor)")
  var threads: Int?

  @Flag(help: "Print a line for each request.")
  var log = false

  @Flag(name: .shortAndLong, help: "Say nothing but the address and errors.")
  var quiet = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port is a number up to 65535, found \(port)")
    }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads is a number from 1 to 256, found \(threads)")
    }
    if paths.contains("-") {
      throw ValidationError("recordings are replayed from files; save the exchanges in one")
    }
  }

  func run() async throws {
    let replay = try await makeReplay()
    let status = ReplayStatus(replay)
    var limits = ServerLimits()
    limits.threads = threads ?? 0
    OpenFiles.raiseLimit()
    var responder: any Responder = replay
    if let faults { responder = WeatherResponder(replay, weather: faults, seed: seed) }
    var writeLog: (@Sendable (ServedRequest) -> Void)?
    if log { writeLog = RequestLog.write }
    let server = HTTPServer(
      responder: responder,
      host: host,
      port: port,
      limits: limits,
      local: LocalService(path: ReplayStatus.path, responder: status),
      log: writeLog
    )
    try await ServerRun.serve(server, host: host)
    guard !quiet else { return }
    for line in ReplaySummary.lines(status) { Console.note(line) }
  }

  private func makeReplay() async throws(Failure) -> ReplayResponder {
    let files = try RecordingFinder.files(at: paths, areBodies: false)
    var found = await RecordingLoader.load(files)
    guard found.errors.isEmpty else {
      throw Failure(.unreadable, found.errors.map(\.description))
    }
    guard !found.requests.isEmpty else {
      throw Failure(.unreadable, RecordingFinder.nothingFound(in: paths))
    }
    if delay == .recorded {
      do throws(RecordingError) {
        try found.addDurations(of: files)
      } catch {
        throw Failure(.unreadable, error.description)
      }
    }
    let count = found.requests.count
    if !quiet {
      Console.note("replaying \(count.of("recording")); Ctrl-C stops")
    }
    let notify: @Sendable (ReplayNote) -> Void =
      quiet ? ReplaySummary.tellErrors : ReplaySummary.tell
    return ReplayResponder(found.requests, options: options, notify: notify) {
      [answers = found.answers] place throws(RecordingError) in
      try answers[place].read()
    }
  }

  private var options: ReplayOptions {
    ReplayOptions(
      fields: matches.compactMap { if case .field(let name) = $0 { name } else { nil } },
      matchesBody: matches.contains(.body),
      repeats: `repeat`.repeats,
      delay: delay?.delay ?? .none,
      rewritesURLs: rewritesURLs
    )
  }
}
#endif
