/// One escape of a JSON string, RFC 8259 section 7; a surrogate pair counts as one.
package struct JSONEscape: Hashable, Sendable {
  /// The character it stands for; U+FFFD for half of a surrogate pair.
  package let scalar: Unicode.Scalar

  /// The number of bytes the escape takes in the text: 2, 6 or 12.
  package let length: Int

  /// Whether it is half of a surrogate pair without the other half.
  package let isLoneSurrogate: Bool

  /// The number of bytes the character takes in UTF-8.
  package var byteCount: Int { UTF8.width(scalar) }

  /// Reads the escape whose backslash is at an offset; `nil` when it is not well-formed before
  /// `end`.
  package init?(_ bytes: RawSpan, at offset: Int, to end: Int) {
    guard offset + 1 < end else { return nil }
    let letter = bytes.byte(offset + 1)
    if letter != UInt8(ascii: "u") {
      guard let scalar = Self.character(of: letter) else { return nil }
      self.init(scalar, length: 2)
      return
    }
    guard let unit = Self.unit(bytes, at: offset, to: end) else { return nil }
    if let scalar = Unicode.Scalar(unit) {
      self.init(scalar, length: 6)
    } else if unit < 0xdc00, let low = Self.unit(bytes, at: offset + 6, to: end),
      low & 0xfc00 == 0xdc00,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
    {
      self.init(scalar, length: 12)
    } else {
      self.init("\u{fffd}", length: 6, isLoneSurrogate: true)
    }
  }

  private init(_ scalar: Unicode.Scalar, length: Int, isLoneSurrogate: Bool = false) {
    self.scalar = scalar
    self.length = length
    self.isLoneSurrogate = isLoneSurrogate
  }

  /// What the letter of a two-byte escape stands for; `nil` when there is no such escape.
  private static func character(of letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{c}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  /// The code unit of the escape `\uXXXX` at an offset.
  private static func unit(_ bytes: RawSpan, at offset: Int, to end: Int) -> UInt32? {
    guard offset + 6 <= end, bytes.byte(offset) == UInt8(ascii: "\\"),
      bytes.byte(offset + 1) == UInt8(ascii: "u")
    else { return nil }
    let unit = JSONScan.hexadecimal(bytes, at: offset + 2)
    return unit < 0 ? nil : UInt32(unit)
  }
}
