import PlumbText

/// One line of `volatile.ndjson`: what a recording leaves out because it differs each time, or an
/// attempt that led to no recording.
///
/// ```
/// {"order":0,"recording":"books.list/3f9a0c12be45.http","start":"2026-08-01T09:30:00.125Z","ms":12.5,"headers":{"Date":"…"}}
/// {"order":1,"method":"GET","url":"https://api.example.org/books","status":429,"headers":{"Retry-After":"1"}}
/// ```
public struct SessionNote: Hashable, Sendable {
  /// What a line is about.
  public enum Subject: Hashable, Sendable {
    /// A recording, named by its path below the session's folder.
    case recording(String)
    /// An attempt whose answer was not kept: a refusal, or a failure before a retry.
    case attempt(method: String, url: String, status: Int, failure: String?)
    /// From here on, a walk records everything anew.
    case replacing
  }

  /// What the line is about.
  public var subject: Subject

  /// When, how long and in which place.
  public var circumstances: Circumstances

  /// The header fields of the request that the recording leaves out.
  public var requestFields: [HTTPField]

  /// The header fields of the response that the recording leaves out; all of an attempt's.
  public var fields: [HTTPField]

  /// What an archive said of the exchange, when it came from one.
  public var details: HARDetails?

  /// Creates a note.
  public init(
    _ subject: Subject,
    _ circumstances: Circumstances,
    requestFields: [HTTPField] = [],
    fields: [HTTPField] = [],
    details: HARDetails? = nil
  ) {
    self.subject = subject
    self.circumstances = circumstances
    self.requestFields = requestFields
    self.fields = fields
    self.details = details
  }
}

extension SessionNote {
  /// Returns the line, with its end.
  public func encode() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("order", circumstances.order)
    switch subject {
    case .recording(let path):
      writer.member("recording", path)
    case .attempt(let method, let url, let status, let failure):
      writer.member("method", method)
      writer.member("url", url)
      writer.member("status", status)
      if let failure { writer.member("failed", failure) }
    case .replacing:
      writer.member("replacing", true)
    }
    if let start = circumstances.start { writer.member("start", start.description) }
    if let duration = circumstances.duration {
      writer.name("ms")
      writer.value(duration.milliseconds)
    }
    writer.member("requestHeaders", requestFields)
    writer.member("headers", fields)
    if let details, !details.isEmpty {
      writer.name("har")
      details.write(to: &writer)
    }
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
