import ArgumentParser
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbRecordings

/// `plumb import`: what other programs keep and what documents say, as recordings and contracts.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turns documents into contracts, and what other programs keep into recordings.",
    discussion: """
      Examples:
        plumb import openapi openapi.json --output contracts/library
        plumb import page books.html --output contracts/library
        plumb import cassette tests/cassettes/*.yaml --output recordings/library
      """,
    subcommands: [
      ImportOpenAPICommand.self, ImportSchemaCommand.self, ImportPageCommand.self,
      ImportCassetteCommand.self,
    ]
  )
}

/// `plumb import cassette`: vcrpy's cassettes as recordings.
struct ImportCassetteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cassette",
    abstract: "Turns cassettes of vcrpy, the Python recorder, into recordings.",
    usage: "plumb import cassette <file> ... --output <dir> [--resume | --replace]",
    discussion: """
      Reads cassettes in YAML and in JSON and writes their exchanges into a folder of recordings, \
      without credentials. Bodies in gzip and deflate are decoded; one in another content coding \
      is kept as it is, and its exchange marked as failed.

      Examples:
        plumb import cassette tests/cassettes/*.yaml --output recordings/library

      Exit status: 0 written, 64 a command line that cannot be understood, 65 a cassette that \
      cannot be read, 70 the recordings cannot be written.
      """
  )

  @Argument(help: "A cassette.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: [String]

  @Option(
    help: ArgumentHelp("The folder of recordings to write.", valueName: "dir"),
    completion: .directory
  )
  var output: String

  @OptionGroup var existing: ExistingRecordings
  @OptionGroup var contracts: ContractsOption

  func run() throws {
    let library = Folder.exists(contracts.contracts) ? try? contracts.load() : nil
    var session = SessionOutput(
      folder: output,
      mode: existing.mode,
      redactor: Redactor(of: library),
      library: library
    )
    var order = 0
    for path in file {
      let cassette = try read(path)
      for (entry, exchange) in cassette.exchanges.enumerated() {
        let record = ExchangeRecord(exchange, Circumstances(order: order))
        let source = ExchangeSource(file: path, rank: 0, entry: entry, session: path)
        try session.write(record, from: source)
        order += 1
      }
      for (coding, count) in cassette.undecoded.sorted(by: { $0.key < $1.key }) {
        Console.note(
          "\(path): \(count) \(count == 1 ? "body" : "bodies") in \(coding), which is not decoded: "
            + "recorded as failed"
        )
      }
    }
    try session.finish()
  }

  private func read(_ path: String) throws(Failure) -> Cassette {
    let bytes: [UInt8]
    do throws(RecordingError) {
      bytes = try FileReader.bytes(of: path)
    } catch {
      throw Failure(.unreadable, "\(error.inFile(path))")
    }
    do throws(Diagnostic) {
      return try Cassette(bytes, file: path)
    } catch {
      throw Failure(.unreadable, error.line)
    }
  }
}
