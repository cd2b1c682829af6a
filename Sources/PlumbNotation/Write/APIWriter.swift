import PlumbModel

/// Writes an API's own file, `api.yaml`.
struct APIWriter {
  let api: API

  func write(to lines: inout NotationLines) {
    lines.entry("api", YAMLText.written(api.title, .prose))
    if let version = api.version { lines.entry("version", YAMLText.written(version, .prose)) }
    lines.entry("server", YAMLText.written(api.server, .value))
    if !api.hosts.isEmpty { lines.entry("hosts", ResponseWriter.list(api.hosts)) }
    if api.isComplete { lines.entry("complete", "true") }
    keys(to: &lines)
    if let pace = api.pace { self.pace(pace, to: &lines) }
    types(to: &lines)
    ResponseWriter(api: api).writeShared(to: &lines)
    if let paging = api.paging { ListingWriter.write(paging, to: &lines) }
  }

  private func keys(to lines: inout NotationLines) {
    guard !api.keys.isEmpty else { return }
    lines.block("keys") { lines in
      for key in api.keys {
        let header = YAMLText.written(key.header, .flowName)
        let from = YAMLText.written(key.environment, .flowName)
        lines.lineItem("{ header: \(header), from: \(from) }")
      }
    }
  }

  private func pace(_ pace: API.Pace, to lines: inout NotationLines) {
    var parts: [String] = []
    if let rate = pace.requestsPerSecond { parts.append("at_most: \(Self.rate(rate))") }
    if let wait = pace.retryAfterMilliseconds, wait > 0 {
      parts.append("retry_after: \(wait) ms")
    }
    if !parts.isEmpty { lines.entry("pace", "{ \(parts.joined(separator: ", ")) }") }
  }

  /// A rate with the unit that makes it a whole number: `5 per second`, `30 per minute`.
  private static func rate(_ perSecond: Double) -> String {
    for (unit, factor) in [("second", 1.0), ("minute", 1.0 / 60), ("hour", 1.0 / 3600)] {
      let number = (perSecond / factor).rounded()
      if number >= 1, number <= 1_000_000, number * factor == perSecond {
        return "\(Int(number)) per \(unit)"
      }
    }
    return "\(perSecond) per second"
  }

  private func types(to lines: inout NotationLines) {
    guard !api.types.isEmpty else { return }
    let types = api.types.sorted { $0.key < $1.key }
    lines.block("types") { lines in
      for (name, type) in types { FieldTableWriter.write(name, type, to: &lines) }
    }
    var notes = RowNotesWriter()
    for (name, type) in types { notes.collect(type, at: FieldPath(steps: [.member(name)])) }
    notes.write(to: &lines)
  }
}
