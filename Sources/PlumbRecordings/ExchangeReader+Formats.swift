import PlumbModel
import PlumbText

extension ExchangeReader {
  /// Reads a recording, with the body that stands in it or beside it.
  mutating func readRecording(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    var (buffer, count) = try load(file)
    defer { bytes = buffer }
    var head = try recordings.layout(of: buffer.span, count: count, into: &layout)
    if head.body.rule == .beside {
      let beside = try loadBody(of: file, head, into: &buffer, at: count)
      head = try recordings.layout(of: buffer.span, count: count, beside: beside, into: &layout)
    }
    if head.isEdited { editedFiles.append(file.path) }
    let span = buffer.span
    let (body, end) = (layout.body, max(count, layout.body.upperBound))
    var cursor = FilePlaceCursor()
    try visit(
      layout,
      span.bytes,
      source(of: file),
      { range in
        guard head.body.rule == .beside, range.lowerBound >= body.lowerBound else {
          return cursor.locate(range, in: span.bytes, end: count)
        }
        // What stands beside the recording has places of its own.
        let text = span.extracting(body.lowerBound..<end)
        let part = (range.lowerBound - count)..<(range.upperBound - count)
        return FilePlace.locate(part, in: text.bytes, end: text.count)
      },
      { FileRemarks(receivedBody: Recording.receivedBody(body, head, in: span)) }
    )
  }

  /// Reads the body that stands beside a recording, behind it in the buffer.
  private mutating func loadBody(
    of file: RecordingFile,
    _ head: RecordingHead,
    into buffer: inout [UInt8],
    at start: Int
  ) throws(RecordingError) -> Int {
    guard let digits = head.sha256 else {
      throw RecordingError(
        file: file.path,
        message: "the body stands beside the recording, but the head has no line \"# sha256:\", "
          + "which names its file; record the exchange anew"
      )
    }
    let sha256 = String(decoding: buffer[digits], as: UTF8.self)
    let path = RecordedFiles.bodyPath(of: file.path, sha256: sha256)
    guard (try? System.status(of: path, followsLinks: false))?.kind == .file else {
      throw RecordingError(
        file: file.path,
        message: "the body stands beside the recording in \"\(path)\", and there is no such file; "
          + "put it back, or record the exchange anew"
      )
    }
    let count = try FileReader.read(path, into: &buffer, at: start, limit: limits.fileSize)
    bytesRead += count
    return count
  }

  /// Reads the entries of an HTTP archive.
  mutating func readArchive(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    guard file.size < limits.mappedSize else { return try readMapped(file, visit) }
    let (buffer, count) = try load(file)
    defer { bytes = buffer }
    let text = buffer.span
    var cursor = FilePlaceCursor()
    try archives.open(text, count: count)
    while try readEntry(of: file, in: text, count, &cursor, visit) {}
  }

  /// Reads the entries of an HTTP archive that is too long to be held in memory.
  private mutating func readMapped(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    var mapped = try MappedFile(file.path)
    let count = mapped.count
    bytesRead += count
    var cursor = FilePlaceCursor()
    try mapped.withBytes { text throws(RecordingError) in try archives.open(text, count: count) }
    var isThere = true
    while isThere {
      isThere = try mapped.withBytes { text throws(RecordingError) in
        try readEntry(of: file, in: text, count, &cursor, visit)
      }
      mapped.forget(before: archives.position)
    }
  }

  /// Reads the next entry of an HTTP archive; `false` when there is none.
  private mutating func readEntry(
    of file: RecordingFile,
    in text: Span<UInt8>,
    _ count: Int,
    _ cursor: inout FilePlaceCursor,
    _ visit: Visitor
  ) throws(RecordingError) -> Bool {
    let entry = archives.count
    guard try archives.next(in: text, into: &layout) else { return false }
    let exchange = archives.buffer
    try visit(
      layout,
      exchange.span.bytes,
      source(of: file, entry: entry),
      { range in
        cursor.locate(archives.fileRange(of: range, in: text), in: text.bytes, end: count)
      },
      {
        let details = archives.details(in: text)
        return FileRemarks(start: details?.start, duration: details?.duration, details: details)
      }
    )
    return true
  }
}
