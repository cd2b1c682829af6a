/// A message and the offset it concerns, before line and column are counted.
package struct CodecFailure: Error, Hashable, Sendable {
  /// What was expected, what was found, and how to mend it.
  package var message: String

  /// The offset in the buffer, in bytes from 0.
  package var offset: Int

  /// Creates a failure.
  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// Returns the failure with its place, counted from the start of `text`.
  ///
  /// - Parameters:
  ///   - text: The buffer.
  ///   - start: Where the first counted line begins in `text`.
  ///   - line: The number of that line, from 1.
  package func located(
    in text: Span<UInt8>,
    from start: Int = 0,
    line: Int = 1
  ) -> RecordingError {
    var line = line
    var lineStart = start
    let end = min(offset, text.count)
    var index = start
    while index < end {
      if text[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    var column = 1
    index = lineStart
    while index < end {
      if text[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return RecordingError(line: line, column: column, message: message)
  }
}

extension Span<UInt8> {
  /// Returns a stretch as a message quotes it: at most 60 bytes, and no control characters.
  func quoted(_ range: Range<Int>) -> String {
    let limit = 60
    var upper = Swift.min(range.upperBound, range.lowerBound + limit)
    while upper < range.upperBound, upper > range.lowerBound, self[upper] & 0xC0 == 0x80 {
      upper -= 1
    }
    var kept: [UInt8] = []
    for index in range.lowerBound..<upper {
      kept.append(self[index] < 0x20 || self[index] == 0x7F ? UInt8(ascii: " ") : self[index])
    }
    let text = String(decoding: kept, as: UTF8.self)
    return upper < range.upperBound ? "\"\(text)…\"" : "\"\(text)\""
  }

  /// Returns a stretch as text; what is not UTF-8 becomes U+FFFD.
  package func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns a copy of a stretch.
  func copy(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(self[index]) }
    return bytes
  }

  /// Returns whether `word` stands at `offset`.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= self.count else { return false }
    return word.withUTF8Buffer { bytes in
      for index in 0..<count where bytes[index] != self[offset + index] { return false }
      return true
    }
  }
}
