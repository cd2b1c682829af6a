/// A broken link or law of one exchange or session: where it shows first, and how often it does.
struct RelationFinding: Hashable, Sendable {
  var finding: ConversationFinding
  /// How many values, or items under `each`, break it.
  var count: Int
  /// How many were judged.
  var of: Int
  /// What the break means; `nil` for what the rule says.
  var severity: Rule.Severity?
}
