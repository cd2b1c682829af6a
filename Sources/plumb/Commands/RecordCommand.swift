#if Live
import ArgumentParser
import PlumbLive
import PlumbModel
import PlumbRecordings
import PlumbReports
import PlumbServing

/// `plumb record`: keeps what a live API answers.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Records what a live API answers.",
    usage: "plumb record [<api>[/<operation>] ...] [<options>]",
    discussion: """
      Asks for the examples of the contracts, each documented order, and all pages behind them, in \
      the pace of the contract, and keeps each answer in a file of its own, without credentials. \
      Without a name, every API is asked; library/books stands for all operations whose names begin \
      with "books." as well. Keys come from the environment variables that the \
      contracts name. Ctrl-C ends it after the exchange in flight.

      Examples:
        plumb record library
        plumb record library/books.list library/books.one --resume
        plumb record library --base-url http://127.0.0.1:8080 --output /tmp/recordings
        plumb record library --tour tour.txt --budget 200

      Exit status: 0 recorded, 64 a command line that cannot be understood or a key that is \
      missing, 65 a contract or tour that cannot be read, 69 an API that could not be reached or \
      did not answer everything, 70 a fault of plumb or the system, 130 stopped.
      """
  )

  @Argument(
    help: ArgumentHelp("APIs, or operations of them. (default: all)", valueName: "api/operation"),
    completion: .operations
  )
  var names: [String] = []

  @Option(
    help: ArgumentHelp("Where the recordings go: a folder for each API in it.", valueName: "dir"),
    completion: .directory
  )
  var output = RecordingFinder.standardPath

  @OptionGroup var keeping: KeepingOptions
  @OptionGroup var walk: WalkOptions

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    let journeys = try walk.journeys(to: names)
    let stop = Interruption.signal()
    let transport = HTTPTransport(limits: try walk.sending.limits())
    defer { transport.close() }
    var end = WalkEnd()
    for journey in journeys where end.goesOn {
      let outcome = try await record(journey, transport, stop, sent: end.sent)
      end.add(outcome, of: journey.api.id, keeps: true)
    }
    if let failure = end.failure { throw failure }
  }

  private func record(
    _ journey: Journey,
    _ transport: HTTPTransport,
    _ stop: StopSignal,
    sent: Int
  ) async throws -> Walk.Outcome {
    let writer = try journey.writer(in: output, mode: keeping.mode)
    let progress = WalkProgress(journey, isQuiet: quiet)
    progress.note(leftOut: journey.plan.leftOut)
    let recorder = Recorder(
      writer: writer,
      contracts: journey.contracts,
      site: journey.site,
      resumes: keeping.mode == .resume,
      onTake: progress.take,
      onRemark: progress.remark
    )
    let budget = walk.budget.map { $0 - sent }
    let outcome: Walk.Outcome
    do {
      outcome = try await journey.walk(transport, budget: budget, stop: stop).run(recorder)
      if outcome.isWhole { progress.note(removed: try writer.finish(of: journey.named)) }
    } catch let error as RecordingError {
      progress.end()
      throw Failure(.fault, journey.redactor.redacted(error.description))
    }
    progress.end()
    if !quiet { StandardStream.output.write(summary(outcome, journey, writer.folder)) }
    let refused = await recorder.refusedCount
    guard refused == 0 else {
      throw Failure(.unavailable, "not recorded: \(refused.of("exchange"))")
    }
    return outcome
  }

  private func summary(_ outcome: Walk.Outcome, _ journey: Journey, _ folder: String) -> String {
    var text = "\(journey.api.id): \(outcome.exchanges.of("exchange")) recorded in \(folder)"
    if outcome.reused > 0 { text += ", \(outcome.reused) were there" }
    return text + "\n"
  }
}
#endif
