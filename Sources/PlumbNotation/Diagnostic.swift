public import PlumbText

/// Something that a contract file says wrongly, and where.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The file cannot be meant as it stands.
    case error
    /// The file says something that is probably not meant.
    case warning
    /// Worth knowing.
    case note
  }

  /// How grave it is.
  public var severity: Severity

  /// What was expected and what was found.
  public var message: String

  /// Where it stands.
  public var place: SourcePlace

  /// How to mend it, when there is a way to say so.
  public var remedy: String?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity,
    _ message: String,
    at place: SourcePlace,
    remedy: String? = nil
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.remedy = remedy
  }
}

extension Diagnostic: CustomStringConvertible, Comparable {
  /// The diagnostic as a terminal shows it: `file:line:column: error: message`, then the remedy.
  public var description: String {
    "\(place): \(severity.rawValue): \(message)" + (remedy.map { "\n  fix: \($0)" } ?? "")
  }

  /// Returns whether `lhs` stands before `rhs`; at one place, by message.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.place, lhs.message) < (rhs.place, rhs.message)
  }
}
