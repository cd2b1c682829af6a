/// A pattern that a whole string must match.
///
/// It knows literals, `.` (all but a line feed), classes such as `[a-z\d_]`, groups, alternatives,
/// repeats, `\d \w \s \D \W \S` (ASCII) and escapes. What cannot be decided by reading once from
/// left to right is refused by its name:
///
/// ```swift
/// try Pattern(#"\d\d-\d{4}\.\d\d"#).matches("15-1299.00")  // true
/// try Pattern(#"(a)\1"#)
/// // back-reference "\1" cannot be used in a pattern: write out what the group may be
/// ```
public struct Pattern: Sendable {
  /// The pattern as written, without the slashes around it.
  public let source: String

  let program: PatternProgram
  let fixed: FixedPattern?

  /// Compiles a pattern.
  public init(_ source: String) throws(SyntaxError) {
    self.source = source
    var parser = PatternParser(source)
    let node = try parser.parse()
    var compiler = PatternCompiler()
    program = try compiler.compile(node)
    fixed = FixedPattern(node)
  }

  /// Returns a matcher, to be kept by one thread and used again and again.
  package func makeMatcher() -> PatternMatcher {
    PatternMatcher(self)
  }

  /// Returns whether a text matches, all of it.
  public func matches(_ text: String) -> Bool {
    var matcher = makeMatcher()
    let bytes = Array(text.utf8)
    let span = bytes.span
    return matcher.matches(span.bytes, 0..<bytes.count)
  }
}

extension Pattern: Hashable, CustomStringConvertible {
  /// Returns whether both are written alike.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.source.utf8.elementsEqual(rhs.source.utf8)
  }

  /// Hashes the source.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
  }

  /// The pattern with the slashes around it.
  public var description: String { "/\(source)/" }
}
