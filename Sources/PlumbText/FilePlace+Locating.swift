extension FilePlace {
  /// Finds the line and the column of a stretch of bytes, and cuts out what surrounds it.
  ///
  /// Lines end with LF or CRLF. Bytes that are not UTF-8 show as U+FFFD; in the column a stray
  /// continuation byte counts with what stands before it.
  ///
  /// - Parameters:
  ///   - range: The stretch, in bytes of the file.
  ///   - bytes: The file, from its first byte on.
  ///   - end: Where the file ends in the buffer.
  public static func locate(_ range: Range<Int>, in bytes: RawSpan, end: Int) -> FilePlace {
    var cursor = FilePlaceCursor()
    return cursor.locate(range, in: bytes, end: end)
  }

  /// Returns the number of LF in a stretch, and where the line after the last of them begins.
  static func countNewlines(
    _ bytes: RawSpan,
    _ range: Range<Int>
  ) -> (count: Int, lineStart: Int?) {
    let end = range.upperBound
    var count = 0
    var offset = range.lowerBound
    var lineStart: Int?
    while offset + 8 <= end {
      let matches = zeroBytes(bytes.word64(offset) ^ 0x0A0A_0A0A_0A0A_0A0A)
      if matches != 0 {
        count += matches.nonzeroBitCount
        lineStart = offset + 8 - matches.leadingZeroBitCount / 8
      }
      offset += 8
    }
    while offset < end {
      if bytes.byte(offset) == 0x0A {
        count += 1
        lineStart = offset + 1
      }
      offset += 1
    }
    return (count, lineStart)
  }

  /// Returns the number of bytes that begin a scalar.
  package static func countScalars(_ bytes: RawSpan, _ range: Range<Int>) -> Int {
    var count = range.count
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound {
      let word = bytes.word64(offset)
      // A continuation byte has its top bit set and the next one clear.
      count -= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      offset += 8
    }
    while offset < range.upperBound {
      if bytes.byte(offset) & 0xC0 == 0x80 { count -= 1 }
      offset += 1
    }
    return count
  }

  /// Returns the top bit of every byte that is 0.
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }
}
