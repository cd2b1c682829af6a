import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbReports

/// A folder of recordings that exchanges from elsewhere are written into.
struct SessionOutput {
  private let folder: String
  private let mode: SessionWriter.Mode
  private let redactor: Redactor
  private let library: ContractLibrary?
  private var writer: SessionWriter?
  private var repeats: [Exchange.Request: Int] = [:]
  private var count = 0

  /// Creates an output; the folder is made with the first exchange.
  init(
    folder: String,
    mode: SessionWriter.Mode,
    redactor: Redactor,
    library: ContractLibrary?
  ) {
    self.folder = folder
    self.mode = mode
    self.redactor = redactor
    self.library = library
  }

  /// Writes an exchange, unless it is there and the walk is resumed.
  mutating func write(_ record: ExchangeRecord, from source: ExchangeSource) throws(Failure) {
    let request = record.exchange.request
    let contract = library.flatMap { OperationFinder($0).match(request) }
    let identity = Exchange.Request(method: request.method, url: request.url, body: request.body)
    let number = repeats[identity, default: 0]
    repeats[identity] = number + 1
    let writer = try opened(contract?.contract.api, source)
    do throws(RecordingError) {
      guard mode != .resume || !writer.contains(request, repeat: number) else { return }
      try writer.write(
        record.exchange,
        operation: contract?.contract.id,
        repeat: number,
        pathValues: contract?.pathValues ?? [],
        circumstances: record.circumstances,
        details: record.details
      )
      count += 1
    } catch {
      // What has no file of its own is a refusal of what was read.
      guard error.file.isEmpty else { throw Failure(.fault, error.description) }
      throw Failure(.unreadable, "\(source.place): \(error.message)")
    }
  }

  /// Ends the walk.
  func finish() throws(Failure) {
    do throws(RecordingError) {
      let removed = try writer?.finish() ?? []
      Console.note("wrote \(count) of \(repeats.values.reduce(0, +).of("exchange")) into \(folder)")
      if !removed.isEmpty {
        Console.note("removed \(removed.count.of("recording")) not made again")
      }
    } catch {
      throw Failure(.fault, error.description)
    }
  }

  private mutating func opened(
    _ api: String?,
    _ source: ExchangeSource
  ) throws(Failure) -> SessionWriter {
    if let writer { return writer }
    let name = source.file.split(separator: "/").last.map(String.init) ?? source.file
    do throws(RecordingError) {
      let known = try SessionFolder.session(at: source.session)
      let session = Session(
        path: folder,
        api: known?.api ?? api,
        label: known == nil ? "from \(name)" : known?.label
      )
      let writer = try SessionWriter(
        folder: folder,
        session: session,
        redactor: redactor,
        mode: mode,
        documentedFields: library?.documentedFields ?? []
      )
      self.writer = writer
      return writer
    } catch {
      throw Failure(opening: folder, mode, error)
    }
  }
}

extension Failure {
  /// Says why a session's folder cannot be recorded into; that it holds recordings, and nobody said
  /// what is to become of them, is a matter of the command line.
  init(opening folder: String, _ mode: SessionWriter.Mode, _ error: RecordingError) {
    let isTaken = mode == .fresh && Folder.exists("\(folder)/\(Session.fileName)")
    self.init(isTaken ? .usage : .fault, error.description)
  }
}

extension ContractLibrary {
  /// The names of header fields that responses are documented to have.
  var documentedFields: Set<String> {
    Set(contracts.flatMap { $0.responses.flatMap(\.headers) })
  }
}
