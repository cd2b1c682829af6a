import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbReports

/// Writes recordings in another form, without credentials.
struct RecordingConversion {
  private let options: ConversionOptions
  private let library: ContractLibrary?
  private let redactor: Redactor

  init(_ options: ConversionOptions, _ library: ContractLibrary?) {
    self.options = options
    self.library = library
    redactor = Redactor(of: library)
  }

  /// Writes the exchanges that paths name.
  func run(over paths: [String]) throws(Failure) {
    let files = try RecordingFinder.files(at: paths, areBodies: false)
    var records = RecordStream()
    switch options.form {
    case .http: try writeFolder(files, &records)
    case .har: try writeArchive(files, &records)
    case .ndjson, nil: try writeLines(files, &records)
    }
  }

  private func writeArchive(
    _ files: [RecordingFile],
    _ records: inout RecordStream
  ) throws(Failure) {
    var archive = HARWriter(creator: Tool.plumb.name, version: Tool.plumb.version)
    let output = try ExchangeOutput(options.output)
    try output.write(archive.begin())
    try records.read(files) { record, source throws(Failure) in
      try output.write(archive.entry(try redacted(record, source)))
    }
    try output.write(archive.end())
    try output.finish()
  }

  private func writeLines(
    _ files: [RecordingFile],
    _ records: inout RecordStream
  ) throws(Failure) {
    let output = try ExchangeOutput(options.output)
    try records.read(files) { record, source throws(Failure) in
      let origin = ExchangeOrigin(
        file: source.file,
        entry: source.entry,
        session: source.session
      )
      try output.write(
        ExchangeLineWriter.line(
          try redacted(record, source),
          origin: options.origins ? origin : nil
        )
      )
    }
    try output.finish()
  }

  private func writeFolder(
    _ files: [RecordingFile],
    _ records: inout RecordStream
  ) throws(Failure) {
    let sessions = Set(files.filter { $0.format == .http }.map(\.session))
    guard sessions.count <= 1 else {
      throw Failure(
        .usage,
        "a folder of recordings is one session, and these are of \(sessions.count); "
          + "write each into a folder of its own"
      )
    }
    var output = SessionOutput(
      folder: options.output ?? ".",
      mode: options.existing.mode,
      redactor: redactor,
      library: library
    )
    try records.read(files) { record, source throws(Failure) in
      try output.write(record, from: source)
    }
    try output.finish()
  }

  private func redacted(
    _ record: ExchangeRecord,
    _ source: ExchangeSource
  ) throws(Failure) -> ExchangeRecord {
    do throws(RedactionRefusal) {
      return try redactor.redacted(record)
    } catch {
      throw Failure(.unreadable, "\(source.place): \(error)")
    }
  }
}

extension ExchangeSource {
  /// The file, with the number of the entry when it has several.
  var place: String { entry.map { "\(file), entry \($0)" } ?? file }
}
