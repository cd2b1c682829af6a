import ArgumentParser
import PlumbChecking
import PlumbModel
import PlumbNotation
import PlumbRecordings

/// `plumb merge`: what do the parts of a check say together?
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes the report of the whole from parts.",
    usage: "plumb merge <part> ... [<options>]",
    discussion: """
      Parts are what plumb check --partial wrote, one on a line: files of them, folders of files, or \
      - for standard input. They merge in any order to the very report that one check of all \
      recordings gives. Rules, places and servers are those that the parts were made with; the \
      contracts must be the same ones. Lines of places between recordings are looked up where the \
      recordings can be read.

      Examples:
        plumb check --shard 1/2 --partial --output 1.part
        plumb check --shard 2/2 --partial --output 2.part
        plumb merge 1.part 2.part --report html=report.html
        plumb merge parts --fail-on warning
        cat parts/* | plumb merge - --partial --output all.part

      Exit status: 0 clean, or with --partial a part was written; 1 findings at or above --fail-on, \
      64 a command line that cannot be understood, 65 a part or contract that cannot be read, parts \
      that do not belong together, or nothing that could be judged, 70 a fault of plumb or the \
      system.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Files of parts, folders of them, or - for standard input.",
      valueName: "part"
    ),
    completion: .file()
  )
  var parts: [String]

  @OptionGroup var contracts: ContractsOption

  @OptionGroup var reporting: ReportingOptions

  @Flag(help: "Write one part of all, in place of a report.")
  var partial = false

  @OptionGroup var file: PartFileOption

  @OptionGroup var color: ColorOption

  @Flag(name: .shortAndLong, help: "Say nothing but findings.")
  var quiet = false

  func validate() throws {
    if parts.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once; name - once")
    }
    guard !partial else {
      guard reporting.reports.isEmpty else {
        throw ValidationError("--partial writes a part in place of a report; leave --report out")
      }
      return
    }
    try file.refuse()
  }

  @MainActor
  func run() async throws {
    for report in reporting.files { try ReportFile.prepare(report) }
    if partial { try PartOutput.prepare(file.output) }
    let library = try contracts.load()
    let run = try MergeRun(try PartFiles.read(parts), library)
    let (extract, notes) = try await run.join()
    guard !partial else {
      return try PartOutput(
        library: library,
        checker: run.checker,
        terms: run.terms,
        file: file.output
      )
      .write(extract, notes)
    }
    let verdict = Verdict(
      library: library,
      checker: run.checker,
      reporting: reporting,
      color: color,
      listsPlaces: run.terms.placeLimit == nil,
      isQuiet: quiet,
      server: { run.terms.servers[$0.id] ?? $0.server }
    )
    let named = extract.filesNamedByLines
    let locator = PlaceLocator(recordings: extract.files.subtracting(named))
    try verdict.give(on: extract, notes, locator, orElse: "there is no exchange in these parts")
  }
}
