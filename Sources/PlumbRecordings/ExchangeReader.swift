public import PlumbModel
public import PlumbText

/// Reads exchanges out of files and hands them on as they lie in a buffer. One per thread.
///
/// Its buffers are kept from file to file, so that reading many small files allocates next to
/// nothing.
public struct ExchangeReader: Sendable {
  /// Takes an exchange.
  ///
  /// - Parameters:
  ///   - layout: Where the exchange's parts lie in `bytes`.
  ///   - bytes: The buffer; at least ``ExchangeLayout/padding`` bytes follow the body in it. They
  ///     are zero unless another line of the same stream follows.
  ///   - source: Where the exchange comes from.
  ///   - locate: Turns a range of `bytes` into a place in the file.
  public typealias Visitor = (
    _ layout: ExchangeLayout,
    _ bytes: RawSpan,
    _ source: ExchangeSource,
    _ locate: (Range<Int>) -> FilePlace
  ) -> Void

  /// Takes a bare body; the parameters are those of ``Visitor``.
  public typealias BodyVisitor = (
    _ body: Range<Int>,
    _ bytes: RawSpan,
    _ source: ExchangeSource,
    _ locate: (Range<Int>) -> FilePlace
  ) -> Void

  /// The paths of the recordings that were changed after they were recorded, told by their
  /// checksums, in the order read.
  public var editedFiles: [String] = []

  /// The number of bytes read from files and standard input.
  public private(set) var bytesRead = 0

  private let limits: RecordingLimits
  private var bytes: [UInt8] = []
  private var layout = ExchangeLayout()
  private var recordings = RecordingReader()
  private var archives = HARReader()
  private var lines = ExchangeLineReader()
  private var block = LineBlock()

  /// Creates a reader.
  public init(limits: RecordingLimits = RecordingLimits()) {
    self.limits = limits
  }

  /// Reads the exchanges of a file, in the file's order.
  ///
  /// - Throws: ``RecordingError`` when the file cannot be read or breaks its form; the exchanges
  ///   before that place were visited.
  public mutating func read(
    _ file: RecordingFile,
    visit: Visitor
  ) throws(RecordingError) {
    do throws(RecordingError) {
      switch file.format {
      case .http: try readRecording(file, visit)
      case .har: try readArchive(file, visit)
      case .ndjson: try readLines(file, visit)
      case .json: throw Self.bareBody
      }
    } catch {
      throw error.file.isEmpty ? error.inFile(file.path) : error
    }
  }

  /// Reads a file that is a body alone.
  ///
  /// - Throws: ``RecordingError`` when the file cannot be read.
  public mutating func readBody(
    _ file: RecordingFile,
    visit: BodyVisitor
  ) throws(RecordingError) {
    let (buffer, count) = try load(file)
    defer { bytes = buffer }
    let span = buffer.span
    var cursor = FilePlaceCursor()
    visit(0..<count, span.bytes, source(of: file)) { range in
      cursor.locate(range, in: span.bytes, end: count)
    }
  }

  private mutating func readRecording(
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
    visit(layout, span.bytes, source(of: file)) { range in
      guard head.body.rule == .beside, range.lowerBound >= body.lowerBound else {
        return cursor.locate(range, in: span.bytes, end: count)
      }
      // What stands beside the recording has places of its own.
      let text = span.extracting(body.lowerBound..<end)
      let part = (range.lowerBound - count)..<(range.upperBound - count)
      return FilePlace.locate(part, in: text.bytes, end: text.count)
    }
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

  private mutating func readArchive(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    let (buffer, count) = try load(file)
    defer { bytes = buffer }
    let text = buffer.span
    try archives.open(text, count: count)
    var entry = 0
    var cursor = FilePlaceCursor()
    while try archives.next(in: text, into: &layout) {
      let exchange = archives.buffer
      visit(layout, exchange.span.bytes, source(of: file, entry: entry)) { range in
        cursor.locate(archives.fileRange(of: range, in: text), in: text.bytes, end: count)
      }
      entry += 1
    }
  }

  private mutating func readLines(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    let blocks = try LineBlocks(file, limits: limits)
    while let block = try nextBlock(of: blocks) {
      defer { self.block = block }
      for line in block.lines { try visitLine(line, in: block, of: file, visit) }
    }
  }

  /// Reads the lines that are left of a file that others may read too, and hands on their exchanges.
  ///
  /// - Returns: The lines that break their form: the others were visited. Of a file that cannot be
  ///   read any further, the place where it ended.
  public mutating func read(
    _ blocks: LineBlocks,
    of file: RecordingFile,
    visit: Visitor
  ) -> LineFaults {
    var faults = LineFaults()
    do throws(RecordingError) {
      while let block = try nextBlock(of: blocks) {
        defer { self.block = block }
        for line in block.lines {
          do throws(RecordingError) {
            try visitLine(line, in: block, of: file, visit)
          } catch {
            faults.add(error.file.isEmpty ? error.inFile(file.path) : error)
          }
        }
      }
    } catch {
      faults.add(error.file.isEmpty ? error.inFile(file.path) : error)
    }
    return faults
  }

  /// Takes the block out, filled anew, to be put back after use.
  private mutating func nextBlock(of blocks: LineBlocks) throws(RecordingError) -> LineBlock? {
    var next = LineBlock()
    swap(&next, &block)
    guard try blocks.next(into: &next) else {
      block = next
      return nil
    }
    bytesRead += next.count
    return next
  }

  private mutating func visitLine(
    _ line: LineBlock.Line,
    in block: borrowing LineBlock,
    of file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    let text = block.bytes.span
    let form = try lines.read(
      line.range,
      of: text,
      number: line.number,
      get: LineBlock.get,
      into: &layout
    )
    let source = source(of: file, entry: line.entry)
    var cursor = FilePlaceCursor()
    switch form {
    case .direct:
      visit(layout, text.bytes, source) { range in
        line.place(of: range, in: text, by: &cursor)
      }
    case .copied:
      let buffer = lines.buffer
      visit(layout, buffer.span.bytes, source) { range in
        line.place(of: lines.origin(of: range, in: text), in: text, by: &cursor)
      }
    }
  }

  /// Reads a file into the buffer and hands the buffer out, to be put back after use.
  private mutating func load(_ file: RecordingFile) throws(RecordingError) -> ([UInt8], Int) {
    let count = try FileReader.read(file.path, into: &bytes, limit: limits.fileSize)
    bytesRead += count
    var buffer: [UInt8] = []
    swap(&buffer, &bytes)
    return (buffer, count)
  }

  private func source(of file: RecordingFile, entry: Int? = nil) -> ExchangeSource {
    ExchangeSource(file: file.path, rank: file.rank, entry: entry, session: file.session)
  }

  private static let bareBody = RecordingError(
    message: "is a bare body, which does not say what it answers; name its operation "
      + "with `--operation`"
  )
}
