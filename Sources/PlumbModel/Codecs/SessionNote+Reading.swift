import PlumbText

extension SessionNote {
  /// Reads a line; `nil` when it is none, as a line that was cut short.
  public init?(decoding line: [UInt8]) {
    guard let root = try? JSONDocument(line, limits: .init(depth: 10_000)).root,
      root.kind == .object, let subject = Self.subject(of: root)
    else { return nil }
    self.init(
      subject,
      Circumstances(
        order: max(root["order"]?.integer ?? 0, 0),
        start: root["start"]?.string.flatMap { Timestamp($0) },
        duration: root["ms"]?.number.flatMap { Duration(milliseconds: $0) }
      ),
      requestFields: Self.fields(root["requestHeaders"]),
      fields: Self.fields(root["headers"]),
      details: root["har"].flatMap { HARDetails(decoding: $0) }
    )
  }

  private static func subject(of root: JSONNode) -> Subject? {
    if let path = root["recording"]?.string { return .recording(path) }
    if root["replacing"]?.boolean == true { return .replacing }
    guard let url = root["url"]?.string else { return nil }
    return .attempt(
      method: root["method"]?.string ?? "GET",
      url: url,
      status: root["status"]?.integer ?? 0,
      failure: root["failed"]?.string
    )
  }

  private static func fields(_ node: JSONNode?) -> [HTTPField] {
    (node?.members ?? []).compactMap { member in
      member.value.string.map { HTTPField(name: member.name, value: $0) }
    }
  }
}
