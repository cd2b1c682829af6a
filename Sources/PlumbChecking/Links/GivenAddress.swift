import PlumbText

/// Hashes of addresses that answers hold, to be held against the requests that were refused.
enum GivenAddress {
  /// The hash of what a JSON string means.
  static func hash(_ bytes: RawSpan, _ text: Range<Int>) -> UInt64 {
    guard isPlain(bytes, text) else { return hash(NameText.decode(bytes, text)) }
    return XXH64.hash(bytes, text)
  }

  /// The hash of an address.
  static func hash(_ address: String) -> UInt64 { XXH64.hash(Array(address.utf8)) }

  /// Whether a text stands for itself: in ASCII and without an escape.
  private static func isPlain(_ bytes: RawSpan, _ text: Range<Int>) -> Bool {
    var offset = text.lowerBound
    while offset < text.upperBound {
      // Bodies end in padding; of the last word, only what belongs to the text counts.
      let beyond = max(0, offset &+ 8 &- text.upperBound)
      let word = bytes.word64(offset) &<< UInt64(beyond &* 8)
      let other = word ^ 0x5c5c_5c5c_5c5c_5c5c
      // A byte of 0 borrows from its highest bit.
      let escapes = (other &- 0x0101_0101_0101_0101) & ~other
      if (word | escapes) & 0x8080_8080_8080_8080 != 0 { return false }
      offset &+= 8
    }
    return true
  }
}
