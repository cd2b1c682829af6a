extension JSONScan {
  /// The offset of the first quote, backslash, control or non-ASCII byte.
  ///
  /// It looks at 16 bytes a step, and stops by itself only because padding holds control bytes.
  @inlinable @inline(__always)
  public static func plainEnd(_ bytes: RawSpan, from start: Int) -> Int {
    var offset = start
    while true {
      let nibbles = specials(bytes.vector16(offset))
      if nibbles != 0 { return offset &+ (nibbles.trailingZeroBitCount &>> 2) }
      offset &+= 16
    }
  }

  /// Which of sixteen bytes are a quote, a backslash, a control or a non-ASCII byte: a nibble for
  /// each, the first one lowest.
  @inlinable @inline(__always)
  static func specials(_ block: SIMD16<UInt8>) -> UInt64 {
    // With one bit turned over, a quote is just above the controls; as signed numbers, non-ASCII
    // bytes are below them: one comparison finds all three.
    let turned = unsafeBitCast(block ^ SIMD16<UInt8>(repeating: 0x02), to: SIMD16<Int8>.self)
    let hits =
      (turned .< SIMD16<Int8>(repeating: 0x21)) .| (block .== SIMD16<UInt8>(repeating: 0x5c))
    let pairs = unsafeBitCast(hits, to: SIMD8<UInt16>.self) &>> 4
    return unsafeBitCast(SIMD8<UInt8>(truncatingIfNeeded: pairs), to: UInt64.self).littleEndian
  }

  /// The length of one everyday special at `offset`: a two-byte character or a plain escape.
  ///
  /// 0 when it is neither, or not well-formed.
  @inlinable @inline(__always)
  public static func everydaySpecial(_ bytes: RawSpan, _ offset: Int, _ byte: UInt8) -> Int {
    if byte &- 0xc2 < 0x1e { return bytes.byte(offset &+ 1) & 0xc0 == 0x80 ? 2 : 0 }
    guard byte == 0x5c else { return 0 }
    let escaped = bytes.byte(offset &+ 1)
    return escaped == 0x2f || escaped == 0x22 || escaped == 0x5c || escaped == 0x6e ? 2 : 0
  }

  /// The offset of the quote that ends a string.
  ///
  /// - Parameters:
  ///   - bytes: The buffer.
  ///   - start: The offset just after the opening quote.
  ///   - end: Where the text ends.
  /// - Returns: The offset of the closing quote; below 0 for a fault.
  @inlinable @inline(__always)
  public static func stringEnd(_ bytes: RawSpan, from start: Int, to end: Int) -> Int {
    let offset = plainEnd(bytes, from: start)
    if bytes.byte(offset) == 0x22 { return offset < end ? offset : ~end }
    return mixedStringEnd(bytes, from: offset, to: end)
  }

  /// The same from the first special that is no quote: text with escapes or beyond ASCII.
  @inline(never)
  public static func mixedStringEnd(_ bytes: RawSpan, from start: Int, to end: Int) -> Int {
    var offset = start
    blocks: while true {
      if bytes.byte(offset) >= 0xe0 {
        offset = specialsEnd(bytes, from: offset, to: end)
        if offset < 0 { return offset }
      }
      // Specials that are well-formed are crossed off one by one.
      var nibbles = specials(bytes.vector16(offset))
      while nibbles != 0 {
        let index = nibbles.trailingZeroBitCount &>> 2
        let at = offset &+ index
        let byte = bytes.byte(at)
        if byte == 0x22 { return at < end ? at : ~end }
        if everydaySpecial(bytes, at, byte) == 0 {
          offset = specialsEnd(bytes, from: at, to: end)
          if offset < 0 { return offset }
          continue blocks
        }
        if index >= 14 {
          offset = at &+ 2
          continue blocks
        }
        nibbles &= UInt64.max &<< UInt64((index &+ 2) &* 4)
      }
      offset &+= 16
    }
  }

  /// The end of a run of escapes and multi-byte characters.
  @inline(never)
  public static func specialsEnd(_ bytes: RawSpan, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let byte = bytes.byte(offset)
      let length: Int
      if byte >= 0x80 {
        offset = threeByteRunEnd(bytes, from: offset, to: end)
        let lead = bytes.byte(offset)
        if lead < 0x80 {
          if lead != 0x5c { return offset }
          continue
        }
        length = UTF8Scan.length(bytes, at: offset)
      } else if byte == 0x5c {
        length = escapeLength(bytes, at: offset, to: end)
      } else {
        return byte < 0x20 ? ~offset : offset
      }
      if length == 0 { return ~offset }
      if offset &+ length > end { return ~end }
      offset &+= length
      let next = bytes.byte(offset)
      if next < 0x80 && next != 0x5c { return offset }
    }
    return ~end
  }

  /// The end of a run of three-byte characters, two at a step; leads E0 and ED are left alone.
  @inlinable @inline(__always)
  static func threeByteRunEnd(_ bytes: RawSpan, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset &+ 6 <= end {
      let word = bytes.word64(offset)
      if word & 0x0000_c0c0_f0c0_c0f0 != 0x0000_8080_e080_80e0 { break }
      let first = word & 0xff
      let second = (word &>> 24) & 0xff
      if first == 0xe0 || first == 0xed || second == 0xe0 || second == 0xed { break }
      offset &+= 6
    }
    return offset
  }

  /// The length of an escape, 2, 6 or 12 (a surrogate pair); 0 when it is not well-formed.
  ///
  /// A lone surrogate is not well-formed here: RFC 8259 section 8.2 leaves its meaning open.
  @inlinable
  public static func escapeLength(_ bytes: RawSpan, at offset: Int, to end: Int) -> Int {
    switch bytes.byte(offset &+ 1) {
    case 0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74: return 2
    case 0x75: break
    default: return 0
    }
    let unit = hexadecimal(bytes, at: offset &+ 2)
    if unit < 0 { return 0 }
    if unit & 0xf800 != 0xd800 { return 6 }
    if unit >= 0xdc00 || offset &+ 12 > end { return 0 }
    guard bytes.byte(offset &+ 6) == 0x5c, bytes.byte(offset &+ 7) == 0x75 else { return 0 }
    return hexadecimal(bytes, at: offset &+ 8) & ~0x3ff == 0xdc00 ? 12 : 0
  }

  /// The value of four hexadecimal digits; -1 when they are not.
  @inline(never)
  public static func hexadecimal(_ bytes: RawSpan, at offset: Int) -> Int {
    var value = 0
    for index in 0..<4 {
      let digit = Hexadecimal.value(of: bytes.byte(offset &+ index))
      if digit < 0 { return -1 }
      value = value &<< 4 | digit
    }
    return value
  }

  /// The offset just behind the quote that ends a string, by quotes and backslashes alone.
  ///
  /// For text that was read before, or need not be judged; it looks at 16 bytes a step, and reads
  /// nothing behind `end`.
  ///
  /// - Parameters:
  ///   - bytes: The buffer.
  ///   - start: The offset just after the opening quote.
  ///   - end: Where the text ends.
  ///   - hasEscapes: Set to `true` when there is a backslash; else left alone.
  /// - Returns: The offset; `nil` when the string never ends.
  public static func quoteEnd(
    _ bytes: RawSpan,
    from start: Int,
    to end: Int,
    hasEscapes: inout Bool
  ) -> Int? {
    var offset = start
    while true {
      offset = markEnd(bytes, from: offset, to: end)
      guard offset < end else { return nil }
      if bytes.byte(offset) == 0x22 { return offset &+ 1 }
      hasEscapes = true
      offset &+= 2
    }
  }

  /// The offset just behind the quote that ends a string; `nil` when the string never ends.
  public static func quoteEnd(_ bytes: RawSpan, from start: Int, to end: Int) -> Int? {
    var hasEscapes = false
    return quoteEnd(bytes, from: start, to: end, hasEscapes: &hasEscapes)
  }

  /// The offset of the first quote or backslash, at least `end` when there is none.
  @inline(__always)
  private static func markEnd(_ bytes: RawSpan, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset &+ 16 <= end {
      let block = bytes.vector16(offset)
      let hits =
        (block .== SIMD16<UInt8>(repeating: 0x22)) .| (block .== SIMD16<UInt8>(repeating: 0x5c))
      let halves = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
      if halves.x != 0 { return offset &+ (halves.x.trailingZeroBitCount &>> 3) }
      if halves.y != 0 { return offset &+ 8 &+ (halves.y.trailingZeroBitCount &>> 3) }
      offset &+= 16
    }
    while offset < end {
      let byte = bytes.byte(offset)
      if byte == 0x22 || byte == 0x5c { break }
      offset &+= 1
    }
    return offset
  }
}
