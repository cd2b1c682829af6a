import PlumbText

/// Names of members as they are written, between their quotes.
enum NameText {
  /// Whether a name holds an escape.
  static func hasEscape(_ bytes: RawSpan, _ name: Range<Int>) -> Bool {
    var offset = name.lowerBound
    let backslash = SIMD16<UInt8>(repeating: 0x5c)
    while offset &+ 16 <= name.upperBound {
      if any(bytes.vector16(offset) .== backslash) { return true }
      offset &+= 16
    }
    while offset &+ 8 <= name.upperBound {
      let other = bytes.word64(offset) ^ 0x5c5c_5c5c_5c5c_5c5c
      // A byte of 0 borrows from its highest bit.
      if (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080 != 0 { return true }
      offset &+= 8
    }
    while offset < name.upperBound {
      if bytes.byte(offset) == 0x5c { return true }
      offset &+= 1
    }
    return false
  }

  /// The name that is meant; a lone surrogate or broken UTF-8 becomes U+FFFD.
  static func decode(_ bytes: RawSpan, _ name: Range<Int>) -> String {
    guard hasEscape(bytes, name) else { return bytes.text(name) }
    return String(decoding: JSONUnescaping.text(bytes, name), as: UTF8.self)
  }

  /// A hash of ``decode(_:_:)``, the same in every process (FNV-1a, 64 bits).
  static func hash(_ bytes: RawSpan, _ name: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for offset in name {
      let byte = bytes.byte(offset)
      // Names that are shown alike are one name, even where broken bytes are shown as U+FFFD.
      if byte == 0x5c || byte >= 0x80 { return NameHash.of(decode(bytes, name)) }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash
  }
}
