public import PlumbModel

/// Records an exchange whose body comes in pieces, without ever holding a large one in memory.
///
/// A small body is recorded like any other. A larger one goes to a file beside the recording as it
/// comes, credentials taken out by what is found in stretches of it. Only one task uses it.
public final class BodyRecorder {
  private let writer: SessionWriter
  private let place: RecordingPlace
  private let exchange: Exchange
  private let limit: Int
  private var redaction: StreamRedaction
  private var memory: [UInt8] = []
  private var spool: Spool?

  private struct Spool {
    var file: DurableWriter
    var recording: StreamedRecording
    var kept: KeptExchange
  }

  /// Creates a recorder.
  ///
  /// - Parameters:
  ///   - limit: The largest body that is held in memory, in bytes.
  ///   - stretch: How many bytes are redacted at once.
  init(
    _ writer: SessionWriter,
    _ exchange: Exchange,
    _ place: RecordingPlace,
    limit: Int = 4 << 20,
    stretch: Int = 1 << 20
  ) {
    self.limit = limit
    self.writer = writer
    self.exchange = exchange
    self.place = place
    redaction = StreamRedaction(writer.redactor, stretch: stretch)
  }

  /// Takes a piece of the body, after content decoding.
  ///
  /// - Throws: ``RecordingError`` when it cannot be written, or holds what must not be; what was
  ///   written of it is gone when the recorder is.
  public func append(_ piece: [UInt8]) throws(RecordingError) {
    if spool == nil {
      memory += piece
      guard memory.count > limit else { return }
      try begin()
      let held = memory
      memory = []
      try spill(try redaction.take(held))
    } else {
      try spill(try redaction.take(piece))
    }
  }

  /// Ends the exchange.
  ///
  /// - Parameters:
  ///   - failure: Why the answer is not whole; `nil` when it is.
  ///   - circumstances: What differs each time.
  /// - Returns: The path of the recording.
  public func finish(
    failure: String? = nil,
    circumstances: Circumstances
  ) throws(RecordingError) -> String {
    guard spool != nil else {
      var exchange = exchange
      exchange.response.body = memory
      exchange.response.failure = failure
      return try writer.write(exchange, at: place, circumstances: circumstances)
    }
    try spill(try redaction.end())
    guard let spool else { return "" }
    let failure = failure.map { writer.redactor.redacted($0) }
    let files = spool.recording.finish(failure: failure)
    self.spool = nil
    return try writer.finish(spool.kept, at: place, circumstances: circumstances) {
      path throws(RecordingError) in
      try RecordedFiles(files).write(to: path, body: spool.file)
    }
  }

  private func begin() throws(RecordingError) {
    let kept = try writer.kept(exchange)
    let path = try writer.path(of: kept.exchange, at: place)
    spool = Spool(
      file: try DurableWriter("\(writer.folder)/\(path)"),
      recording: StreamedRecording(kept.exchange),
      kept: kept
    )
  }

  private func spill(_ bytes: [UInt8]) throws(RecordingError) {
    spool?.recording.append(bytes)
    try spool?.file.append(bytes)
  }
}
