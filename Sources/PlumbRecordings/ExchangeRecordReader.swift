public import PlumbModel
import PlumbText

/// Reads exchanges with all that was recorded of them, to be written elsewhere.
public struct ExchangeRecordReader: Sendable {
  /// Takes an exchange, and where it comes from.
  public typealias Visitor = (ExchangeRecord, ExchangeSource) throws(RecordingError) -> Void

  private let limits: RecordingLimits
  /// The notes of each session, by the path of the recording.
  private var notes: [String: [String: SessionNote]] = [:]

  /// Creates a reader.
  public init(limits: RecordingLimits = RecordingLimits()) {
    self.limits = limits
  }

  /// Returns files in the order in which their exchanges were recorded, as far as that is known;
  /// the others follow in the order given.
  public mutating func sorted(_ files: [RecordingFile]) throws(RecordingError) -> [RecordingFile] {
    var keyed: [(key: (Timestamp, Int, Int), file: RecordingFile)] = []
    let last = Timestamp(microseconds: .max)
    for (rank, file) in files.enumerated() {
      let circumstances = file.format == .http ? try note(of: file)?.circumstances : nil
      let key = (circumstances?.start ?? last, circumstances?.order ?? .max, rank)
      keyed.append((key, file))
    }
    return keyed.sorted { $0.key < $1.key }.map(\.file)
  }

  /// Reads the exchanges of a file, in the file's order.
  ///
  /// - Throws: ``RecordingError`` when the file cannot be read or breaks its form, and whatever
  ///   `visit` throws.
  public mutating func read(
    _ file: RecordingFile,
    visit: Visitor
  ) throws(RecordingError) {
    do throws(RecordingError) {
      switch file.format {
      case .http: try readRecording(file, visit)
      case .har: try readArchive(file, visit)
      case .ndjson: try readLines(file, visit)
      case .json:
        throw RecordingError(message: "is a bare body, which does not say what it answers")
      }
    } catch {
      throw error.file.isEmpty ? error.inFile(file.path) : error
    }
  }

  private mutating func readRecording(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    let exchange = try RecordedFiles.read(file.path, limit: limits.fileSize)
    let record =
      try note(of: file)?.joined(to: exchange)
      ?? ExchangeRecord(exchange, Circumstances(order: file.rank))
    try visit(record, source(of: file))
  }

  private func readArchive(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    let bytes = try FileReader.bytes(of: file.path, limit: limits.fileSize)
    let text = bytes.span
    var archive = HARReader()
    var layout = ExchangeLayout()
    try archive.open(text, count: bytes.count)
    var entry = 0
    while try archive.next(in: text, into: &layout) {
      let buffer = archive.buffer
      let details = archive.details(in: text)
      let circumstances = Circumstances(
        order: entry,
        start: details?.start,
        duration: details?.duration
      )
      let exchange = Exchange(layout, in: buffer.span.bytes)
      let record = ExchangeRecord(exchange, circumstances, details: details)
      try visit(record, source(of: file, entry: entry))
      entry += 1
    }
  }

  private func readLines(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    let blocks = try LineBlocks(file, limits: limits)
    var block = LineBlock()
    var lines = ExchangeLineReader()
    var layout = ExchangeLayout()
    while try blocks.next(into: &block) {
      for line in block.lines {
        let record = try record(of: line, in: block, &lines, &layout)
        try visit(record, source(of: file, entry: line.entry))
      }
    }
  }

  private func record(
    of line: LineBlock.Line,
    in block: borrowing LineBlock,
    _ lines: inout ExchangeLineReader,
    _ layout: inout ExchangeLayout
  ) throws(RecordingError) -> ExchangeRecord {
    let text = block.bytes.span
    let form = try lines.read(
      line.range,
      of: text,
      number: line.number,
      get: LineBlock.get,
      into: &layout
    )
    let exchange: Exchange
    switch form {
    case .direct:
      exchange = Exchange(layout, in: text.bytes)
    case .copied:
      let buffer = lines.buffer
      exchange = Exchange(layout, in: buffer.span.bytes)
    }
    let times = lines.times(in: text)
    return ExchangeRecord(
      exchange,
      Circumstances(order: line.entry, start: times.start, duration: times.duration),
      details: lines.details(in: text)
    )
  }

  private func source(of file: RecordingFile, entry: Int? = nil) -> ExchangeSource {
    ExchangeSource(file: file.path, rank: file.rank, entry: entry, session: file.session)
  }

  /// What the session notes of a recording; `nil` when it notes nothing.
  private mutating func note(of file: RecordingFile) throws(RecordingError) -> SessionNote? {
    guard file.path.hasPrefix("\(file.session)/") else { return nil }
    if notes[file.session] == nil {
      var found: [String: SessionNote] = [:]
      for note in try SessionNotes.read(in: file.session) {
        if case .recording(let path) = note.subject { found["\(file.session)/\(path)"] = note }
      }
      notes[file.session] = found
    }
    return notes[file.session]?[file.path]
  }
}
