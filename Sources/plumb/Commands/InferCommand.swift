import ArgumentParser
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbText

/// `plumb infer`: contracts from what was recorded.
struct InferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer",
    abstract: "Makes contracts of what was recorded.",
    usage: "plumb infer [<path> ...] [<options>]",
    discussion: """
      Reads recordings, folders, HAR and NDJSON files twice: first to see which parts of the \
      addresses are parameters, then for the rest. Each row and parameter has behind it how often \
      it was seen; guesses stand beside what was guessed, and pages are suggested, not promised. \
      Whatever was read keeps the contracts that are made of it.

      A list of values takes \(Thresholds.valuesCount) of them, at most \(Thresholds.valuesMost) \
      different words that were each seen \(Thresholds.valuesEach) times; a pattern takes \
      \(Thresholds.patternCount) codes of one form, \(Thresholds.patternValues) of them \
      different; a format \(Thresholds.formatCount) values that all have it. docs/documents.md \
      says more.

      Examples:
        plumb infer session.har
        plumb infer recordings/library --output contracts

      Exit status: 0 written, 64 a command line that cannot be understood, 65 a recording that \
      cannot be read, or none that shows an operation, 70 the contracts cannot be written.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Recordings, folders of them, HAR or NDJSON files. (default: recordings)",
      valueName: "path"
    ),
    completion: .file()
  )
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The folder of contracts to write into, in it one folder for each API. (default: all files \
      to standard output)
      """,
      valueName: "dir"
    ),
    completion: .directory
  )
  var output: String?

  @Flag(help: "Write files anew that are there already.")
  var replace = false

  func validate() throws {
    if paths.contains("-") {
      throw ValidationError("recordings are read twice, and standard input can be read once")
    }
  }

  func run() throws {
    let files = try RecordingFinder.files(at: paths, areBodies: false)
    var survey = AddressSurvey()
    try read(files) { survey.add($0) }
    var inference = Inference(survey)
    try read(files) { inference.add($0) }
    guard survey.count > 0 else {
      throw Failure(.unreadable, RecordingFinder.nothingFound(in: paths))
    }
    let apis = inference.apis()
    guard !apis.isEmpty else {
      throw Failure(
        .unreadable,
        "none of \(survey.count) exchanges shows an operation: a success in JSON"
      )
    }
    for api in apis { try write(api) }
    if inference.ignored > 0 {
      Console.note("\(inference.ignored) of \(survey.count) exchanges show no operation")
    }
  }

  private func read(
    _ files: [RecordingFile],
    _ take: (Exchange) -> Void
  ) throws(Failure) {
    var stream = RecordStream()
    try stream.read(files) { record, _ throws(Failure) in take(record.exchange) }
  }

  private func write(_ inferred: InferredAPI) throws(Failure) {
    let api = NotationWriter.text(of: inferred.api, comments: inferred.apiComments)
    let files =
      [(name: "api.yaml", text: api)]
      + inferred.files.map { file in
        let text = NotationWriter.text(
          of: file.contracts,
          api: inferred.api,
          comments: inferred.comments
        )
        return (name: file.name, text: text)
      }
    guard let output else {
      for file in files {
        StandardStream.output.write("# --- \(inferred.api.id)/\(file.name)\n\(file.text)\n")
      }
      return
    }
    let folder = "\(output)/\(inferred.api.id)"
    try ContractFolderOutput(folder: folder, replaces: replace).write(files)
  }
}
