/// Wide, bounds-checked reads of a buffer.
///
/// A read beyond the span traps, so a buffer that is scanned wide ends in padding.
extension RawSpan {
  /// The byte at an offset.
  @inlinable @inline(__always)
  public func byte(_ offset: Int) -> UInt8 {
    unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// The four bytes from an offset, the first one lowest.
  @inlinable @inline(__always)
  public func word32(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The eight bytes from an offset, the first one lowest.
  @inlinable @inline(__always)
  public func word64(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The sixteen bytes from an offset.
  @inlinable @inline(__always)
  public func vector16(_ offset: Int) -> SIMD16<UInt8> {
    unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The 32 bytes from an offset, as four words, the first byte of each lowest.
  @inlinable @inline(__always)
  public func vector32(_ offset: Int) -> SIMD4<UInt64> {
    let words = unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
    #if _endian(big)
    return SIMD4(words.x.byteSwapped, words.y.byteSwapped, words.z.byteSwapped, words.w.byteSwapped)
    #else
    return words
    #endif
  }

  /// The 64 bytes from an offset, as eight words in the machine's own order.
  @inlinable @inline(__always)
  public func vector64(_ offset: Int) -> SIMD8<UInt64> {
    unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
  }

  /// Whether a stretch of the buffer holds just these bytes.
  @inlinable
  public func holds(_ other: [UInt8], at offset: Int) -> Bool {
    let count = other.count
    guard offset >= 0, count <= byteCount, offset <= byteCount &- count else { return false }
    let text = other.span.bytes
    var index = 0
    while index &+ 8 <= count {
      guard word64(offset &+ index) == text.word64(index) else { return false }
      index &+= 8
    }
    while index < count {
      guard byte(offset &+ index) == text.byte(index) else { return false }
      index &+= 1
    }
    return true
  }

  /// A copy of a stretch of the buffer.
  package func array(_ range: Range<Int>) -> [UInt8] {
    extracting(range).withUnsafeBytes { [UInt8]($0) }
  }

  /// The text of a stretch; bytes that are not UTF-8 become U+FFFD.
  package func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}
