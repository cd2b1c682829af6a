import ArgumentParser
import PlumbChecking
import PlumbDrift
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbReports

/// `plumb drift`: where do two tables part ways?
struct DriftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Compares documents with documents, with recordings, or recordings with later ones.",
    usage: "plumb drift <before> [<after> ...] [<options>]",
    discussion: """
      Paths are folders of contracts, OpenAPI descriptions, reference pages, or recordings: a \
      folder, a HAR or an NDJSON file. With one path, what the contracts promise comes before it. \
      With more than two, the first is compared with the last, and those between say since when.

      Recordings are held to the documents that are compared with them, else to --contracts, else \
      to what can be inferred from them.

      Examples:
        plumb drift recordings/library
        plumb drift recordings/2026-05 recordings/2026-11
        plumb drift openapi-1.0.json openapi-1.1.json --report markdown=drift.md
        plumb drift contracts/library manual.html
        plumb drift recordings/library --since 2026-11-01
        plumb drift recordings/library --patch

      Exit status: 0 no change at or above --fail-on, 1 there is, 64 a command line that cannot be \
      understood, 65 a path that cannot be read or compared, 70 a fault of plumb or the system.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "What is compared, in order of time; one alone is compared with the contracts.",
      valueName: "path"
    ),
    completion: .file()
  )
  var paths: [String]

  @OptionGroup var contracts: ContractsOption

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      """
      A report to write: text, json, markdown or html; to standard output in place of the text or \
      to a file; may be repeated.
      """,
      valueName: "format[=file]"
    )
  )
  var reports: [ReportTarget] = []

  @Option(help: "The mildest consequence that fails: compatible, risky, breaking or never.")
  var failOn = FailOnConsequence.breaking

  @OptionGroup var servers: BaseURLOption

  @Option(
    help: ArgumentHelp(
      "Divide the recordings of one path: those before this day, and those from it on.",
      valueName: "date"
    ),
    transform: { text in
      guard let day = CalendarDate(text) else {
        throw ValidationError("expected a day such as 2026-11-30, found \"\(text)\"")
      }
      return day
    }
  )
  var since: CalendarDate?

  @Flag(help: "Write into the contracts what was observed, so that nothing differs any more.")
  var patch = false

  @Option(help: "How many readers share the work. (default: one for each processor)")
  var jobs: Int?

  @OptionGroup var color: ColorOption

  @Flag(name: .shortAndLong, help: "Say nothing but changes.")
  var quiet = false

  func validate() throws {
    try ReportTarget.validate(reports)
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256, found \(jobs)")
    }
    if let report = reports.first(where: { [.junit, .sarif, .github].contains($0.format) }) {
      throw ValidationError(
        "drift is written as text, json, markdown or html, not as \(report.format.rawValue)"
      )
    }
    if since != nil, paths.count != 1 {
      throw ValidationError("--since divides the recordings of one path; name one")
    }
    if paths.contains("-") {
      throw ValidationError("drift reads files and folders; write standard input to a file first")
    }
  }

  @MainActor
  func run() async throws {
    for file in reports.compactMap(\.file) { try ReportFile.prepare(file) }
    let inputs = try inputs()
    if patch { try PatchRun.check(inputs) }
    let sides = DriftSides(
      inputs: inputs,
      library: Folder.exists(contracts.contracts) ? try contracts.load() : nil,
      servers: servers,
      workers: jobs ?? Environment.processors,
      showsProgress: !quiet
    )
    let outcome = try await sides.read()
    for error in outcome.errors { Console.error(error.description) }
    var report = Drift(documents: outcome.documents).report(on: outcome.sides)
    try PresenceRun(sides: sides).explain(&report, outcome)
    try DriftOutput(
      targets: reports,
      look: color.look(isQuiet: quiet, redactor: redactor(of: outcome, report))
    )
    .write(report)
    guard outcome.errors.isEmpty else {
      throw Failure(.unreadable, "the comparison is of what could be read")
    }
    guard report.compared > 0 else {
      throw Failure(
        .unreadable,
        "nothing was compared: no operation is on both sides; name the server with --base-url"
      )
    }
    if patch {
      return try await PatchRun(sides: sides, isColoured: color.isColoured).write(outcome)
    }
    if failOn.fails(report) { throw Failure(.findings) }
  }

  /// What takes credentials out: it knows all documents that were read, and has looked through the
  /// recordings that are shown.
  private func redactor(of outcome: DriftSides.Outcome, _ report: DriftReport) -> Redactor {
    let documents = [outcome.documents] + outcome.sides.compactMap(\.documents)
    let rows = report.tables.flatMap(\.rows)
    let examples = rows.flatMap { [$0.seenBefore, $0.seenAfter] }.compactMap { $0?.example?.place }
    return Redactor(
      knowing: documents.flatMap(\.apis),
      contracts: documents.flatMap(\.contracts)
    )
    .learning(fromRecordings: (report.changes.flatMap(\.places) + examples).map(\.recording))
  }

  /// The sides in order; the contracts in front of one alone, which --since divides.
  private func inputs() throws(Failure) -> [DriftInput] {
    var inputs: [DriftInput] = []
    for path in paths { inputs.append(try DriftInput(path)) }
    guard inputs.count == 1, let only = inputs.first else { return inputs }
    if let since {
      guard !only.kind.isDocument else {
        throw Failure(.usage, "\(only.path): --since divides recordings, these are documents")
      }
      return try only.divided(at: since)
    }
    let folder = contracts.contracts
    guard Folder.exists(folder), only.path != folder else {
      throw Failure(
        .usage,
        "\(only.path): name what to compare it with, or the contracts with --contracts"
      )
    }
    return [try DriftInput(folder)] + inputs
  }
}
