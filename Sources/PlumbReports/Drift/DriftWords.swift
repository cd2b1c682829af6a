import PlumbChecking
import PlumbDrift

/// What reports on drift say in the same words.
enum DriftWords {
  /// What the changes come to: `3 changes in 6 operations: 2 breaking, 1 compatible`.
  static func verdict(of report: DriftReport) -> String {
    guard !report.changes.isEmpty else {
      return report.compared > 0
        ? "no drift in \(report.compared.of("operation"))" : "nothing in common"
    }
    let parts = Consequence.allCases.reversed().compactMap { consequence in
      let count = report.count(consequence)
      return count > 0 ? "\(count.grouped) \(consequence.rawValue)" : nil
    }
    let count = report.changes.count.of("change")
    return "\(count) in \(report.compared.of("operation")): \(parts.joined(separator: ", "))"
  }

  /// What was compared with what.
  static func sides(of report: DriftReport) -> String {
    guard let first = report.moments.first, let last = report.moments.last else { return "" }
    return "from \(name(of: first)) to \(name(of: last))"
  }

  /// `recordings/2026-11 (52 exchanges)`
  static func name(of moment: DriftReport.Moment) -> String {
    let count = moment.isObserved ? " (\(moment.exchanges.of("exchange")))" : ""
    return moment.label.visible + count
  }

  /// How often a change shows, and on which side where that is the one before.
  static func occurrences(_ count: Finding.Occurrences, of change: Change) -> String {
    (change.isSeenBefore ? "before: " : "") + Phrase.occurrences(count)
  }

  /// What stands above a column of a table.
  static func column(of moment: DriftReport.Moment?, isFirst: Bool, amongAlike: Bool) -> String {
    let what = moment?.isObserved == true ? "observed" : "documented"
    return amongAlike ? "\(what) \(isFirst ? "before" : "after")" : what
  }

  /// The words above the two columns of a table.
  static func columns(of report: DriftReport) -> (before: String, after: String) {
    let (first, last) = (report.moments.first, report.moments.last)
    let areAlike = first?.isObserved == last?.isObserved
    return (
      column(of: first, isFirst: true, amongAlike: areAlike),
      column(of: last, isFirst: false, amongAlike: areAlike)
    )
  }

  /// A severity whose colour a consequence has.
  static func severity(of consequence: Consequence) -> Rule.Severity {
    switch consequence {
    case .breaking: .error
    case .risky: .warning
    case .compatible: .note
    }
  }

  /// A row's name as the manual writes it: `href (nested at level 1)`.
  static func name(of row: DriftTable.Row) -> String {
    let name = row.name.isEmpty ? "the body" : row.name
    return row.level > 0 ? "\(name) (nested at level \(row.level))" : name
  }

  /// The first side at which a change is there, when there are sides between.
  static func since(_ index: Int, in report: DriftReport) -> String? {
    guard report.moments.count > 2 else { return nil }
    let first = report.moments.dropFirst().first { $0.states[index] == .changed }
    guard let first else { return nil }
    let isSteady = report.moments.drop { $0.label != first.label }
      .allSatisfy { $0.states[index] != .kept }
    return first.label.visible + (isSteady ? "" : ", with a break")
  }
}
