import PlumbChecking

/// The rules that a report's findings break, each once, in the order of their first finding.
struct ReportedRules {
  /// A rule as a report lists it: of the catalogue, or a law of a contract.
  struct Entry: Hashable {
    /// The id, as findings have it.
    var id: String
    /// What part of a promise it is about.
    var family: Rule.Family
    /// What a break means.
    var severity: Rule.Severity
    /// One sentence that says what is wrong.
    var summary: String
    /// What to do about it.
    var remedy: String?
  }

  /// The rules.
  private(set) var list: [Entry] = []
  private var places: [String: Int] = [:]

  /// Collects the rules of findings.
  init(_ findings: [Finding]) {
    for finding in findings where places[finding.rule] == nil {
      places[finding.rule] = list.count
      list.append(Self.entry(for: finding))
    }
  }

  /// The place of a finding's rule in ``list``.
  func index(of finding: Finding) -> Int { places[finding.rule] ?? 0 }

  private static func entry(for finding: Finding) -> Entry {
    let isLaw = finding.rule.hasPrefix("law:")
    let rule = RuleCatalogue.rule(isLaw ? "law" : finding.rule)
    return Entry(
      id: finding.rule,
      family: rule?.family ?? .laws,
      severity: rule?.severity ?? finding.severity,
      summary: rule?.summary ?? finding.message,
      remedy: rule?.remedy
    )
  }
}
