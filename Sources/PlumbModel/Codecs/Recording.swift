import PlumbText

/// An exchange as a file that is what it shows; ``RecordingReader`` describes the form.
public enum Recording {
  /// The files of an exchange.
  public struct Files: Hashable, Sendable {
    /// The recording itself.
    public var recording: [UInt8]

    /// The body that stands beside it, because it is no text; `nil` when it stands in it.
    public var body: [UInt8]?

    /// The received body's SHA-256, as 64 lower-case hexadecimal digits.
    public var sha256: String
  }

  /// Returns the file of an exchange, with its body in it whatever it is.
  ///
  /// A JSON body is laid out over lines when joining the lines again gives exactly the bytes
  /// received. The same exchange always gives the same bytes. CR, LF and NUL, which no header field
  /// can hold, become spaces there (RFC 9110, section 5.5), and the blanks around a value go.
  public static func encode(_ exchange: Exchange) -> [UInt8] {
    let body = LaidOutBody(received: exchange.response.body)
    return files(of: exchange, body: body, isBeside: false).recording
  }

  /// Returns the files of an exchange: a body that is no text stands in a file of its own.
  public static func encodeApart(_ exchange: Exchange) -> Files {
    let isText = LaidOutBody.isText(exchange.response.body)
    let body = isText ? LaidOutBody(received: exchange.response.body) : .beside
    return files(of: exchange, body: body, isBeside: !isText)
  }

  private static func files(
    of exchange: Exchange,
    body: LaidOutBody,
    isBeside: Bool
  ) -> Files {
    let response = exchange.response
    let content = content(of: exchange, body: body.bytes)
    let sum = XXH64.hash(isBeside ? content + response.body : content)
    let sha256 = SHA256.hash(response.body).hexadecimal

    let head = head(of: exchange, layout: body.layout, checksum: sum, sha256: sha256)
    return Files(
      recording: head + content,
      body: isBeside ? response.body : nil,
      sha256: sha256
    )
  }

  /// The head of a recording, with the empty line behind it.
  static func head(
    of exchange: Exchange,
    layout: BodyLayout,
    checksum: UInt64,
    sha256: String
  ) -> [UInt8] {
    let response = exchange.response
    var head = "# plumb.recording/\(RecordingReader.version)\n"
    head += "# body: \(layout.word)\n"
    if !exchange.request.body.isEmpty {
      head += "# request body: \(exchange.request.body.count) bytes\n"
    }
    if let failure = response.failure ?? (response.status == 0 ? noAnswer : nil) {
      head += "# failed: \(oneLine(failure))\n"
    }
    head += "# checksum: xxh64 \(Hexadecimal.text(checksum))\n"
    head += "# sha256: \(sha256)\n\n"
    return Array(head.utf8)
  }

  /// What is said of an exchange without an answer that does not say why.
  static let noAnswer = "no answer came"

  /// Returns the exchange that a file holds, with its body as it was received.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - beside: The body that stands beside the file; `nil` when there is none.
  ///   - verifying: Whether the body must have the recorded SHA-256.
  /// - Throws: ``RecordingError`` when the file is no recording, or its body is not the one that
  ///   was recorded and `verifying` is `true`.
  public static func decode(
    _ bytes: [UInt8],
    beside: [UInt8]? = nil,
    verifying: Bool = false
  ) throws(RecordingError) -> Exchange {
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    let text = bytes.span
    let head = try reader.layout(of: text, count: bytes.count, into: &layout)
    let joined = head.body.rule == .beside ? beside : receivedBody(layout.body, head, in: text)
    let body = joined ?? text.copy(layout.body)
    if verifying, let digits = head.sha256 { try verify(body, against: digits, in: text) }
    var exchange = Exchange(layout, in: text.bytes)
    exchange.response.body = body
    return exchange
  }

  /// Returns a body as it was received; `nil` when it stands in the buffer just so, or was edited so
  /// that its lines cannot be joined.
  ///
  /// - Parameter range: Where the body is.
  package static func receivedBody(
    _ range: Range<Int>,
    _ head: RecordingHead,
    in text: Span<UInt8>
  ) -> [UInt8]? {
    guard head.body.isRelaid else { return nil }
    return LaidOutBody.received(from: text, in: range, layout: head.body)
  }

  /// Returns the SHA-256 of the body that stands beside a recording, as hexadecimal digits; `nil`
  /// when its body stands in it, or it is no recording.
  public static func besideSHA256(of bytes: [UInt8]) -> String? {
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    let text = bytes.span
    guard
      let head = try? reader.layout(of: text, count: bytes.count, into: &layout),
      head.body.rule == .beside, let digits = head.sha256
    else { return nil }
    return text.text(digits)
  }

  private static func verify(
    _ body: [UInt8],
    against digits: Range<Int>,
    in text: Span<UInt8>
  ) throws(RecordingError) {
    let recorded = text.text(digits)
    let found = SHA256.hash(body).hexadecimal
    guard recorded == found else {
      throw CodecFailure(
        """
        the body was recorded with SHA-256 \(recorded) and has \(found); \
        it was edited: record the exchange anew
        """,
        at: digits.lowerBound
      ).located(in: text)
    }
  }

  /// Everything after the head.
  static func content(of exchange: Exchange, body: [UInt8]) -> [UInt8] {
    let request = exchange.request
    var content: [UInt8] = []
    content.reserveCapacity(body.count + 1024)
    content += Array("\(oneWord(request.method)) \(oneLine(request.url)) HTTP/1.1\n".utf8)
    append(request.fields, to: &content)
    if !request.body.isEmpty {
      content += request.body
      content.append(UInt8(ascii: "\n"))
    }
    content += Array("###\n".utf8)
    guard exchange.response.status > 0 else { return content }
    let status = HTTPStatus(exchange.response.status)
    content += Array("HTTP/1.1 \(status.line)\n".utf8)
    append(exchange.response.fields, to: &content)
    return content + body
  }

  private static func append(_ fields: [HTTPField], to content: inout [UInt8]) {
    for field in fields {
      content += Array("\(oneWord(field.name)): \(oneLine(field.value))\n".utf8)
    }
    content.append(UInt8(ascii: "\n"))
  }

  /// Replaces what would end the line, and drops the blanks around the text.
  private static func oneLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar == "\r" || scalar == "\n" || scalar == "\0" ? " " : scalar
    }
    var kept = scalars[...]
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    while let first = kept.first, isBlank(first) { kept.removeFirst() }
    while let last = kept.last, isBlank(last) { kept.removeLast() }
    return String(String.UnicodeScalarView(kept))
  }

  /// Keeps of a name what a name may hold.
  private static func oneWord(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0.value > 0x20 && $0 != ":" && $0.value != 0x7F }
    return scalars.isEmpty ? "unnamed" : String(String.UnicodeScalarView(scalars))
  }
}
