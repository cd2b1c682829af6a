import PlumbText

/// A way in which a value can stand in bytes.
///
/// Escapes are no forms: ``Layer`` takes them off before anything is looked for.
struct SecretForm: Hashable, Sendable {
  /// How the value is written.
  enum Writing: Hashable, Sendable {
    /// Byte for byte, in an encoding of characters.
    case plain(TextEncoding)
    /// Two hexadecimal digits a byte.
    case hexadecimal
    /// In the middle of base64, the value's first byte being so many bytes behind a group's start;
    /// its last bits may be in one character more.
    case base64(phase: Int, endsInside: Bool)

    /// Whether letters beside it say nothing.
    var isCoded: Bool {
      if case .plain = self { false } else { true }
    }
  }

  /// The way.
  var writing: Writing
  /// The bytes to look for.
  var pattern: [UInt8]

  /// All forms of a value, each once.
  ///
  /// Without the blanks around it, as header fields have it; without its scheme, as in `Bearer …`;
  /// and with its lines joined or ended differently.
  static func all(of value: String) -> [SecretForm] {
    let value = String(
      value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    )
    let bytes = Array(value.utf8)
    let credential = SecretValue.credential(in: bytes)
    var values = [value]
    if credential.lowerBound > 0 {
      values.append(String(decoding: bytes[credential], as: UTF8.self))
    }
    if value.contains(where: \.isNewline) {
      let lines = value.split(whereSeparator: \.isNewline)
      values += ["\n", "\r\n", ""].map { lines.joined(separator: $0) }
    }
    return values.flatMap { ofOne($0) }
  }

  private static func ofOne(_ value: String) -> [SecretForm] {
    var forms: [SecretForm] = []
    var seen: Set<[UInt8]> = []
    func add(_ writing: Writing, _ pattern: [UInt8]) {
      guard !pattern.isEmpty, seen.insert(pattern).inserted else { return }
      forms.append(SecretForm(writing: writing, pattern: pattern))
    }
    for encoding in TextEncoding.allCases {
      guard let bytes = encoding.bytes(of: value) else { continue }
      add(.plain(encoding), bytes)
      guard bytes.count >= leastCoded else { continue }
      let digits = bytes.map { Hexadecimal.text($0) }.joined()
      add(.hexadecimal, Array(digits.utf8))
      add(.hexadecimal, Array(digits.uppercased().utf8))
      for phase in 0..<3 {
        for isURLSafe in [false, true] {
          let endsInside = (phase + bytes.count) % 3 > 0
          add(
            .base64(phase: phase, endsInside: endsInside),
            inner(bytes, phase: phase, isURLSafe: isURLSafe)
          )
        }
      }
    }
    return forms
  }

  /// Shorter values are not looked for in base64 and hexadecimal, where they would be found by
  /// chance.
  private static let leastCoded = 4

  /// The characters of base64 that depend on the value alone, whatever stands around it.
  private static func inner(_ bytes: [UInt8], phase: Int, isURLSafe: Bool) -> [UInt8] {
    let text = Base64.encode([UInt8](repeating: 0, count: phase) + bytes, isURLSafe: isURLSafe)
    let first = (phase * 8 + 5) / 6
    let end = (phase + bytes.count) * 8 / 6
    return Array(text[first..<end])
  }
}

/// How characters become bytes.
enum TextEncoding: Hashable, Sendable, CaseIterable {
  case utf8, latin1, utf16LittleEndian, utf16BigEndian

  /// The bytes of a text; `nil` when the encoding has no such characters.
  func bytes(of text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .latin1:
      let scalars = text.unicodeScalars
      guard scalars.allSatisfy({ $0.value < 0x100 }) else { return nil }
      return scalars.map { UInt8(truncatingIfNeeded: $0.value) }
    case .utf16LittleEndian:
      return text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    }
  }
}
