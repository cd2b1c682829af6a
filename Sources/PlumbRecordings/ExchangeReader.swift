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
  ///   - remarks: Reads what the file says of the exchange besides.
  public typealias Visitor = (
    _ layout: ExchangeLayout,
    _ bytes: RawSpan,
    _ source: ExchangeSource,
    _ locate: (Range<Int>) -> FilePlace,
    _ remarks: () -> FileRemarks
  ) throws(RecordingError) -> Void

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
  public internal(set) var bytesRead = 0

  let limits: RecordingLimits
  var bytes: [UInt8] = []
  var layout = ExchangeLayout()
  var recordings = RecordingReader()
  var archives = HARReader()
  var lines = ExchangeLineReader()
  var block = LineBlock()
  /// The ranks of the files that lines named, beyond those of all files that are read.
  var namedRanks: [String: Int] = [:]

  /// Creates a reader.
  public init(limits: RecordingLimits = RecordingLimits()) {
    self.limits = limits
  }

  /// Reads the exchanges of a file, in the file's order. Nothing else decides how a format is read.
  ///
  /// - Throws: ``RecordingError`` when the file cannot be read or breaks its form, and whatever
  ///   `visit` throws; the exchanges before that place were visited.
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

  /// Reads a file into the buffer and hands the buffer out, to be put back after use.
  mutating func load(_ file: RecordingFile) throws(RecordingError) -> ([UInt8], Int) {
    let count = try FileReader.read(file.path, into: &bytes, limit: limits.fileSize)
    bytesRead += count
    var buffer: [UInt8] = []
    swap(&buffer, &bytes)
    return (buffer, count)
  }

  func source(of file: RecordingFile, entry: Int? = nil) -> ExchangeSource {
    ExchangeSource(file: file.path, rank: file.rank, entry: entry, session: file.session)
  }

  private static let bareBody = RecordingError(
    message: "is a bare body, which does not say what it answers; name its operation "
      + "with `--operation`"
  )
}
