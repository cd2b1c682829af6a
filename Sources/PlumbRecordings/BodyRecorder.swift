public import PlumbModel

/// Records an exchange whose body comes in pieces, without ever holding it in memory.
///
/// The body goes to a file beside the recording as it comes, credentials taken out. Only one task
/// uses it; what was written is gone when the recorder is, unless ``finish(repeat:circumstances:)``
/// was called.
public final class BodyRecorder {
  private let writer: SessionWriter
  private let request: Exchange.Request
  private let operation: String?
  private let pathValues: [String]
  private var redaction: StreamedRedaction
  private var kept: KeptExchange
  private var recording: StreamedRecording
  private var file: DurableWriter
  private var files: Recording.Files?

  /// The exchange as it is recorded, without its body; all that the body gave away is known once it
  /// has ended.
  public var exchange: Exchange { kept.exchange }

  /// Begins a recording; the body of the exchange is not looked at.
  ///
  /// - Parameter stretch: How many bytes are redacted at once.
  init(
    _ writer: SessionWriter,
    _ exchange: Exchange,
    operation: String?,
    pathValues: [String],
    stretch: Int = 1 << 20
  ) throws(RecordingError) {
    self.writer = writer
    request = exchange.request
    self.operation = operation
    self.pathValues = pathValues
    var redaction = try RecordingError.refusing { () throws(RedactionRefusal) in
      try StreamedRedaction(writer.redactor, exchange, stretch: stretch)
    }
    let head = try RecordingError.refusing { () throws(RedactionRefusal) in try redaction.head() }
    self.redaction = redaction
    kept = try writer.parted(head)
    recording = StreamedRecording(kept.exchange)
    file = try Self.makeFile(writer)
  }

  /// Takes a piece of the body, after content decoding.
  ///
  /// - Throws: ``RecordingError`` when it cannot be written, or holds what must not be.
  public func append(_ piece: [UInt8]) throws(RecordingError) {
    try write(RecordingError.refusing { () throws(RedactionRefusal) in try redaction.take(piece) })
  }

  /// Takes note that the body has ended.
  ///
  /// - Parameter failure: Why the answer is not whole; `nil` when it is.
  /// - Returns: The SHA-256 of what is recorded of the body, in hexadecimal digits.
  public func end(failure: String? = nil) throws(RecordingError) -> String {
    if let files { return files.sha256 }
    try writeRest()
    let head = try RecordingError.refusing { () throws(RedactionRefusal) in
      try redaction.head(failure: failure)
    }
    let first = kept.exchange
    kept = try writer.parted(head)
    if redaction.isLate || kept.exchange.request != first.request
      || kept.exchange.response.fields != first.response.fields
    {
      try writeAgain()
    }
    let files = recording.finish(failure: head.response.failure)
    self.files = files
    return files.sha256
  }

  /// Puts the exchange on disk.
  ///
  /// - Parameters:
  ///   - count: How often the same request was sent before in this walk.
  ///   - circumstances: What differs each time.
  /// - Returns: The path of the recording.
  public func finish(
    repeat count: Int = 0,
    circumstances: Circumstances
  ) throws(RecordingError) -> String {
    if files == nil { _ = try end() }
    guard let files else { return "" }
    let place = RecordingPlace(
      request: request,
      operation: operation,
      repeat: count,
      pathValues: pathValues
    )
    return try writer.finish(kept, at: place, circumstances: circumstances) {
      path throws(RecordingError) in
      try RecordedFiles(files).write(to: path, body: file, names: writer.names)
    }
  }

  private func write(_ bytes: [UInt8]) throws(RecordingError) {
    recording.append(bytes)
    try file.append(bytes)
  }

  private func writeRest() throws(RecordingError) {
    try write(RecordingError.refusing { () throws(RedactionRefusal) in try redaction.end() })
  }

  /// Writes the body once more: a later part gave away what may stand in an earlier one.
  private func writeAgain() throws(RecordingError) {
    let old = file
    redaction = redaction.again()
    recording = StreamedRecording(kept.exchange)
    file = try Self.makeFile(writer)
    try old.read { piece throws(RecordingError) in try append(piece) }
    try writeRest()
  }

  /// A file that nobody sees before it has its name.
  private static func makeFile(_ writer: SessionWriter) throws(RecordingError) -> DurableWriter {
    try DurableWriter("\(writer.folder)/body")
  }
}
