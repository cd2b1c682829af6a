import PlumbChecking
import PlumbModel

extension Phrase {
  /// What is accepted, until when and why.
  static func accepted(_ acceptance: Acceptance) -> String {
    let contact = acceptance.contact.map { " (ask \($0))" } ?? ""
    return "\(subject(of: acceptance)), until \(acceptance.until): \(acceptance.reason)\(contact)"
  }

  /// What an acceptance that accepts nothing was for, and where it stands.
  static func lapsed(_ acceptance: Acceptance) -> String {
    "\(subject(of: acceptance)), until \(acceptance.until), in \(acceptance.place)"
  }

  /// Why acceptances accept nothing, as what stands after their number.
  static func lapsed(_ reason: Report.Lapsed.Reason) -> String {
    switch reason {
    case .expired: "expired: the finding counts again"
    case .stale: "stale: no longer found, drop it"
    case .unexercised: "not exercised: nothing was read that could show it"
    }
  }

  private static func subject(of acceptance: Acceptance) -> String {
    let place = acceptance.operation.map { " in \($0)" } ?? ""
    return "\(acceptance.fingerprint) \(acceptance.rule)\(place)"
  }
}
