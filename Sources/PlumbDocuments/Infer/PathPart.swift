/// What a part of a path says of itself.
enum PathPart {
  /// Whether a part is more likely a value than a word: a number, a UUID, a code full of digits.
  /// A version such as `v2` is a word.
  static func isValue(_ part: String) -> Bool {
    let bytes = Array(part.utf8)
    let digits = bytes.count { $0 &- 0x30 < 10 }
    let letters = bytes.count { ($0 | 0x20) &- 0x61 < 26 }
    guard digits > 0 else { return false }
    if digits == bytes.count { return true }
    if isVersion(part) { return false }
    let isHexadecimal = bytes.allSatisfy { byte in
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 || byte == UInt8(ascii: "-")
    }
    if isHexadecimal, digits + letters >= 8 { return true }
    return digits >= 2 && digits >= letters
  }

  /// Whether a part may be a value where other parts certainly are: a digit is in it.
  static func mayBeValue(_ part: String) -> Bool {
    part.utf8.contains { $0 &- 0x30 < 10 } && !isVersion(part)
  }

  /// Whether a part names a version: `v2`.
  private static func isVersion(_ part: String) -> Bool {
    let rest = part.utf8.dropFirst()
    return part.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "v")
      && rest.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
  }

  /// The name of a parameter that stands behind a word: one of what the word says.
  static func singular(_ word: String?) -> String {
    guard let word else { return "value" }
    let name = Text.name(word, fallback: "value")
    if name.hasSuffix("ies"), name.count > 4 { return "\(name.dropLast(3))y" }
    if name.hasSuffix("ses") || name.hasSuffix("xes") || name.hasSuffix("ches") {
      return String(name.dropLast(2))
    }
    if name.hasSuffix("s"), !name.hasSuffix("ss"), name.count > 2 { return String(name.dropLast()) }
    return name
  }
}
