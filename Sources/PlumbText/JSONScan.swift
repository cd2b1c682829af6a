/// The tokens of JSON, RFC 8259, found in a buffer without making anything of them.
///
/// All functions read up to 16 bytes at once: at least that many bytes must follow `end` in the
/// span. A result below 0 is a fault, and its complement (`~result`) the offset of the first byte
/// that breaks the grammar.
public enum JSONScan {
  /// Whether a byte is white space, RFC 8259 section 2.
  @inlinable @inline(__always)
  public static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }

  /// Whether a byte is an ASCII digit.
  @inlinable @inline(__always)
  public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The offset of the first byte that is no white space, at most `end`.
  @inlinable @inline(__always)
  public static func skipWhiteSpace(_ bytes: RawSpan, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, isWhiteSpace(bytes.byte(offset)) { offset &+= 1 }
    return offset
  }

  /// The end of a number, RFC 8259 section 6.
  ///
  /// - Parameters:
  ///   - bytes: The buffer.
  ///   - start: The offset of the sign or the first digit.
  ///   - isPlain: Set to whether it has neither fraction nor exponent.
  /// - Returns: The offset just after it; below 0 for a fault.
  @inlinable @inline(__always)
  public static func numberEnd(_ bytes: RawSpan, from start: Int, isPlain: inout Bool) -> Int {
    var offset = start
    if bytes.byte(offset) == 0x2d { offset &+= 1 }
    if bytes.byte(offset) == 0x30 {
      offset &+= 1
    } else {
      if !isDigit(bytes.byte(offset)) { return ~offset }
      repeat { offset &+= 1 } while isDigit(bytes.byte(offset))
    }
    let byte = bytes.byte(offset)
    isPlain = byte != 0x2e && byte | 0x20 != 0x65
    return isPlain ? offset : fractionEnd(bytes, from: offset)
  }

  /// The end of a fraction and an exponent.
  @inline(never)
  public static func fractionEnd(_ bytes: RawSpan, from start: Int) -> Int {
    var offset = start
    if bytes.byte(offset) == 0x2e {
      offset &+= 1
      if !isDigit(bytes.byte(offset)) { return ~offset }
      while isDigit(bytes.byte(offset)) { offset &+= 1 }
    }
    if bytes.byte(offset) | 0x20 == 0x65 {
      offset &+= 1
      if bytes.byte(offset) == 0x2b || bytes.byte(offset) == 0x2d { offset &+= 1 }
      if !isDigit(bytes.byte(offset)) { return ~offset }
      while isDigit(bytes.byte(offset)) { offset &+= 1 }
    }
    return offset
  }

  /// The end of `true` or `false`; below 0 when it is neither.
  @inlinable @inline(__always)
  public static func booleanEnd(_ bytes: RawSpan, from start: Int) -> Int {
    let word = bytes.word32(start)
    if word == 0x6575_7274 { return start &+ 4 }
    if word == 0x736c_6166 && bytes.byte(start &+ 4) == 0x65 { return start &+ 5 }
    return ~start
  }

  /// The end of `null`; below 0 when it is not.
  @inlinable @inline(__always)
  public static func nullEnd(_ bytes: RawSpan, from start: Int) -> Int {
    bytes.word32(start) == 0x6c6c_756e ? start &+ 4 : ~start
  }
}
