import PlumbText

/// Names of members as they are written, between their quotes.
enum NameText {
  /// Whether a name holds an escape.
  static func hasEscape(_ bytes: RawSpan, _ name: Range<Int>) -> Bool {
    name.contains { bytes.byte($0) == 0x5c }
  }

  /// The name that is meant; a lone surrogate or broken UTF-8 becomes U+FFFD.
  static func decode(_ bytes: RawSpan, _ name: Range<Int>) -> String {
    guard hasEscape(bytes, name) else { return bytes.text(name) }
    return String(decoding: StringText.decode(bytes, name), as: UTF8.self)
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

/// The text of a JSON string from its token.
enum StringText {
  /// The UTF-8 of the text between the quotes; a lone surrogate becomes U+FFFD.
  static func decode(_ bytes: RawSpan, _ token: Range<Int>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(token.count)
    var offset = token.lowerBound
    while offset < token.upperBound {
      let byte = bytes.byte(offset)
      guard byte == 0x5c, offset + 1 < token.upperBound else {
        output.append(byte)
        offset += 1
        continue
      }
      offset += append(&output, bytes, escapeAt: offset, to: token.upperBound)
    }
    return output
  }

  private static func append(
    _ output: inout [UInt8],
    _ bytes: RawSpan,
    escapeAt offset: Int,
    to end: Int
  ) -> Int {
    let letter = bytes.byte(offset + 1)
    guard letter == 0x75 else {
      output.append(plain(letter))
      return 2
    }
    let unit = JSONScan.hexadecimal(bytes, at: offset + 2)
    let length = JSONScan.escapeLength(bytes, at: offset, to: end)
    var scalar = Unicode.Scalar(UInt32(max(0, unit))) ?? "\u{fffd}"
    if length == 12 {
      let low = JSONScan.hexadecimal(bytes, at: offset + 8)
      let value = 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)
      scalar = Unicode.Scalar(UInt32(value)) ?? "\u{fffd}"
    }
    output += Array(String(Character(scalar)).utf8)
    return length == 12 ? 12 : 6
  }

  private static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case 0x62: 0x08
    case 0x66: 0x0c
    case 0x6e: 0x0a
    case 0x72: 0x0d
    case 0x74: 0x09
    default: letter
    }
  }
}
