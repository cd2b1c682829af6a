import PlumbText

/// A pattern as JSON Schema has it: in the dialect of ECMA-262, and not anchored by itself.
enum EcmaPattern {
  /// The pattern, anchored so that it must match the whole value.
  static func anchored(_ pattern: Pattern) -> String { "^(?:\(pattern.source))$" }

  /// The signs in a pattern that match something else there, each with what is different.
  ///
  /// Source: ECMA-262, "Pattern semantics", with the flag `u`.
  static func differences(in pattern: Pattern) -> [String] {
    var hasDot = false
    var spaces: Set<String> = []
    var isInClass = false
    var isEscaped = false
    for scalar in pattern.source.unicodeScalars {
      if isEscaped {
        isEscaped = false
        if scalar == "s" || scalar == "S" { spaces.insert("\\\(scalar)") }
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "[": isInClass = true
      case "]": isInClass = false
      case "." where !isInClass: hasDot = true
      default: break
      }
    }
    let dots = hasDot ? ["`.` does not match a carriage return, U+2028 and U+2029 there"] : []
    return dots + spaces.sorted().map { "`\($0)` counts spaces beyond ASCII there" }
  }
}
