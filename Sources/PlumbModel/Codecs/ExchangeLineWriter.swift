import PlumbText

/// Writes exchanges one on a line, as ``ExchangeLineReader`` reads them.
public enum ExchangeLineWriter {
  /// Returns the line of an exchange, with its end; always the same bytes for the same exchange.
  ///
  /// A body that is JSON on one line stands in the line as it was received, so that the line can be
  /// read like any JSON; other text stands in a string, and what is no text in base64.
  ///
  /// - Parameter origin: Where the exchange comes from, when the line is to say so.
  public static func line(_ record: ExchangeRecord, origin: ExchangeOrigin? = nil) -> [UInt8] {
    let (request, response) = (record.exchange.request, record.exchange.response)
    var writer = JSONWriter()
    writer.beginObject()
    if let origin { write(origin, to: &writer) }
    writer.member("method", request.method)
    writer.member("url", request.url)
    writer.member("requestHeaders", request.fields)
    if !request.body.isEmpty { write(request.body, as: "requestBody", to: &writer) }
    if let start = record.circumstances.start { writer.member("start", start.description) }
    if let duration = record.circumstances.duration {
      writer.name("ms")
      writer.value(duration.milliseconds)
    }
    if let failure = response.failure ?? (response.status == 0 ? Recording.noAnswer : nil) {
      writer.member("failed", failure)
    }
    if let details = record.details, !details.isEmpty {
      writer.name("har")
      details.write(to: &writer)
    }
    writer.member("status", response.status)
    writer.member("headers", response.fields)
    let isRaw = isOneValue(response.body)
    if !response.body.isEmpty, !isRaw { write(response.body, as: "body", to: &writer) }
    writer.endObject()
    guard isRaw else { return writer.bytes + [UInt8(ascii: "\n")] }
    return writer.bytes.dropLast() + Array(",\"body\":".utf8) + response.body + Array("}\n".utf8)
  }

  private static func write(_ origin: ExchangeOrigin, to writer: inout JSONWriter) {
    writer.name("origin")
    writer.beginObject()
    writer.member("file", origin.file)
    if let entry = origin.entry { writer.member("entry", entry) }
    if let session = origin.session, session != origin.file { writer.member("session", session) }
    writer.endObject()
  }

  /// Whether a body is a JSON value that can stand in a line.
  private static func isOneValue(_ body: [UInt8]) -> Bool {
    guard let first = body.first, first > 0x20, !body.contains(UInt8(ascii: "\n")) else {
      return false
    }
    return (try? JSONDocument(body)) != nil
  }

  private static func write(_ body: [UInt8], as name: String, to writer: inout JSONWriter) {
    if let text = String(validating: body, as: UTF8.self) {
      writer.member("\(name)Text", text)
    } else {
      writer.member("\(name)Base64", String(decoding: Base64.encode(body), as: UTF8.self))
    }
  }
}
