import PlumbText

/// A broken promise between responses, or between the values of one.
struct ConversationFinding: Hashable, Sendable {
  /// The rule.
  var rule: RuleID
  /// The name of the law that is broken, for ``RuleID/law``.
  var law: String?
  /// The page at which it shows, as an index into the chain's pages; 0 for the only exchange.
  var page: Int
  /// The other pages that take part in it: what is wrong may be on any of them.
  var others: [Int] = []
  /// Where in the body, as a JSON Pointer; empty for the body as a whole.
  var pointer: String
  /// Where in the file, in bytes from 0, and how long; `nil` when it is not in the body.
  var range: Range<Int>?
  /// The row without indices that is concerned, e.g. `/end`; `nil` when none is.
  var field: String?
  /// Where in the contract; `nil` for the place of ``field``'s row, or else of the operation.
  var contract: SourcePlace?
  /// What was promised, then what was found.
  var message: String
  var expected: String
  var found: String
  /// The kind of thing found, free of values: what the fingerprint is made of.
  var kind: String
  /// What the same cause broke besides.
  var symptoms: [Symptom] = []
  /// Of an order the ranks of the items' keys, as ``Finding/ranks``.
  var ranks: [Int] = []

  /// What a cause also broke.
  struct Symptom: Hashable, Sendable {
    var rule: RuleID
    /// The whole id of a law, for ``RuleID/law``: `law:operation.name`.
    var law: String?
    var field: String?
    var message: String
    var count = 1
  }
}
