import PlumbModel
import PlumbText

/// Reads an API's file of accepted drift, `accepted.yaml`.
struct AcceptanceReader {
  let reading: NodeReading
  /// The name of the API, which the file leaves out.
  let api: String

  static let keys = ["fingerprint", "rule", "operation", "row", "because", "ask", "until"]

  /// Reads the list under `accepted`.
  func read(_ node: NotationNode) -> [Acceptance] {
    guard let known = reading.keys(node, "accepted.yaml", ["accepted"]) else { return [] }
    guard let entry = known["accepted"] else {
      reading.log.error("accepted.yaml says `accepted`, a list", at: node.place)
      return []
    }
    var places: [String: SourcePlace] = [:]
    return (reading.list(entry.value, "`accepted`") ?? []).compactMap { item in
      guard let acceptance = acceptance(item) else { return nil }
      if let first = places[acceptance.fingerprint] {
        reading.log.error(
          "`\(acceptance.fingerprint)` is accepted already, in line \(first.line)",
          at: item.place,
          remedy: "drop one of them"
        )
        return nil
      }
      places[acceptance.fingerprint] = item.place
      return acceptance
    }
  }

  private func acceptance(_ node: NotationNode) -> Acceptance? {
    guard let known = reading.keys(node, "an acceptance", Self.keys) else { return nil }
    let missing = ["fingerprint", "rule", "because", "until"].filter { known[$0] == nil }
    guard missing.isEmpty else {
      reading.log.error(
        "an acceptance says \(missing.map { "`\($0)`" }.joined(separator: " and ")) too",
        at: node.place,
        remedy: "plumb accept writes whole ones"
      )
      return nil
    }
    func text(_ key: String) -> String? {
      known[key].flatMap { reading.string($0.value, "`\(key)`") }
    }
    guard let fingerprint = text("fingerprint"), let rule = text("rule"),
      let reason = text("because"), let until = text("until")
    else { return nil }
    let isFingerprint = fingerprint.utf8.count == 8 && fingerprint.allSatisfy(\.isHexDigit)
    guard isFingerprint else {
      reading.log.error(
        "a fingerprint is eight hexadecimal digits, here is `\(fingerprint)`",
        at: known["fingerprint"]?.value.place ?? node.place,
        remedy: "a report says it with each finding"
      )
      return nil
    }
    guard let day = CalendarDate(until) else {
      reading.log.error(
        "`until` is a day, here is `\(until)`",
        at: known["until"]?.value.place ?? node.place,
        remedy: "write it like `2027-01-31`"
      )
      return nil
    }
    return Acceptance(
      api: api,
      fingerprint: fingerprint.lowercased(),
      rule: rule,
      operation: text("operation").map { "\(api)/\($0)" },
      row: text("row"),
      reason: reason,
      contact: text("ask"),
      until: day,
      place: node.place
    )
  }
}
