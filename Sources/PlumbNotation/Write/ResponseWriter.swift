import PlumbModel

/// Writes responses by their status.
struct ResponseWriter {
  let api: API

  /// Writes the successes of an operation.
  func write(_ responses: [ResponseContract], to lines: inout NotationLines) {
    guard responses.count == 1, responses[0].status == 200 else {
      map("responses", responses, shared: [], to: &lines)
      return
    }
    let response = responses[0]
    if !response.headers.isEmpty {
      lines.entry("headers", Self.list(response.headers))
    }
    body("response", response.body, to: &lines)
  }

  /// Writes the refusals of an operation, where they are not just those of the API.
  func writeErrors(_ errors: [ResponseContract], to lines: inout NotationLines) {
    let shared = api.errors.map(\.placeless)
    let own = errors.map(\.placeless)
    guard own != shared else { return }
    if own.allSatisfy(shared.contains) {
      let statuses = errors.map { String($0.status) }
      lines.entry("errors", "[\(statuses.joined(separator: ", "))]")
    } else {
      map("errors", errors, shared: shared, to: &lines)
    }
  }

  /// Writes the refusals that the operations of an API share.
  func writeShared(to lines: inout NotationLines) {
    if !api.errors.isEmpty { map("errors", api.errors, shared: [], to: &lines) }
  }

  private func map(
    _ key: String,
    _ responses: [ResponseContract],
    shared: [ResponseContract],
    to lines: inout NotationLines
  ) {
    guard !responses.isEmpty else {
      lines.entry(key, "{}")
      return
    }
    lines.block(key) { lines in
      for response in responses {
        let status = String(response.status)
        if shared.contains(response.placeless) {
          lines.entry(status, "shared")
        } else if response.headers.isEmpty {
          body(status, response.body, to: &lines)
        } else {
          lines.block(status) { lines in
            body("body", response.body, to: &lines)
            lines.entry("headers", Self.list(response.headers))
          }
        }
      }
    }
  }

  private func body(
    _ key: String,
    _ body: ResponseContract.Body,
    to lines: inout NotationLines
  ) {
    switch body {
    case .unspecified: lines.entry(key, ResponseReader.unspecified)
    case .json(let type): FieldTableWriter.write(key, type, to: &lines)
    }
  }

  static func list(_ texts: [String]) -> String {
    "[\(texts.map { YAMLText.written($0, .flowName) }.joined(separator: ", "))]"
  }
}
