import PlumbText

/// Writes one entry of an archive.
struct HAREntryWriter {
  private let record: ExchangeRecord
  private let details: HARDetails?

  init(_ record: ExchangeRecord) {
    self.record = record
    details = record.details
  }

  func write(to writer: inout JSONWriter) {
    let start = record.circumstances.start ?? Timestamp(microseconds: 0)
    let time = (record.circumstances.duration ?? .zero).milliseconds
    writer.beginObject()
    writer.member("startedDateTime", start.description)
    writer.name("time")
    writer.value(time)
    writeRequest(record.exchange.request, to: &writer)
    writeResponse(record.exchange.response, to: &writer)
    writer.name("cache")
    writer.beginObject()
    writer.endObject()
    writeTimings(time, to: &writer)
    details?.writeMembers(of: .entry, to: &writer)
    writer.endObject()
  }

  private func writeTimings(_ time: JSONNumber, to writer: inout JSONWriter) {
    writer.name("timings")
    if let timings = details?.value("timings", of: .entry) { return writer.value(timings) }
    writer.beginObject()
    writer.member("send", 0)
    writer.name("wait")
    writer.value(time)
    writer.member("receive", 0)
    writer.endObject()
  }

  private func writeRequest(_ request: Exchange.Request, to writer: inout JSONWriter) {
    writer.name("request")
    writer.beginObject()
    writer.member("method", request.method)
    writer.member("url", Self.withoutFragment(request.url))
    writeVersion(of: .request, to: &writer)
    Self.writeCookies(HARCookie.sent(in: request.fields), to: &writer)
    Self.writePairs(request.fields.map { ($0.name, $0.value) }, as: "headers", to: &writer)
    let query = URLReference(request.url)?.query.map { Query($0).items } ?? []
    Self.writePairs(query.map { ($0.name, $0.value) }, as: "queryString", to: &writer)
    if !request.body.isEmpty {
      writer.name("postData")
      writer.beginObject()
      writer.member("mimeType", request.fields.value(of: "content-type") ?? "")
      Self.writeText(request.body, encodingName: "_encoding", to: &writer)
      details?.writeMembers(of: .postData, to: &writer)
      writer.endObject()
    }
    writer.member("headersSize", -1)
    writer.member("bodySize", request.body.count)
    details?.writeMembers(of: .request, to: &writer)
    writer.endObject()
  }

  private func writeResponse(_ response: Exchange.Response, to writer: inout JSONWriter) {
    writer.name("response")
    writer.beginObject()
    writer.member("status", response.status)
    let phrase = response.status == 0 ? "" : HTTPStatus(response.status).words
    writer.member("statusText", details?.value("statusText", of: .response)?.string ?? phrase)
    writeVersion(of: .response, to: &writer)
    Self.writeCookies(HARCookie.set(by: response.fields), to: &writer)
    Self.writePairs(response.fields.map { ($0.name, $0.value) }, as: "headers", to: &writer)
    writer.name("content")
    writer.beginObject()
    writer.member("size", response.body.count)
    writer.member("mimeType", response.fields.value(of: "content-type") ?? "")
    if !response.body.isEmpty {
      Self.writeText(response.body, encodingName: "encoding", to: &writer)
    }
    details?.writeMembers(of: .content, to: &writer)
    writer.endObject()
    writer.member("redirectURL", response.fields.value(of: "location") ?? "")
    writer.member("headersSize", -1)
    writer.member("bodySize", -1)
    if let failure = response.failure { writer.member("_error", failure) }
    details?.writeMembers(of: .response, to: &writer)
    writer.endObject()
  }

  private func writeVersion(of part: HARDetails.Part, to writer: inout JSONWriter) {
    let version = details?.value("httpVersion", of: part)?.string ?? HARWriter.httpVersion
    writer.member("httpVersion", version)
  }

  /// Writes bytes as text when they are UTF-8, else in base64.
  private static func writeText(
    _ bytes: [UInt8],
    encodingName: String,
    to writer: inout JSONWriter
  ) {
    if let text = String(validating: bytes, as: UTF8.self) {
      writer.member("text", text)
    } else {
      writer.member("text", String(decoding: Base64.encode(bytes), as: UTF8.self))
      writer.member(encodingName, "base64")
    }
  }

  private static func writePairs(
    _ pairs: [(name: String, value: String)],
    as name: String,
    to writer: inout JSONWriter
  ) {
    writer.name(name)
    writer.beginArray()
    for pair in pairs {
      writer.beginObject()
      writer.member("name", pair.name)
      writer.member("value", pair.value)
      writer.endObject()
    }
    writer.endArray()
  }

  private static func writeCookies(_ cookies: [HARCookie], to writer: inout JSONWriter) {
    writer.name("cookies")
    writer.beginArray()
    for cookie in cookies { cookie.write(to: &writer) }
    writer.endArray()
  }

  private static func withoutFragment(_ url: String) -> String {
    String(url.prefix { $0 != "#" })
  }
}
