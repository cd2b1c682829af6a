import ArgumentParser
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbReports

/// `plumb show`: what is in a recording?
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows what is in a recording, or writes recordings in another form.",
    usage: """
      plumb show <recording> [--entry <entry>] [--verify]
      plumb show <recording> ... --as <form> [--output <path>]
      """,
    discussion: """
      Shows the request, the response and its body, whether the recording was edited, and which \
      operation it belongs to.

      With --as, writes all exchanges of files and folders as an HTTP archive (har), one on a line \
      (ndjson), or as a folder of recordings (http), without credentials. Exchanges stand in the \
      order in which they were recorded.

      Examples:
        plumb show recordings/library/books.list/3f9a0c12be45.http
        plumb show session.har --entry 7
        plumb show recordings/library/books.list/3f9a0c12be45.http --verify
        plumb show recordings/library --as har --output library.har
        plumb show session.har --as http --output recordings/library

      Exit status: 0 shown or written, 64 no such entry, 65 a recording that cannot be read, or \
      with --verify one whose body is not the one that was recorded, 70 the output cannot be \
      written.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "A recording (.http), an HTTP archive (.har), or exchanges one on a line (.ndjson).",
      valueName: "recording"
    ),
    completion: .file(extensions: ["http", "har", "ndjson", "jsonl"])
  )
  var recordings: [String]

  @Option(help: "Which exchange of the file to show, from 0.")
  var entry = 0

  @Flag(help: "Compute the body's SHA-256 and hold it to the recorded one.")
  var verify = false

  @OptionGroup var conversion: ConversionOptions
  @OptionGroup var contracts: ContractsOption
  @OptionGroup var color: ColorOption

  func validate() throws {
    guard entry >= 0 else { throw ValidationError("--entry counts from 0, found \(entry)") }
    guard conversion.form == nil else {
      guard !verify, entry == 0 else {
        throw ValidationError("--as writes all exchanges; leave --entry and --verify out")
      }
      return
    }
    guard recordings.count == 1 else {
      throw ValidationError("one recording is shown at a time; --as writes several in one form")
    }
  }

  func run() throws {
    let library = Folder.exists(contracts.contracts) ? try? contracts.load() : nil
    guard conversion.form == nil else {
      return try RecordingConversion(conversion, library).run(over: recordings)
    }
    try show(recordings[0], library)
  }

  private func show(_ recording: String, _ library: ContractLibrary?) throws {
    if RecordingFile.Format(path: recording) == .json, Folder.exists(recording) {
      throw Failure(
        .usage,
        "\(recording): is no recording, but a bare body; show takes .http, .har and .ndjson files"
      )
    }
    let files = try RecordingFinder.files(at: [recording], areBodies: false)
    guard let file = files.first, files.count == 1, file.path == recording else {
      throw Failure(
        .usage,
        "\(recording): is a folder with \(files.count) recordings; name one of them"
      )
    }
    let recorded = try RecordedExchange(of: file, entry: entry)
    if verify { try hold(file) }
    let text = ExchangeText(
      width: color.width,
      isColoured: color.isColoured,
      numbersLines: StandardStream.output.isTerminal,
      redactor: Redactor(of: library)
    )
    let facts = facts(of: recorded, library)
    StandardStream.output.write(text.text(of: recorded.exchange, facts: facts))
  }

  private func facts(of recorded: RecordedExchange, _ library: ContractLibrary?) -> [String] {
    var facts: [String] = []
    if recorded.count > 1 { facts.append("entry \(entry) of \(recorded.count), from 0") }
    if let library {
      let contract = OperationFinder(library).contract(of: recorded.exchange.request)
      facts.append(
        contract.map { "operation \($0.qualifiedName), \"\($0.title)\"" }
          ?? "belongs to no operation under contract"
      )
    }
    if recorded.isEdited { facts.append("was edited after it was recorded") }
    if verify { facts.append("the body is the one that was recorded") }
    return facts
  }

  /// Holds the body to its recorded hash.
  private func hold(_ file: RecordingFile) throws(Failure) {
    guard file.format == .http else {
      throw Failure(
        .usage,
        "\(file.path): only recordings (.http) carry a SHA-256; leave --verify out"
      )
    }
    do throws(RecordingError) {
      _ = try RecordedFiles.read(file.path, verifying: true)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }
}
