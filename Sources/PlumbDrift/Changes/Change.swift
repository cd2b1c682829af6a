public import PlumbChecking
import PlumbModel
public import PlumbText

/// One difference between two tables.
public struct Change: Hashable, Sendable {
  /// What the change is about, besides its operation.
  public enum Subject: Hashable, Sendable {
    /// The operation as a whole.
    case operation
    /// The answers of a status.
    case response(status: Int)
    /// A row, as a JSON Pointer with `*` for each index: `/occupation/*/title`; of the answers of a
    /// status.
    case row(String, status: Int)
    /// A parameter of the request.
    case parameter(String)
    /// A promise, by what it is called in the contract: `order title`, `occupation[].href`.
    case promise(String)
  }

  /// The row of the catalogue.
  public var rule: ChangeRule

  /// The operation, as `api/operation`.
  public var operation: String

  /// What the change is about.
  public var subject: Subject

  /// What was there before, in few words.
  public var before: String

  /// What is there after, in few words.
  public var after: String

  /// What it means for a client.
  public var consequence: Consequence

  /// How often it shows in recordings; `nil` when that was not counted.
  public var occurrences: Finding.Occurrences?

  /// What speaks for it besides, one sentence each.
  public var evidence: [String]

  /// Where it shows in recordings: the first places.
  public var places: [Place]

  /// Where the promise stands; `nil` when it stands nowhere.
  public var contract: SourcePlace?

  /// Whether it is the side before that shows it: evidence, count, places and command are of that
  /// one.
  public var isSeenBefore = false

  /// A command that shows the first place, without secrets; `nil` when there is none.
  public var reproduce: String?

  /// The id of the checker's rule that found it; `nil` when the tables alone show it.
  public var finding: String?

  /// Creates a change with the catalogue's consequence.
  public init(
    _ rule: ChangeRule,
    of operation: String,
    _ subject: Subject,
    before: String,
    after: String,
    consequence: Consequence? = nil,
    evidence: [String] = [],
    contract: SourcePlace? = nil
  ) {
    self.rule = rule
    self.operation = operation
    self.subject = subject
    self.before = before
    self.after = after
    self.consequence = consequence ?? rule.consequence
    self.evidence = evidence
    self.contract = contract
    places = []
  }

  /// The change that recordings show when they are the side before, in place of the one after.
  public var mirrored: Change {
    var change = self
    change.rule = rule.mirror
    change.before = after
    change.after = before
    change.isSeenBefore = true
    change.evidence = evidence.map { "observed before: \($0)" }
    // What is the same in both directions means the same in both.
    if rule.mirror != rule { change.consequence = rule.mirror.consequence }
    return change
  }

  /// The row, when the change is about one.
  public var row: String? {
    if case .row(let field, _) = subject { field } else { nil }
  }
}

extension Change.Subject {
  /// What the change is about, in words.
  public var words: String {
    switch self {
    case .operation: "operation"
    case .response(let status): "status \(status)"
    case .row(let field, let status):
      (field.isEmpty ? "the body" : field) + (status < 300 ? "" : " of status \(status)")
    case .parameter(let name): "parameter \(name)"
    case .promise(let name): name
    }
  }
}
