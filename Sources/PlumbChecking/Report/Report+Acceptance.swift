public import PlumbModel

extension Report {
  /// A finding that somebody reviewed and lives with for a while.
  public struct Accepted: Hashable, Sendable {
    /// The finding.
    public var finding: Finding

    /// Who accepted it, why, and for how long.
    public var acceptance: Acceptance

    /// Creates an entry.
    public init(finding: Finding, acceptance: Acceptance) {
      self.finding = finding
      self.acceptance = acceptance
    }
  }

  /// An acceptance that accepts nothing.
  public struct Lapsed: Hashable, Sendable {
    /// Why it accepts nothing.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
      /// Its day is past, and what it accepted still occurs.
      case expired
      /// What it accepted was looked for and no longer occurs.
      case stale
      /// Nothing that was read could have shown what it accepts: it may still occur.
      case unexercised
    }

    /// Why.
    public var reason: Reason

    /// The acceptance.
    public var acceptance: Acceptance

    /// Creates an entry.
    public init(reason: Reason, acceptance: Acceptance) {
      self.reason = reason
      self.acceptance = acceptance
    }
  }

  /// Sets apart the findings that are accepted, and says which acceptances accept nothing.
  ///
  /// An acceptance fits a finding of its fingerprint, rule, operation and row.
  ///
  /// - Parameters:
  ///   - acceptances: What is accepted.
  ///   - today: The day on which they are looked at.
  public mutating func accept(_ acceptances: [Acceptance], on today: CalendarDate) {
    for acceptance in acceptances {
      let index = findings.firstIndex { acceptance.fits($0) }
      guard let index else {
        let reason: Lapsed.Reason = exercises(acceptance) ? .stale : .unexercised
        lapsed.append(Lapsed(reason: reason, acceptance: acceptance))
        continue
      }
      guard acceptance.until >= today else {
        lapsed.append(Lapsed(reason: .expired, acceptance: acceptance))
        continue
      }
      accepted.append(Accepted(finding: findings.remove(at: index), acceptance: acceptance))
    }
    accepted.sort { Judge.isBefore($0.finding, $1.finding) }
    summary.accepted = accepted.count
    summary.errors = findings.count { $0.severity == .error }
    summary.warnings = findings.count { $0.severity == .warning }
    summary.notes = findings.count { $0.severity == .note }
  }

  /// Whether something was read that could have shown what is accepted.
  private func exercises(_ acceptance: Acceptance) -> Bool {
    guard let operation = acceptance.operation else { return summary.exchanges > summary.unjudged }
    let tables = observations.filter { $0.operation == operation }
    guard let field = acceptance.row else {
      return !tables.isEmpty || !coverage.never.contains(operation)
    }
    let rows = tables.flatMap(\.rows)
    // A row that the documentation does not have shows wherever its object does, and that is where
    // a row beside it could have been; the items of a list are no row of their own.
    let parent = Self.parent(of: field)
    return rows.contains { row in
      if row.field == parent { return row.present > 0 }
      return row.of > 0 && (row.field == field || Self.parent(of: row.field) == parent)
    } || (parent.isEmpty && tables.contains { $0.bodies > 0 })
  }

  private static func parent(of field: String) -> Substring {
    field[..<(field.lastIndex(of: "/") ?? field.startIndex)]
  }
}

extension Acceptance {
  /// Whether a finding is what is accepted.
  func fits(_ finding: Finding) -> Bool {
    fingerprint == finding.fingerprint && rule == finding.rule
      && operation == finding.operation && row == finding.field
  }
}
