/// Base64, RFC 4648 section 4; line breaks are passed over, and padding may be missing.
package enum Base64 {
  /// Writes what a stretch of `text` holds, which is never longer than the stretch.
  ///
  /// - Parameters:
  ///   - text: The buffer.
  ///   - range: The stretch.
  ///   - bytes: Where to write; it must have room for as many bytes as the stretch has.
  ///   - start: The offset in `bytes` to begin at.
  /// - Returns: The offset in `bytes` where it ends; `nil` when it is not base64.
  static func decode(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    into bytes: inout MutableSpan<UInt8>,
    at start: Int
  ) -> Int? {
    var end = start
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for index in range {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D || byte == 0x20 { continue }
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(of: byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count == 4 {
        bytes[end] = UInt8(truncatingIfNeeded: bits >> 16)
        bytes[end + 1] = UInt8(truncatingIfNeeded: bits >> 8)
        bytes[end + 2] = UInt8(truncatingIfNeeded: bits)
        end += 3
        (bits, count) = (0, 0)
      }
    }
    switch count {
    case 0: return padding == 0 ? end : nil
    case 2:
      bytes[end] = UInt8(truncatingIfNeeded: bits >> 4)
      end += 1
    case 3:
      bytes[end] = UInt8(truncatingIfNeeded: bits >> 10)
      bytes[end + 1] = UInt8(truncatingIfNeeded: bits >> 2)
      end += 2
    default: return nil
    }
    return padding == 0 || padding == 4 - count ? end : nil
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

extension Base64 {
  /// Writes bytes as base64, with padding.
  ///
  /// - Parameter isURLSafe: Whether `-` and `_` stand for `+` and `/`, RFC 4648 section 5.
  static func encode(_ bytes: [UInt8], isURLSafe: Bool = false) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var offset = 0
    while offset < bytes.count {
      let count = min(3, bytes.count - offset)
      var bits: UInt32 = 0
      for index in 0..<3 { bits = bits << 8 | (index < count ? UInt32(bytes[offset + index]) : 0) }
      for index in 0..<4 {
        let digit = UInt8(truncatingIfNeeded: bits >> UInt32(18 - 6 * index)) & 63
        text.append(index <= count ? character(of: digit, isURLSafe) : UInt8(ascii: "="))
      }
      offset += 3
    }
    return text
  }

  private static func character(of digit: UInt8, _ isURLSafe: Bool) -> UInt8 {
    switch digit {
    case 0..<26: UInt8(ascii: "A") + digit
    case 26..<52: UInt8(ascii: "a") + digit - 26
    case 52..<62: UInt8(ascii: "0") + digit - 52
    case 62: UInt8(ascii: isURLSafe ? "-" : "+")
    default: UInt8(ascii: isURLSafe ? "_" : "/")
    }
  }
}

extension Base64 {
  /// The bytes of a stretch in either alphabet; `nil` when it is not base64.
  package static func decoded(_ text: some Collection<UInt8>) -> [UInt8]? {
    let text = Array(text)
    var bytes = [UInt8](repeating: 0, count: text.count)
    let end: Int?
    do {
      var output = bytes.mutableSpan
      end = decode(text.span, text.indices, into: &output, at: 0)
    }
    guard let end else { return nil }
    bytes.removeLast(bytes.count - end)
    return bytes
  }
}
