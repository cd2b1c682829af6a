import PlumbModel
import PlumbText

/// Joins what was found between responses: the weaker of two findings about the same pages is a
/// symptom of the stronger one.
///
/// Only what belongs to one listing is joined, and where a rule speaks of single pages, only what
/// shares a page.
struct ConversationCauses {
  typealias Judged = ConversationWriter.Judged
  typealias Page = ConversationWriter.Page

  /// What a cause and its symptom have in common.
  private enum Reach {
    /// The listing.
    case listing
    /// A page, on either side.
    case page
    /// The listing that a law takes its values from.
    case source
  }

  /// One rule: these findings are symptoms of those.
  private struct Step {
    var symptoms: Set<RuleID>
    var causes: Set<RuleID>
    var reach: Reach
    /// The kind that the cause must be of; `nil` for any.
    var kind: String?
  }

  /// One finding, by its place in ``judged``.
  private struct Mark: Hashable {
    var judged: Int
    var finding: Int
  }

  let plan: CheckPlan
  /// The listing that each page belongs to, as a number.
  let listings: [Page: Int]
  private(set) var judged: [Judged]
  private var absorbed: Set<Mark> = []

  init(plan: CheckPlan, listings: [Page: Int], judged: [Judged]) {
    self.plan = plan
    self.listings = listings
    self.judged = judged
  }

  /// The rules, in the order in which they are tried.
  private static let steps: [Step] = [
    // Two runs of a listing in different orders cut it differently.
    Step(
      symptoms: [.pageDuplicateItem, .pageOverlap, .pageTotalWrong],
      causes: [.orderReadingChanged],
      reach: .listing
    ),
    Step(symptoms: [.pageTotalWrong], causes: [.pageTotalChanged], reach: .listing),
    // An item that stands where it should not be is out of order there.
    Step(
      symptoms: [.orderBroken, .orderAtSeam],
      causes: [
        .pageDuplicateItem, .pageOverlap, .pageGap, .pageWindow, .pageDefault, .pageInconsistent,
        .nextLoop, .cursorLoop, .cursorMismatch,
      ],
      reach: .page
    ),
    Step(
      symptoms: [.orderBroken, .orderAtSeam],
      causes: [.pageCount],
      reach: .page,
      kind: "more items"
    ),
    // A page that is wrong differs from one that is not.
    Step(symptoms: [.defaultDiffers], causes: wrongPages.union(wrongOrders), reach: .page),
    // A listing with holes or repetitions does not hold what it should.
    Step(
      symptoms: [.law],
      causes: wrongPages.union([.cursorMissing, .nextMissing]),
      reach: .source
    ),
  ]

  private static let wrongPages: Set<RuleID> = [
    .pageCount, .pageWindow, .pageDefault, .pageEndWrong, .pageBounds, .pageInconsistent,
    .pageEmpty, .pageGap, .pageOverlap, .pageDuplicateItem, .pageTotalChanged, .pageTotalWrong,
    .cursorLoop, .cursorMismatch,
  ]

  private static let wrongOrders: Set<RuleID> = [
    .orderBroken, .orderAtSeam, .orderReversed, .orderIgnored, .orderAmbiguous,
    .orderReadingChanged,
  ]

  /// Joins all that can be joined.
  mutating func join() {
    let marks = judged.indices.flatMap { index in
      judged[index].findings.indices.map { Mark(judged: index, finding: $0) }
    }
    let byRule = Dictionary(grouping: marks) { finding($0).rule }
    for step in Self.steps {
      let symptoms = step.symptoms.flatMap { byRule[$0] ?? [] }.filter { !absorbed.contains($0) }
      guard !symptoms.isEmpty else { continue }
      join(symptoms, step, byRule)
    }
    guard !absorbed.isEmpty else { return }
    for index in judged.indices {
      let kept = judged[index].findings.indices.filter {
        !absorbed.contains(Mark(judged: index, finding: $0))
      }
      judged[index].findings = kept.map { judged[index].findings[$0] }
    }
  }

  private mutating func join(_ symptoms: [Mark], _ step: Step, _ byRule: [RuleID: [Mark]]) {
    let causes = step.causes.flatMap { byRule[$0] ?? [] }.filter {
      !absorbed.contains($0) && isWhole($0) && step.kind ?? finding($0).kind == finding($0).kind
    }
    .sorted { ($0.judged, $0.finding) < ($1.judged, $1.finding) }
    guard !causes.isEmpty else { return }
    var byPage: [Page: Mark] = [:]
    var byListing: [Int: Mark] = [:]
    for cause in causes {
      for page in pages(of: cause) where byPage[page] == nil { byPage[page] = cause }
      if let listing = listing(of: cause), byListing[listing] == nil { byListing[listing] = cause }
    }
    for symptom in symptoms.sorted(by: { ($0.judged, $0.finding) < ($1.judged, $1.finding) }) {
      let cause: Mark? =
        switch step.reach {
        case .listing: listing(of: symptom).flatMap { byListing[$0] }
        case .page: pages(of: symptom).compactMap { byPage[$0] }.first
        case .source:
          others(of: symptom).compactMap { listings[$0] }.compactMap { byListing[$0] }.first
        }
      if let cause { absorb(symptom, into: cause) }
    }
  }

  // MARK: - Parts

  private func finding(_ mark: Mark) -> ConversationFinding {
    judged[mark.judged].findings[mark.finding].finding
  }

  /// Whether a finding can be a cause: another reading in another listing explains nothing here.
  private func isWhole(_ mark: Mark) -> Bool {
    let finding = finding(mark)
    return finding.rule != .orderReadingChanged || !finding.others.isEmpty
  }

  private func listing(of mark: Mark) -> Int? {
    listings[judged[mark.judged].pages[finding(mark).page]]
  }

  private func pages(of mark: Mark) -> [Page] {
    [judged[mark.judged].pages[finding(mark).page]] + others(of: mark)
  }

  private func others(of mark: Mark) -> [Page] {
    finding(mark).others.map { judged[mark.judged].pages[$0] }
  }

  private mutating func absorb(_ mark: Mark, into cause: Mark) {
    let weighed = judged[mark.judged].findings[mark.finding]
    let symptom = weighed.finding
    absorbed.insert(mark)
    judged[cause.judged].findings[cause.finding].finding.symptoms +=
      [
        ConversationFinding.Symptom(
          rule: symptom.rule,
          law: symptom.law.map { _ in plan.id(of: symptom, in: judged[mark.judged].operation) },
          field: symptom.field,
          message: symptom.message,
          count: weighed.count
        )
      ] + symptom.symptoms
  }
}
