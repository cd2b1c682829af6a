/// One escape of a JSON string, RFC 8259 section 7; a surrogate pair counts as one.
struct JSONEscape {
  /// The character it stands for; U+FFFD for half of a surrogate pair.
  let scalar: Unicode.Scalar

  /// The number of bytes the escape takes in the text.
  let length: Int

  /// The number of bytes the character takes in UTF-8.
  var byteCount: Int { UTF8.width(scalar) }

  /// Reads the escape whose backslash is at `offset`.
  init(at offset: Int, in text: Span<UInt8>, to end: Int) throws(CodecFailure) {
    guard offset + 1 < end else { throw Self.failure(at: offset, in: text, to: end) }
    if text[offset + 1] == UInt8(ascii: "u") {
      guard let unit = Self.unit(at: offset + 2, in: text, to: end) else {
        throw Self.failure(at: offset, in: text, to: end)
      }
      (scalar, length) = Self.scalar(from: unit, at: offset, in: text, to: end)
      return
    }
    guard let scalar = Self.short(text[offset + 1]) else {
      throw Self.failure(at: offset, in: text, to: end)
    }
    self.scalar = scalar
    length = 2
  }

  /// Writes the character in UTF-8.
  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func scalar(
    from unit: UInt16,
    at offset: Int,
    in text: Span<UInt8>,
    to end: Int
  ) -> (Unicode.Scalar, Int) {
    if UTF16.isLeadSurrogate(unit), text.has("\\u", at: offset + 6),
      let trail = Self.unit(at: offset + 8, in: text, to: end), UTF16.isTrailSurrogate(trail)
    {
      let pair = UTF16.decode(UTF16.EncodedScalar([unit, trail]))
      return (pair, 12)
    }
    return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
  }

  private static func short(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  private static func unit(at offset: Int, in text: Span<UInt8>, to end: Int) -> UInt16? {
    guard offset + 4 <= end else { return nil }
    var unit: UInt16 = 0
    for index in offset..<(offset + 4) {
      let byte = text[index]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private static func failure(at offset: Int, in text: Span<UInt8>, to end: Int) -> CodecFailure {
    let found = text.quoted(offset..<min(end, offset + 6))
    return CodecFailure(
      "expected an escape such as \"\\n\" or \"\\u00e9\", found \(found)",
      at: offset
    )
  }
}
