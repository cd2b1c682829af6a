import PlumbModel
import PlumbText

/// A miss in words, for the client and for the terminal.
public enum MissText {
  /// The miss as JSON, for the body of the answer.
  static func json(_ miss: Miss) -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.beginObject()
    writer.member("error", "no recording answers this request")
    write(miss, to: &writer)
    writer.member(
      "remedy",
      miss.closest.isEmpty
        ? "record this request; none of \(miss.recordings) recordings comes close"
        : "ask as it was recorded, or record this request too"
    )
    writer.endObject()
    return writer.bytes
  }

  /// Writes what was asked, and what comes close.
  static func write(_ miss: Miss, to writer: inout JSONWriter) {
    writer.name("request")
    write(miss.request, to: &writer)
    writer.name("closest")
    writer.beginArray()
    for candidate in miss.closest {
      writer.beginObject()
      writer.member("recording", candidate.recording.name)
      writer.name("request")
      write(candidate.recording.request, to: &writer)
      writer.name("differences")
      writer.beginArray()
      for difference in candidate.differences { write(difference, to: &writer) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }

  /// The miss in lines, for a person.
  public static func lines(_ miss: Miss) -> String {
    var lines = ["no recording answers \(miss.request.method) \(shown(miss.request))"]
    if miss.closest.isEmpty {
      lines.append("none of \(miss.recordings) recordings comes close")
    }
    for candidate in miss.closest {
      let request = candidate.recording.request
      lines.append("closest: \(request.method) \(shown(request))")
      lines.append("  in \(candidate.recording.name)")
      lines += candidate.differences.map { "  \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private static func write(_ request: Exchange.Request, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("method", request.method)
    writer.member("target", shown(request))
    writer.endObject()
  }

  /// Path and query without credentials; whose server was asked says nothing.
  private static func shown(_ request: Exchange.Request) -> String {
    let target = RequestTarget(Redactor(secrets: []).redacted(request.url))
    return target.path + (target.query.map { "?\($0)" } ?? "")
  }

  private static func write(_ difference: Miss.Difference, to writer: inout JSONWriter) {
    writer.beginObject()
    switch difference {
    case .method(let recorded, let asked):
      pair("method", recorded, asked, to: &writer)
    case .segment(let place, let recorded, let asked):
      pair("path-segment", recorded, asked, to: &writer)
      writer.member("segment", place)
    case .parameterMissing(let name, let recorded):
      pair("parameter-missing", recorded, nil, to: &writer)
      writer.member("name", name)
    case .parameterExtra(let name, let asked):
      pair("parameter-extra", nil, asked, to: &writer)
      writer.member("name", name)
    case .parameter(let name, let recorded, let asked):
      pair("parameter-different", recorded, asked, to: &writer)
      writer.member("name", name)
    case .field(let name, let recorded, let asked):
      pair("header-field", recorded, asked, to: &writer)
      writer.member("name", name)
    case .body: writer.member("kind", "body")
    case .played(let times):
      writer.member("kind", "played")
      writer.member("times", times)
    }
    writer.member("message", difference.description)
    writer.endObject()
  }

  private static func pair(
    _ kind: String,
    _ recorded: String?,
    _ asked: String?,
    to writer: inout JSONWriter
  ) {
    writer.member("kind", kind)
    if let recorded { writer.member("recorded", recorded) }
    if let asked { writer.member("asked", asked) }
  }
}
