public import PlumbText

/// Drift that somebody reviewed and lives with for a while.
public struct Acceptance: Hashable, Sendable {
  /// The API in whose folder it stands (``API/id``).
  public var api: String

  /// What the finding is known by: eight hexadecimal digits.
  public var fingerprint: String

  /// The rule that is broken.
  public var rule: String

  /// The operation, as `api/operation`; `nil` when no single one is concerned.
  public var operation: String?

  /// The row without indices, as a JSON Pointer with `*` for each index; `nil` for none.
  public var row: String?

  /// Why it is accepted.
  public var reason: String

  /// Who may be asked: a name, a ticket; `nil` when nobody is named.
  public var contact: String?

  /// The last day on which it is accepted.
  public var until: CalendarDate

  /// Where it stands.
  public var place: SourcePlace

  /// Creates an acceptance.
  public init(
    api: String,
    fingerprint: String,
    rule: String,
    operation: String?,
    row: String?,
    reason: String,
    contact: String? = nil,
    until: CalendarDate,
    place: SourcePlace
  ) {
    self.api = api
    self.fingerprint = fingerprint
    self.rule = rule
    self.operation = operation
    self.row = row
    self.reason = reason
    self.contact = contact
    self.until = until
    self.place = place
  }
}
