public import PlumbModel
import PlumbText

/// Reads exchanges with all that was recorded of them, to be written elsewhere.
public struct ExchangeRecordReader: Sendable {
  /// Takes an exchange, and where it comes from.
  public typealias Visitor = (ExchangeRecord, ExchangeSource) throws(RecordingError) -> Void

  private var exchanges: ExchangeReader
  /// The notes of each session, by the path of the recording.
  private var notes: [String: [String: SessionNote]] = [:]

  /// Creates a reader.
  public init(limits: RecordingLimits = RecordingLimits()) {
    exchanges = ExchangeReader(limits: limits)
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
    let note = file.format == .http ? try note(of: file) : nil
    try exchanges.read(file) {
      layout,
      bytes,
      source,
      _,
      remarks throws(RecordingError) in
      let remarks = remarks()
      var exchange = Exchange(layout, in: bytes)
      if let body = remarks.receivedBody { exchange.response.body = body }
      let circumstances = Circumstances(
        order: source.entry ?? file.rank,
        start: remarks.start,
        duration: remarks.duration
      )
      let record = ExchangeRecord(exchange, circumstances, details: remarks.details)
      try visit(note?.joined(to: exchange) ?? record, source)
    }
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
