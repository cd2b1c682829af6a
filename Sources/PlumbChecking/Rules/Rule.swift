/// One way to break a promise.
public struct Rule: Hashable, Sendable, Identifiable {
  /// What part of a promise a rule is about.
  public enum Family: String, Hashable, Sendable, CaseIterable {
    case body, http, fields, pages, order, links, laws, coverage
  }

  /// What a break means.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Worth knowing.
    case note
    /// Breaks a promise that is only implied.
    case warning
    /// Breaks a documented promise.
    case error

    /// Returns whether `lhs` is the milder.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The kebab-case id, e.g. `field-missing`.
  public var id: String

  /// What part of a promise it is about.
  public var family: Family

  /// What a break means.
  public var severity: Severity

  /// One sentence that says what is wrong.
  public var summary: String

  /// A short example that breaks it.
  public var example: String

  /// What to do about it.
  public var remedy: String

  /// The rules that win where both would apply: the more specific ones.
  public var yieldsTo: [String]

  /// Creates a rule.
  public init(
    id: String,
    family: Family,
    severity: Severity,
    summary: String,
    example: String,
    remedy: String,
    yieldsTo: [String] = []
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.summary = summary
    self.example = example
    self.remedy = remedy
    self.yieldsTo = yieldsTo
  }
}
