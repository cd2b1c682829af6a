import PlumbText

/// What a finding is known by from one run to the next.
enum Fingerprint {
  /// Eight hexadecimal digits over what does not change with wording, places or counts.
  static func of(rule: String, operation: String, field: String, kind: String) -> String {
    let text = [rule, operation, field, kind].joined(separator: "\u{0}")
    let hash = NameHash.of(text)
    return Hexadecimal.text(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)))
  }
}
