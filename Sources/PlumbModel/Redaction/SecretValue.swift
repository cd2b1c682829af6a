/// What a value looks like, apart from its name.
enum SecretValue {
  /// What stands before the credential in header fields such as `Authorization`.
  private static let schemes: Set<String> = [
    "apikey", "aws4-hmac-sha256", "basic", "bearer", "digest", "dpop", "hawk", "hmac", "hoba",
    "key", "mac", "negotiate", "ntlm", "oauth", "scram-sha-256", "token",
  ]

  /// Words that stand where a value was taken out or never was.
  private static let nothings: Set<String> = [
    "", "true", "false", "null", "nil", "none", "undefined", "yes", "no", "redacted", "filtered",
    "masked", "removed", "sanitized", "optional", "required", "string",
    "xxx", "xxxx", "xxxxx", "xxxxxx", "xxxxxxxx",
  ]

  /// Whether a value is none: empty, masked, a word of that sense, or a variable's name.
  static func isNothing(_ value: some Collection<UInt8>) -> Bool {
    if value.allSatisfy({ $0 == UInt8(ascii: "*") || $0 == 0x20 }) || isPlaceholder(value) {
      return true
    }
    guard value.count <= 400 else { return false }
    if holdsPlaceholder(value) { return true }
    let text = String(decoding: value, as: UTF8.self)
    if text.hasPrefix("$") && !text.dropFirst().contains("$") {
      return text.dropFirst().allSatisfy { $0.isLetter || $0 == "_" || $0 == "{" || $0 == "}" }
    }
    return nothings.contains(SecretNames.folded(text).filter { $0.isLetter || $0.isNumber })
      && text.utf8.allSatisfy { $0 != 0x20 }
  }

  /// Whether a value is base64 out of which a credential was taken.
  private static func holdsPlaceholder(_ value: some Collection<UInt8>) -> Bool {
    guard value.count >= 16 else { return false }
    let plain = PlaceholderText.plain(value).utf8
    guard plain.allSatisfy({ CredentialSearch.isBase64($0) || $0 == UInt8(ascii: "=") }) else {
      return false
    }
    return Base64.decoded(plain).map { String(decoding: $0, as: UTF8.self) }?
      .contains("{{secret:") == true
  }

  /// Whether a value is a placeholder from one end to the other.
  static func isPlaceholder(_ value: some Collection<UInt8>) -> Bool {
    guard value.count < 160, value.count > 8 else { return false }
    let text = PlaceholderText.plain(value)
    guard text.hasPrefix("{{"), text.hasSuffix("}}") else { return false }
    return text.dropFirst(2).dropLast(2).utf8.allSatisfy(PlaceholderText.isNameByte)
  }

  /// Where the credential stands in the value of a field such as `Authorization`.
  static func credential(in value: some Collection<UInt8>) -> Range<Int> {
    let bytes = Array(value)
    let scheme = bytes.prefix { $0 != 0x20 }
    guard scheme.count < bytes.count,
      schemes.contains(String(decoding: scheme, as: UTF8.self).lowercased())
    else { return 0..<bytes.count }
    let start = bytes[scheme.count...].firstIndex { $0 != 0x20 } ?? bytes.count
    return start..<bytes.count
  }

  /// Whether a value looks made up rather than written: letters and digits without a space.
  static func looksMadeUp(_ value: some Collection<UInt8>, least: Int = 16) -> Bool {
    guard value.count >= least, !value.contains(where: { $0 <= 0x20 }) else { return false }
    let digits = value.count { $0 &- 0x30 < 10 }
    let letters = value.count { ($0 | 0x20) &- 0x61 < 26 }
    let parts = value.count { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
    return digits >= 2 && letters >= 4 && parts <= 2 && digits + letters >= value.count * 3 / 4
  }

  /// Whether a value is long and mixed enough to be looked for elsewhere.
  static func isDistinctive(_ value: some Collection<UInt8>) -> Bool {
    guard value.count >= 8, value.count <= 4096, !isNothing(value) else { return false }
    let digits = value.count { $0 &- 0x30 < 10 }
    let letters = value.count { ($0 | 0x20) &- 0x61 < 26 }
    let others = value.count - digits - letters
    return (digits > 0 && letters > 2)
      || (value.count >= 20 && letters > 8 && others < value.count / 4)
  }
}

extension SecretValue {
  /// Whether a value is a credential when its name says so much.
  static func isCredential(
    _ value: some Collection<UInt8>,
    _ judgement: SecretNames.Judgement
  ) -> Bool {
    switch judgement {
    case .none: return false
    case .doubtful:
      let hasCapital = value.contains { $0 &- 0x41 < 26 }
      let hasSmall = value.contains { $0 &- 0x61 < 26 }
      return hasCapital && hasSmall && looksMadeUp(value, least: 20)
    case .likely: return looksMadeUp(value) && !isNothing(value)
    case .certain: return !isNothing(value)
    }
  }
}
