import PlumbText

/// A hash that tells values apart within a run, most of which are codes of a few bytes; it is never
/// written anywhere.
enum ShortHash {
  /// The hash of a value of at least one byte in well-formed UTF-8.
  static func of(_ start: Int, _ length: Int, _ bytes: RawSpan) -> UInt64 {
    guard length > 8, length <= 16 else {
      return XXH64.hash(bytes, start..<(start &+ length), seed: 1)
    }
    // The product of two words, folded. The keys hold bytes that no UTF-8 does, so that neither
    // factor is ever zero.
    let first = bytes.word64(start) ^ (0xff51_afd7_ed55_8ccd &+ UInt64(length))
    let last = bytes.word64(start &+ length &- 8) ^ 0xff9e_3779_b97f_4a7d
    let product = first.multipliedFullWidth(by: last)
    return product.high ^ product.low
  }
}
