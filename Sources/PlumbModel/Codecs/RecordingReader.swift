import PlumbText

/// Reads recordings as they lie in a buffer, without copying.
///
/// A recording is a head of `#` lines, the request, a line `###`, the head of the response, and
/// the body, which ends with the file:
///
/// ```
/// # plumb.recording/1
/// # body: compact
/// # checksum: xxh64 0123456789abcdef
/// # sha256: 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a
///
/// GET https://api.example.org/items HTTP/1.1
/// Accept: application/json
///
/// ###
/// HTTP/1.1 200 OK
/// Content-Type: application/json
///
/// {}
/// ```
public struct RecordingReader: Sendable {
  /// The newest format that is understood.
  public static let version = 1

  /// Creates a reader.
  public init() {}

  /// Reads where the parts of a recording are.
  ///
  /// The body's range is the body as it stands in the file, so that places are places in the file.
  /// A checksum that does not match is no error; it makes the head say that the file was edited.
  ///
  /// - Parameters:
  ///   - text: The buffer.
  ///   - count: The number of bytes of the recording; the buffer may be longer.
  ///   - beside: The number of bytes behind the recording that stand in a file beside it
  ///     (``BodyLayout/Rule/beside``); `nil` when that file was not read, and then neither its body
  ///     nor whether it was edited is known.
  ///   - sums: Whether to compare the checksum; without it, nobody knows whether the file was edited.
  ///   - layout: Filled anew, with its storage kept.
  /// - Throws: ``RecordingError`` with the place where the form is broken.
  public mutating func layout(
    of text: Span<UInt8>,
    count: Int,
    beside: Int? = nil,
    sums: Bool = true,
    into layout: inout ExchangeLayout
  ) throws(RecordingError) -> RecordingHead {
    do throws(CodecFailure) {
      return try read(text, count: count, beside: beside, sums: sums, into: &layout)
    } catch {
      throw error.located(in: text)
    }
  }

  private func read(
    _ text: Span<UInt8>,
    count: Int,
    beside: Int?,
    sums: Bool,
    into layout: inout ExchangeLayout
  ) throws(CodecFailure) -> RecordingHead {
    layout.reset()
    var head = RecordingHead()
    var lines = LineReader(position: text.has("\u{FEFF}", at: 0) ? 3 : 0, end: count)
    try RecordingHeadReader().read(text, &lines, into: &head, &layout)
    let isWhole = head.body.rule != .beside || beside != nil
    if sums, let checksum = head.checksum, isWhole {
      let end = head.body.rule == .beside ? count + (beside ?? 0) : count
      head.isEdited = XXH64.hash(text.bytes, head.end..<end) != checksum
    }
    if !head.isEdited, let digits = head.sha256 {
      layout.bodyHash = Self.hexadecimal(text, digits.prefix(16)) ?? 0
    }
    try readRequest(text, &lines, &head, into: &layout)
    layout.requestBody = head.requestBody
    guard layout.failure == nil || !lines.isAtEnd else { return head }
    try readResponse(text, &lines, head, into: &layout)
    if head.body.rule == .beside { layout.body = count..<(count + (beside ?? 0)) }
    return head
  }

  private func readRequest(
    _ text: Span<UInt8>,
    _ lines: inout LineReader,
    _ head: inout RecordingHead,
    into layout: inout ExchangeLayout
  ) throws(CodecFailure) {
    let line = lines.next(in: text)
    guard
      let first = line.first(where: { text[$0] == UInt8(ascii: " ") }),
      let last = line.last(where: { text[$0] == UInt8(ascii: " ") }),
      first > line.lowerBound, first + 1 < last, text.has("HTTP/", at: last + 1)
    else {
      throw CodecFailure(
        """
        expected a request line such as "GET https://api.example.org/items HTTP/1.1", found \
        \(text.quoted(line)); write method, URL and version with one space between them
        """,
        at: line.lowerBound
      )
    }
    layout.method = line.lowerBound..<first
    layout.url = (first + 1)..<last
    try HTTPHeadReader.readFields(text, &lines, into: &layout.requestFields)
    try skipToResponse(text, &lines, &head)
  }

  /// Moves behind the line `###`, with the request's body in between.
  private func skipToResponse(
    _ text: Span<UInt8>,
    _ lines: inout LineReader,
    _ head: inout RecordingHead
  ) throws(CodecFailure) {
    let start = lines.position
    let recordedEnd = start + head.requestBodyCount
    if head.requestBodyCount > 0, recordedEnd < lines.end, text.has("\n###", at: recordedEnd) {
      head.requestBody = start..<recordedEnd
      lines.position = recordedEnd + 1
    }
    var bodyEnd = lines.position
    while !lines.isAtEnd {
      let line = lines.next(in: text)
      if line.count >= 3, text.has("###", at: line.lowerBound) {
        if head.requestBody.isEmpty, bodyEnd > start { head.requestBody = start..<bodyEnd }
        return
      }
      if !line.isEmpty { bodyEnd = line.upperBound }
    }
    throw CodecFailure(
      """
      expected a line "###" between the request and the response, found the end of the file; \
      put the line back, or record the exchange anew
      """,
      at: lines.end
    )
  }

  private func readResponse(
    _ text: Span<UInt8>,
    _ lines: inout LineReader,
    _ head: RecordingHead,
    into layout: inout ExchangeLayout
  ) throws(CodecFailure) {
    let line = lines.next(in: text)
    guard let status = HTTPHeadReader.status(text, line) else {
      throw CodecFailure(
        """
        expected a status line such as "HTTP/1.1 200 OK", found \(text.quoted(line)); \
        write the version, then the status in three digits
        """,
        at: line.lowerBound
      )
    }
    layout.status = status
    try HTTPHeadReader.readFields(text, &lines, into: &layout.fields)
    var body = lines.position..<lines.end
    if head.body.isRelaid {
      let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x0D }
      while let last = body.last, isSpace(text[last]) { body = body.dropLast() }
    }
    layout.body = body
  }

  /// Reads at most 16 lower-case hexadecimal digits; `nil` when something else is among them.
  static func hexadecimal(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    var value: UInt64 = 0
    for index in range {
      let (digit, letter) = (text[index] &- 0x30, text[index] &- 0x61)
      guard digit < 10 || letter < 6 else { return nil }
      value = value << 4 | UInt64(digit < 10 ? digit : letter + 10)
    }
    return value
  }
}
