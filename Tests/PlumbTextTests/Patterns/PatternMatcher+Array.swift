import PlumbText

extension PatternMatcher {
  /// Matches a whole text, or a stretch of it, without a mutating call inside an expectation.
  static func matches(_ matcher: inout PatternMatcher, _ text: [UInt8], _ range: Range<Int>? = nil)
    -> Bool
  {
    let span = text.span
    return matcher.matches(span.bytes, range ?? 0..<text.count)
  }
}
