import PlumbModel
import PlumbText

/// Reads responses by their status.
struct ResponseReader {
  let reading: NodeReading
  let names: Set<String>

  /// The body of which the documentation says nothing.
  static let unspecified = "unspecified"

  /// Reads the map under `responses` or `errors`.
  ///
  /// - Parameter shared: The responses that the word `shared` may stand for.
  func map(
    _ node: NotationNode,
    _ what: String,
    allowsFlow: Bool,
    shared: [ResponseContract] = []
  ) -> [ResponseContract] {
    (reading.map(node, what) ?? []).compactMap { entry in
      guard let status = status(entry.key, at: entry.keyPlace) else { return nil }
      if case .text(let text) = entry.value.content, text.string == "shared", !shared.isEmpty {
        return self.shared(status, shared, at: entry.value.place)
      }
      return response(status, entry, allowsFlow: allowsFlow)
    }
  }

  /// Reads the list under `errors`: statuses that the API defines.
  func list(_ items: [NotationNode], of shared: [ResponseContract]) -> [ResponseContract] {
    items.compactMap { item in
      guard let text = reading.string(item, "a status"), let status = status(text, at: item.place)
      else { return nil }
      return self.shared(status, shared, at: item.place)
    }
  }

  /// Reads one response: its body, or `body` and `headers`.
  func response(_ status: Int, _ entry: NotationEntry, allowsFlow: Bool) -> ResponseContract? {
    var body = entry
    var headers: [String] = []
    if let long = longForm(entry.value) {
      headers = self.headers(long.headers)
      guard let inner = long.body else {
        return ResponseContract(
          status: status,
          body: .unspecified,
          headers: headers,
          place: entry.keyPlace
        )
      }
      body = inner
    }
    if case .text(let text) = body.value.content, text.string == Self.unspecified {
      return ResponseContract(
        status: status,
        body: .unspecified,
        headers: headers,
        place: entry.keyPlace
      )
    }
    let table = FieldTableReader(reading: reading, names: names, allowsFlow: allowsFlow)
    guard let type = table.type(body.value, "`\(body.key)`") else { return nil }
    return ResponseContract(
      status: status,
      body: .json(type),
      headers: headers,
      place: entry.keyPlace
    )
  }

  /// Reads a list of header fields.
  func headers(_ node: NotationNode) -> [String] {
    (reading.list(node, "`headers`") ?? []).compactMap { reading.string($0, "a header field") }
  }

  /// A map is `body` with `headers` when it has no other key and `headers` lists names.
  private func longForm(
    _ node: NotationNode
  ) -> (body: NotationEntry?, headers: NotationNode)? {
    guard case .map(let entries) = node.content,
      entries.allSatisfy({ $0.key == "body" || $0.key == "headers" }),
      let headers = entries.first(where: { $0.key == "headers" }),
      case .list = headers.value.content, headers.value.isFlow
    else { return nil }
    return (entries.first { $0.key == "body" }, headers.value)
  }

  private func status(_ text: String, at place: SourcePlace) -> Int? {
    if text.utf8.count == 3, let status = Int(text), (100...599).contains(status) { return status }
    reading.log.error(
      "`\(text)` is no status code",
      at: place,
      remedy: "a status code is a number from 100 to 599"
    )
    return nil
  }

  private func shared(
    _ status: Int,
    _ shared: [ResponseContract],
    at place: SourcePlace
  ) -> ResponseContract? {
    if let found = shared.first(where: { $0.status == status }) { return found }
    let known = shared.map { "`\($0.status)`" }.joined(separator: ", ")
    reading.log.error(
      "api.yaml defines no error \(status)",
      at: place,
      remedy: known.isEmpty
        ? "define it there under `errors`" : "define it there under `errors`; known are \(known)"
    )
    return nil
  }
}
