/// Matches values against one pattern, faster the more it has seen.
///
/// It makes a deterministic automaton of the pattern as values call for it, of at most 4,096
/// states; what goes beyond is followed through the nondeterministic one. Either way a value takes
/// time in proportion to its length. One thread keeps one matcher.
package struct PatternMatcher: Sendable {
  private let fixed: FixedPattern?
  private var automaton: LazyAutomaton

  init(_ pattern: Pattern) {
    fixed = pattern.fixed
    automaton = LazyAutomaton(pattern.program)
  }

  /// Returns whether a stretch of bytes, which is decoded text in UTF-8, matches as a whole.
  ///
  /// Bytes that are not UTF-8 match nothing.
  package mutating func matches(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    if let fixed { return fixed.matches(bytes, range) }
    return automaton.matches(bytes, range)
  }
}
