import PlumbText

/// How causes absorb what they break between values and between responses.
extension Causes {
  /// Joins what was found between values and responses with what was found in single bodies.
  ///
  /// A value that is missing or of the wrong kind has no order, no link and no page: whatever is
  /// said of it besides is a symptom.
  static func relate(_ bodies: [Finding], _ conversation: [Finding]) -> [Finding] {
    var causes = bodies
    let rest = conversation.filter { symptom in
      let cause = causes.indices.first { isCause(causes[$0], of: symptom) }
      guard let cause else { return true }
      absorb(symptom, into: &causes[cause])
      return false
    }
    return causes + amongThemselves(rest)
  }

  private static let fieldCauses: Set<String> = [
    "field-missing", "field-null", "field-type", "field-renamed", "field-moved", "field-wrapped",
    "field-stringified",
  ]

  /// Whether a broken field is why something between values does not hold.
  private static func isCause(_ cause: Finding, of symptom: Finding) -> Bool {
    guard cause.operation == symptom.operation, fieldCauses.contains(cause.rule),
      isOfWholeChain(symptom.rule) || sharesExchange(cause, symptom), let row = cause.field
    else { return false }
    let place = symptom.field ?? ""
    if ["page", "next", "prev", "cursor"].contains(String(symptom.rule.prefix { $0 != "-" })) {
      // Paging is read off the root's members and the list itself.
      return row.isEmpty || !row.dropFirst().contains("/")
    }
    // A link or a law speaks of the members of one object.
    let owner = row.lastIndex(of: "/").map { String(row[..<$0]) } ?? ""
    if symptom.rule.hasPrefix("order-") { return place == row || place.hasPrefix(row + "/") }
    return row.isEmpty || place.hasPrefix(owner + "/")
  }

  /// Whether a rule speaks of a chain as a whole, so that its place may be on any of the pages.
  private static func isOfWholeChain(_ rule: String) -> Bool { rule.hasPrefix("page-total-") }

  /// Whether every kept place of a symptom is in an exchange that the cause is in too.
  private static func sharesExchange(_ cause: Finding, _ symptom: Finding) -> Bool {
    symptom.places.allSatisfy { place in
      cause.places.contains { $0.recording == place.recording && $0.entry == place.entry }
    }
  }

  /// The weaker of two findings about the same pages is a symptom of the stronger one.
  private static func amongThemselves(_ all: [Finding]) -> [Finding] {
    var findings = all
    for (weaker, stronger) in precedence {
      let causes = findings.indices.filter { isRule(findings[$0].rule, stronger) }
      guard !causes.isEmpty else { continue }
      var absorbed: [Int] = []
      for index in findings.indices where isRule(findings[index].rule, weaker) {
        let cause = causes.first { other in
          other != index && !absorbed.contains(other)
            && findings[other].operation == findings[index].operation
        }
        guard let cause else { continue }
        let symptom = findings[index]
        absorb(symptom, into: &findings[cause])
        absorbed.append(index)
      }
      for index in absorbed.reversed() { findings.remove(at: index) }
    }
    return findings
  }

  /// Which rules are symptoms of which, in the order in which they are tried.
  private static let precedence: [(weaker: [String], stronger: [String])] = [
    (["page-duplicate-item", "page-overlap", "page-total-wrong"], ["order-reading-changed"]),
    (["page-total-wrong"], ["page-total-changed"]),
    (["order-"], ["page-duplicate-item", "page-overlap", "page-gap"]),
    (["default-differs"], ["page-", "next-", "prev-", "cursor-", "order-"]),
    (["law:"], ["page-duplicate-item", "page-overlap"]),
  ]

  private static func isRule(_ rule: String, _ names: [String]) -> Bool {
    names.contains { $0.hasSuffix("-") || $0.hasSuffix(":") ? rule.hasPrefix($0) : rule == $0 }
  }

  private static func absorb(_ symptom: Finding, into cause: inout Finding) {
    cause.symptoms.append(
      Finding.Symptom(
        rule: symptom.rule,
        field: symptom.field,
        message: symptom.message,
        count: symptom.occurrences.count
      )
    )
    cause.symptoms += symptom.symptoms
    cause.symptoms.sort { ($0.rule, $0.message) < ($1.rule, $1.message) }
  }
}
