/// Collects the findings of one chain, so that items that stand twice join what explains them.
struct PageLedger {
  private(set) var findings: [ConversationFinding] = []
  /// By page, the finding that explains items out of place.
  private var causes: [Int?]
  /// By page, how many items it has too many, when nothing but that is wrong with its window.
  private var surpluses: [Int?]

  init(pageCount: Int) {
    causes = Array(repeating: nil, count: pageCount)
    surpluses = Array(repeating: nil, count: pageCount)
  }

  /// Adds a finding.
  mutating func add(
    _ finding: ConversationFinding,
    hidesDuplicates: Bool = false,
    surplus: Int? = nil
  ) {
    if hidesDuplicates { causes[finding.page] = findings.count }
    if let surplus { surpluses[finding.page] = surplus }
    findings.append(finding)
  }

  /// Adds items that stand twice, or takes them as a symptom of what is wrong with a page.
  ///
  /// - Parameter isWholePage: Whether all items of the first of these pages stand elsewhere too.
  mutating func add(
    duplicates finding: ConversationFinding,
    count: Int,
    isWholePage: Bool,
    on pages: [Int]
  ) {
    for page in pages {
      guard let cause = causes[page] else { continue }
      let isAgain =
        isWholePage && page == finding.page && Self.follow.contains(findings[cause].rule)
      if surpluses[page] == count || isAgain {
        // What is too many, or a page that comes again, is the cause: not the number of items, and
        // not that such a page leads on to where the other one leads.
        let counted = findings[cause]
        var finding = finding
        finding.symptoms = [Self.symptom(counted)] + counted.symptoms
        findings[cause] = finding
        surpluses[page] = nil
      } else {
        findings[cause].symptoms.append(Self.symptom(finding))
        findings[cause].others += finding.others + [finding.page]
      }
      return
    }
    findings.append(finding)
  }

  /// What follows from a page that shows the items of another one.
  private static let follow: Set<RuleID> = [.pageCount, .nextLoop, .cursorLoop]

  private static func symptom(_ finding: ConversationFinding) -> ConversationFinding.Symptom {
    .init(rule: finding.rule, field: finding.field, message: finding.message)
  }
}
