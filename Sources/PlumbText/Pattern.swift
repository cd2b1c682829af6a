/// A pattern that a whole string must match.
public struct Pattern: Hashable, Sendable {
  /// The pattern as written, without the slashes around it.
  public let source: String

  /// Compiles a pattern.
  public init(_ source: String) throws(PatternError) {
    self.source = source
  }
}

/// What is wrong with a pattern.
public struct PatternError: Error, Hashable, Sendable {
  /// What was expected, and how to mend it.
  public var message: String

  /// Where, in Unicode scalars from 0.
  public var offset: Int
}
