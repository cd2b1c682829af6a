import PlumbText

/// Text in a buffer, as the codecs compare, cut and quote it.
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
    bytes.text(range)
  }

  /// Returns a copy of a stretch.
  func copy(_ range: Range<Int>) -> [UInt8] {
    bytes.array(range)
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

  /// Returns whether a stretch is just `word`.
  func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound)
  }

  /// Returns a stretch without the blanks around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, self[first] == 0x20 || self[first] == 0x09 {
      range = range.dropFirst()
    }
    while let last = range.last, self[last] == 0x20 || self[last] == 0x09 {
      range = range.dropLast()
    }
    return range
  }
}
