public import PlumbModel

/// Where the answer of a recording is.
public enum AnswerPlace: Hashable, Sendable {
  /// In a file of its own (`.http`), perhaps with its body beside it.
  case recording(path: String)

  /// In memory.
  case memory(RecordedAnswer)

  /// Bodies up to this size are read; longer ones stay in their files where they stand there as
  /// they were received.
  private static let smallSize = 1 << 20

  /// The heads of longer files are looked for in so many bytes.
  private static let headSize = 1 << 16

  /// Reads the answer.
  ///
  /// - Throws: ``RecordingError`` when the file cannot be read or breaks its form.
  public func read() throws(RecordingError) -> RecordedAnswer {
    switch self {
    case .memory(let answer): return answer
    case .recording(let path):
      do throws(RecordingError) {
        return try Self.read(path)
      } catch {
        throw error.file.isEmpty ? error.inFile(path) : error
      }
    }
  }

  private static func read(_ path: String) throws(RecordingError) -> RecordedAnswer {
    let size = try System.status(of: path).size
    if size > smallSize, let answer = try readLong(path, size: size) { return answer }
    let bytes = try FileReader.bytes(of: path)
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    let head = try reader.layout(of: bytes.span, count: bytes.count, into: &layout)
    guard head.body.rule != .beside else {
      return try answer(layout, in: bytes, body: beside(path, head, in: bytes))
    }
    let response = try Recording.decode(bytes).response
    return RecordedAnswer(
      status: response.status,
      fields: response.fields,
      body: .bytes(response.body),
      failure: response.failure
    )
  }

  /// Reads the head of a long recording whose body stands there as it was received; `nil` for
  /// another.
  private static func readLong(
    _ path: String,
    size: Int
  ) throws(RecordingError) -> RecordedAnswer? {
    let input = try InputFile(opening: path)
    var bytes = [UInt8](repeating: 0, count: headSize)
    let count = try input.read(into: &bytes, at: 0, count: headSize)
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    guard
      let head = try? reader.layout(of: bytes.span, count: count, into: &layout),
      head.body.rule == .asReceived, layout.body.lowerBound < count
    else { return nil }
    return try answer(
      layout,
      in: bytes,
      body: .file(path: path, range: layout.body.lowerBound..<size)
    )
  }

  private static func beside(
    _ path: String,
    _ head: RecordingHead,
    in bytes: [UInt8]
  ) throws(RecordingError) -> ServedResponse.Body {
    guard let digits = head.sha256 else {
      throw RecordingError(
        message: "the body stands beside the recording, but the head has no line \"# sha256:\", "
          + "which names its file; record the exchange anew"
      )
    }
    let sha256 = String(decoding: bytes[digits], as: UTF8.self)
    let place = RecordedFiles.bodyPath(of: path, sha256: sha256)
    let status = try System.status(of: place, followsLinks: false)
    guard status.kind == .file else {
      throw RecordingError(file: place, message: InputFile.refusal(of: status.kind))
    }
    guard status.size > smallSize else { return .bytes(try FileReader.bytes(of: place)) }
    return .file(path: place, range: 0..<status.size)
  }

  private static func answer(
    _ layout: ExchangeLayout,
    in bytes: [UInt8],
    body: ServedResponse.Body
  ) throws(RecordingError) -> RecordedAnswer {
    let text = bytes.span
    var fields: [HTTPField] = []
    for field in layout.fields { fields.append(field.field(in: text.bytes)) }
    return RecordedAnswer(
      status: layout.status,
      fields: fields,
      body: body,
      failure: layout.failure
    )
  }
}
