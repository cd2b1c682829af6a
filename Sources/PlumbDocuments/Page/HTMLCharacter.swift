/// Characters that HTML writes by name or number: `&amp;`, `&#8211;`.
enum HTMLCharacter {
  /// The names that reference pages use.
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
    "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "times": "×", "middot": "·", "copy": "©", "reg": "®", "trade": "™", "bull": "•",
  ]

  /// Reads the character that a text begins with, and how long it is written; `nil` when it is none.
  static func read(_ text: ArraySlice<Unicode.Scalar>) -> (String, Int)? {
    guard let end = text.prefix(12).firstIndex(of: ";"), text.first == "&" else { return nil }
    let body = String(String.UnicodeScalarView(text[(text.startIndex + 1)..<end]))
    let length = end - text.startIndex + 1
    if let character = names[body] { return (character, length) }
    guard body.hasPrefix("#") else { return nil }
    let isHexadecimal = body.dropFirst().lowercased().hasPrefix("x")
    let digits = body.dropFirst(isHexadecimal ? 2 : 1)
    guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(number), number != 0
    else { return nil }
    return (String(scalar), length)
  }
}
