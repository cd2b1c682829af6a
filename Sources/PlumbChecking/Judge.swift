import PlumbModel
import PlumbText

/// Turns what was extracted into a report: once, at the end.
struct Judge {
  let plan: CheckPlan
  let extract: Extract
  let families: Set<Rule.Family>

  /// The report.
  func report() -> Report {
    let writer = FindingWriter(plan: plan, extract: extract)
    var findings = Causes(plan: plan).absorb(
      ManyNames.joined(extract.entries).map { (entry: $0, finding: writer.finding(for: $0)) }
        .sorted { Self.isBefore($0.finding, $1.finding) }
    )
    findings += AnswerDiffers(plan: plan, extract: extract).findings()
    let conversation = ConversationJudge(plan: plan, extract: extract).judge()
    findings = Causes.relate(
      findings,
      conversation,
      ConversationWriter(plan: plan, extract: extract)
    )
    findings.removeAll { !isHeld($0) }
    findings.sort(by: Self.isBefore)
    let unjudged = self.unjudged()
    return Report(
      summary: summary(findings, unjudged, conversation.chains.count),
      findings: findings,
      unjudged: unjudged,
      coverage: CoverageCount(
        plan: plan,
        extract: extract,
        conversation: conversation
      ).coverage(),
      observations: ObservationWriter(plan: plan, extract: extract).observations(),
      chains: conversation.chains.map { Report.Chain($0, of: plan.operations[$0.operation]) }
    )
  }

  /// Whether a finding comes before another in a report.
  static func isBefore(_ lhs: Finding, _ rhs: Finding) -> Bool {
    if lhs.severity != rhs.severity { return lhs.severity > rhs.severity }
    let left = (lhs.operation ?? "", lhs.contract?.place.line ?? 0, lhs.field ?? "", lhs.rule)
    let right = (rhs.operation ?? "", rhs.contract?.place.line ?? 0, rhs.field ?? "", rhs.rule)
    if left != right { return left < right }
    return (lhs.fingerprint, lhs.message) < (rhs.fingerprint, rhs.message)
  }

  private func isHeld(_ finding: Finding) -> Bool {
    let rule = RuleCatalogue.rule(String(finding.rule.prefix { $0 != ":" }))
    return rule.map { families.contains($0.family) } ?? true
  }

  private func unjudged() -> [Report.Unjudged] {
    extract.unjudged.sorted { $0.key.rawValue < $1.key.rawValue }
      .flatMap { reason, tally in
        tally.rows.map { what, count in
          Report.Unjudged(
            reason: reason,
            what: what,
            count: count.count,
            place: count.first.place
          )
        }
      }
  }

  private func summary(
    _ findings: [Finding],
    _ unjudged: [Report.Unjudged],
    _ chains: Int
  ) -> Report.Summary {
    var summary = Report.Summary()
    summary.exchanges = extract.exchanges
    summary.files = extract.names.count
    summary.bytes = extract.bytes
    summary.chains = chains
    summary.errors = findings.count { $0.severity == .error }
    summary.warnings = findings.count { $0.severity == .warning }
    summary.notes = findings.count { $0.severity == .note }
    summary.unjudged = unjudged.reduce(0) { $0 + $1.count }
    return summary
  }
}
