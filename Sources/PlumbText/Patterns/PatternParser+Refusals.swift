// Named, so that whoever writes a pattern need not guess which part of it is too much.
extension PatternParser {
  /// Refuses all that begins with `(?` apart from `(?:`.
  func refuseSpecialGroup() throws(SyntaxError) {
    guard scalar(at: offset + 1) == "?", scalar(at: offset + 2) != ":" else { return }
    switch (scalar(at: offset + 2), scalar(at: offset + 3)) {
    case ("=", _), ("!", _):
      throw refusal(of: "look-ahead", length: 3, remedy: "list what may stand there instead")
    case ("<", "="), ("<", "!"):
      throw refusal(of: "look-behind", length: 4, remedy: "list what may stand there instead")
    case ("<", _):
      throw refusal(of: "named group", length: 3, remedy: "write \"(\"")
    case ("'", _):
      throw refusal(of: "named group", length: 3, remedy: "write \"(\"")
    case ("P", "<"):
      throw refusal(of: "named group", length: 4, remedy: "write \"(\"")
    case ("P", "="):
      throw refusal(of: "back-reference", length: 4, remedy: "write out what the group may be")
    case (">", _):
      throw refusal(of: "atomic group", length: 3, remedy: "write \"(?:\"")
    case ("#", _):
      throw refusal(of: "comment", length: 3, remedy: "leave it out")
    case ("(", _):
      throw refusal(of: "conditional", length: 3, remedy: "write both cases, as in \"a|b\"")
    case ("|", _):
      throw refusal(of: "branch reset", length: 3, remedy: "write \"(?:\"")
    case ("R", _), ("&", _):
      throw refusal(of: "recursion", length: 3, remedy: "write out as deep as it can go")
    default:
      throw refusal(
        of: "flag",
        length: min(3, scalars.count - offset),
        remedy: "write both cases of letters in a class, as in \"[aA]\""
      )
    }
  }

  private func refusal(of name: String, length: Int, remedy: String) -> SyntaxError {
    let sign = text(offset..<(offset + length))
    return SyntaxError(
      message: "\(name) \"\(sign)\" cannot be used in a pattern: \(remedy)",
      offset: offset
    )
  }

  /// Why a letter or digit may not follow a backslash.
  func refusal(ofEscape letter: Unicode.Scalar, at start: Int) -> SyntaxError {
    let (name, remedy) =
      switch letter {
      case "b", "B": ("word boundary", "write what stands on both sides")
      case "p", "P": ("Unicode property", "write a class, as in \"[a-zà-ÿ]\"")
      case "1"..."9", "k", "g": ("back-reference", "write out what the group may be")
      case "A", "z", "Z", "G": ("anchor", "leave it out, since a pattern matches the whole value")
      case "Q", "E": ("quoting", "put a backslash before each character")
      case "0": ("octal escape", "write \"\\x00\"")
      case "c": ("control escape", "write \"\\x\" and two hexadecimal digits")
      case "a": ("escape", "write \"\\x07\" for a bell, or \"a\"")
      case "e": ("escape", "write \"\\x1B\" for an escape character, or \"e\"")
      case "h", "H": ("escape", "write \"[ \\t]\" for white space in a line")
      case "R": ("escape", "write \"\\r?\\n\" for a line break")
      case "X": ("escape", "write \".\" for a Unicode scalar")
      default: ("escape", "write \"\(letter)\"")
      }
    return SyntaxError(
      message: "\(name) \"\\\(letter)\" cannot be used in a pattern: \(remedy)",
      offset: start
    )
  }
}
