import ArgumentParser
import PlumbDrift

/// From which consequence on changes fail a command.
enum FailOnConsequence: String, ExpressibleByArgument, CaseIterable {
  case compatible, risky, breaking, never

  /// Whether a report holds a change that fails.
  func fails(_ report: DriftReport) -> Bool {
    guard let least = Consequence(rawValue: rawValue) else { return false }
    return report.changes.contains { $0.consequence >= least }
  }
}
