import PlumbChecking

/// What a finding is about, as an acceptance has to know it.
struct FindingSubject: Hashable {
  var fingerprint: String
  var rule: String
  /// The operation, as `api/operation`; `nil` when no single one is concerned.
  var operation: String?
  var row: String?

  /// The finding in few words.
  var words: String {
    let place = operation.map { " in \($0)" } ?? ""
    return "\(fingerprint) \(rule)\(place)"
  }
}

extension FindingSubject {
  /// Takes what a finding is about.
  init(_ finding: Finding) {
    self.init(
      fingerprint: finding.fingerprint,
      rule: finding.rule,
      operation: finding.operation,
      row: finding.field
    )
  }
}
