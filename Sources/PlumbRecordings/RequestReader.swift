public import PlumbModel

import PlumbText

/// Reads what recordings asked, and leaves their answers where they are. One per thread.
///
/// Of a recording (`.http`) only the first bytes are read, so that thousands are found in a moment.
/// Archives and streams are read whole, and their answers kept in memory.
public struct RequestReader: Sendable {
  /// A recorded request, and where its answer is.
  public struct Found: Hashable, Sendable {
    /// The request.
    public var request: RecordedRequest

    /// The answer.
    public var answer: AnswerPlace
  }

  /// How much of a recording is read; more where its head is longer.
  private static let headSize = 4096

  private let limits: RecordingLimits
  private var bytes: [UInt8] = []
  private var layout = ExchangeLayout()
  private var exchanges: ExchangeReader

  /// Creates a reader.
  public init(limits: RecordingLimits = RecordingLimits()) {
    self.limits = limits
    exchanges = ExchangeReader(limits: limits)
  }

  /// Reads the requests of a file, in the file's order.
  ///
  /// - Throws: ``RecordingError`` when the file cannot be read or breaks its form.
  public mutating func read(_ file: RecordingFile) throws(RecordingError) -> [Found] {
    guard file.format == .http else { return try readExchanges(file) }
    do throws(RecordingError) {
      return [try readHead(file)]
    } catch {
      throw error.file.isEmpty ? error.inFile(file.path) : error
    }
  }

  private mutating func readHead(_ file: RecordingFile) throws(RecordingError) -> Found {
    let input = try InputFile(opening: file.path)
    var buffer: [UInt8] = []
    swap(&buffer, &bytes)
    defer { bytes = buffer }
    FileReader.grow(&buffer, to: Self.headSize + ExchangeLayout.padding)
    let count = min(input.size, Self.headSize)
    let read = try input.read(into: &buffer, at: 0, count: count)
    var reader = RecordingReader()
    // A head that is cut off looks broken; it is read again with all that follows.
    if (try? reader.layout(of: buffer.span, count: read, sums: false, into: &layout)) == nil {
      let whole = try FileReader.read(file.path, into: &buffer, limit: limits.fileSize)
      _ = try reader.layout(of: buffer.span, count: whole, sums: false, into: &layout)
    }
    let text = buffer.span
    return Found(
      request: RecordedRequest(
        request: layout.request(in: text.bytes),
        failure: layout.failure,
        name: file.path
      ),
      answer: .recording(path: file.path)
    )
  }

  private mutating func readExchanges(_ file: RecordingFile) throws(RecordingError) -> [Found] {
    var found: [Found] = []
    try exchanges.read(file) { layout, bytes, source, _, _ in
      let answer = RecordedAnswer(
        status: layout.status,
        fields: layout.fields.map { $0.field(in: bytes) },
        body: .bytes(bytes.array(layout.body)),
        failure: layout.failure
      )
      let request = RecordedRequest(
        request: layout.request(in: bytes),
        failure: layout.failure,
        name: source.entry.map { "\(file.path), entry \($0)" } ?? file.path
      )
      found.append(Found(request: request, answer: .memory(answer)))
    }
    return found
  }
}

extension ExchangeLayout {
  fileprivate func request(in bytes: RawSpan) -> Exchange.Request {
    var fields: [HTTPField] = []
    fields.reserveCapacity(requestFields.count)
    for field in requestFields { fields.append(field.field(in: bytes)) }
    return Exchange.Request(
      method: bytes.text(method),
      url: bytes.text(url),
      fields: fields,
      body: bytes.array(requestBody)
    )
  }
}

extension ExchangeLayout.Field {
  /// The field as text.
  func field(in bytes: RawSpan) -> HTTPField {
    HTTPField(name: bytes.text(name), value: bytes.text(value))
  }
}
