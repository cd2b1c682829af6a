/// The text that a JSON string means, without its escapes.
package enum JSONUnescaping {
  /// How many bytes beyond the text ``write(_:_:into:at:)`` may touch.
  package static let slack = 16

  /// Writes what a string means in UTF-8, 16 bytes a step.
  ///
  /// The text is never longer than the string as written. A lone surrogate becomes U+FFFD; bytes
  /// that are not UTF-8 are copied.
  ///
  /// - Parameters:
  ///   - bytes: The buffer.
  ///   - string: The string, without its quotes.
  ///   - output: Where to write; it must have room for the string as written and ``slack`` more.
  ///   - start: The offset in `output` to begin at.
  /// - Returns: The offset in `output` where the text ends; below 0 for a fault, and then its
  ///   complement (`~result`) is the offset in `bytes` of an escape that is not well-formed.
  package static func write(
    _ bytes: RawSpan,
    _ string: Range<Int>,
    into output: inout MutableRawSpan,
    at start: Int
  ) -> Int {
    var source = string.lowerBound
    var target = start
    while true {
      source = copy(bytes, from: source, to: string.upperBound, into: &output, at: &target)
      if source >= string.upperBound { return target }
      if source &+ 1 < string.upperBound, isItself(bytes.byte(source &+ 1)) {
        output.storeBytes(of: bytes.byte(source &+ 1), toByteOffset: target, as: UInt8.self)
        source &+= 2
        target &+= 1
        continue
      }
      guard let escape = JSONEscape(bytes, at: source, to: string.upperBound) else {
        return ~source
      }
      for unit in UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter {
        output.storeBytes(of: unit, toByteOffset: target, as: UInt8.self)
        target &+= 1
      }
      source &+= escape.length
    }
  }

  /// What a string means in UTF-8; an escape that is not well-formed stays as written.
  package static func text(_ bytes: RawSpan, _ string: Range<Int>) -> [UInt8] {
    var text = [UInt8](repeating: 0, count: string.count + slack)
    var end = 0
    var rest = string
    while !rest.isEmpty {
      var span = text.mutableSpan
      var output = span.mutableBytes
      let result = write(bytes, rest, into: &output, at: end)
      if result >= 0 {
        end = result
        break
      }
      // Once more up to the fault, whose backslash then stands for itself.
      end = write(bytes, rest.lowerBound..<(~result), into: &output, at: end)
      output.storeBytes(of: 0x5c, toByteOffset: end, as: UInt8.self)
      end += 1
      rest = (~result + 1)..<rest.upperBound
    }
    text.removeLast(text.count - end)
    return text
  }

  /// Whether the letter of an escape stands for itself.
  @inline(__always)
  private static func isItself(_ letter: UInt8) -> Bool {
    letter == 0x22 || letter == 0x5c || letter == 0x2f
  }

  /// Copies up to the next backslash or the end, whose offset is returned.
  @inline(__always)
  private static func copy(
    _ bytes: RawSpan,
    from start: Int,
    to end: Int,
    into output: inout MutableRawSpan,
    at target: inout Int
  ) -> Int {
    var source = start
    while source &+ 16 <= end {
      let block = bytes.vector16(source)
      output.storeBytes(of: block, toByteOffset: target, as: SIMD16<UInt8>.self)
      let hits = unsafeBitCast(
        block .== SIMD16<UInt8>(repeating: 0x5c),
        to: SIMD2<UInt64>.self
      )
      var count = 16
      if hits.x != 0 {
        count = hits.x.trailingZeroBitCount &>> 3
      } else if hits.y != 0 {
        count = 8 &+ hits.y.trailingZeroBitCount &>> 3
      }
      source &+= count
      target &+= count
      if count < 16 { return source }
    }
    while source < end, bytes.byte(source) != 0x5c {
      output.storeBytes(of: bytes.byte(source), toByteOffset: target, as: UInt8.self)
      source &+= 1
      target &+= 1
    }
    return source
  }
}
