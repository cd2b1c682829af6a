import PlumbText

/// What an archive says of an exchange that has no place of its own in an ``Exchange``: members of
/// the exporting tool (`_priority`), versions, phrases, addresses, how the time was spent.
public struct HARDetails: Hashable, Sendable {
  /// Where in an entry members stand.
  enum Part: String, CaseIterable {
    case entry, request, postData, response, content
  }

  /// The members by the part they stand in, in order.
  private(set) var members: [Part: [JSONMember]] = [:]

  /// When the request was sent.
  public internal(set) var start: Timestamp?

  /// How long it took.
  public internal(set) var duration: Duration?

  /// Whether there is nothing to keep.
  var isEmpty: Bool { members.isEmpty }

  /// Reads the details of an entry.
  init(ofEntry entry: JSONNode) {
    start = entry["startedDateTime"]?.string.flatMap { Timestamp($0) }
    duration = entry["time"]?.number.flatMap { Duration(milliseconds: $0) }
    let request = entry["request"]
    let response = entry["response"]
    take(entry, .entry)
    if let request { take(request, .request) }
    if let data = request?["postData"] { take(data, .postData) }
    if let response { take(response, .response) }
    if let content = response?["content"] { take(content, .content) }
  }

  /// Reads what ``encode()`` wrote.
  init?(decoding node: JSONNode) {
    guard node.kind == .object else { return nil }
    for part in Part.allCases {
      if let node = node[part.rawValue] { take(node, part) }
    }
  }

  /// Writes the details as an object with a member for each part.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for part in Part.allCases {
      guard let members = members[part] else { continue }
      writer.name(part.rawValue)
      writer.beginObject()
      for member in members {
        writer.name(member.name)
        writer.value(member.value)
      }
      writer.endObject()
    }
    writer.endObject()
  }

  /// Writes the members of a part that the standard gives no place into the object that is open.
  func writeMembers(of part: Part, to writer: inout JSONWriter) {
    for member in members[part] ?? [] where !Self.placed.contains(member.name) {
      writer.name(member.name)
      writer.value(member.value)
    }
  }

  /// The value of a member.
  func value(_ name: String, of part: Part) -> JSONNode? {
    members[part]?.last { $0.name == name }?.value
  }

  /// The members that stand in a place of their own in an entry.
  private static let placed: Set<String> = ["httpVersion", "statusText", "timings"]

  private mutating func take(_ node: JSONNode, _ part: Part) {
    var names: Set<String> = []
    let phrase = HTTPStatus(node["status"]?.integer ?? 0).words
    let kept = (node.members ?? []).filter { member in
      Self.isKept(member, of: part, phrase: phrase) && names.insert(member.name).inserted
    }
    if !kept.isEmpty { members[part] = kept }
  }

  /// Whether a member is kept: a tool's own, and those of the standard that hold what they should.
  private static func isKept(_ member: JSONMember, of part: Part, phrase: String) -> Bool {
    let text = member.value.string ?? ""
    switch (part, member.name) {
    case (.response, "_error"), (.postData, "_encoding"), (.content, "_encoding"): return false
    case (.request, "httpVersion"), (.response, "httpVersion"):
      return !text.isEmpty && text != HARWriter.httpVersion
    case (.response, "statusText"): return !text.isEmpty && text != phrase
    case (.entry, "serverIPAddress"), (.entry, "connection"), (_, "comment"):
      return !text.isEmpty
    case (.entry, "timings"):
      let times = ["send", "wait", "receive"].map { member.value[$0]?.number?.text ?? "-" }
      return !times.contains { $0.hasPrefix("-") } && (times[0] != "0" || times[2] != "0")
    default: return member.name.hasPrefix("_")
    }
  }
}
