public import PlumbText

/// Something that a contract says and the form it is exported to cannot.
///
/// What is exported and read again is the contract, but for what is listed so.
public struct ExportLoss: Hashable, Sendable {
  /// Where the contract says it.
  public var place: SourcePlace

  /// What says it, e.g. ``"`order` of `books.list`"``.
  public var subject: String

  /// Why it is lost, or what stands in its place.
  public var reason: String

  /// Creates a loss.
  public init(_ subject: String, at place: SourcePlace, _ reason: String) {
    self.place = place
    self.subject = subject
    self.reason = reason
  }
}

extension ExportLoss: Comparable, CustomStringConvertible {
  /// Returns whether `lhs` stands before `rhs`: by place, then by what says it.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.place, lhs.subject, lhs.reason) < (rhs.place, rhs.subject, rhs.reason)
  }

  /// The loss as a terminal shows it: `file:line:column: what: why`.
  public var description: String { "\(place): \(subject): \(reason)" }
}
