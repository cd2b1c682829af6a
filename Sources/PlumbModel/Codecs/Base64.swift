/// Base64, RFC 4648 section 4; line breaks are passed over, and padding may be missing.
enum Base64 {
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
