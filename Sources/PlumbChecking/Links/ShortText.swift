import PlumbText

/// A text of 1 to 32 bytes that is compared at once.
struct ShortText {
  private let stretch: Stretch
  /// The number of bytes.
  let count: Int

  /// The texts that a longer one is made of.
  static func parts(of bytes: [UInt8]) -> [ShortText] {
    let padded = bytes + [UInt8](repeating: 0, count: Stretch.limit)
    let span = padded.span.bytes
    var parts: [ShortText] = []
    var start = 0
    while start < bytes.count {
      let end = min(start + Stretch.limit, bytes.count)
      parts.append(ShortText(stretch: Stretch(span, start..<end), count: end - start))
      start = end
    }
    return parts
  }

  /// Whether the very bytes stand at an offset with 32 bytes behind it.
  @inline(__always)
  func stands(_ bytes: RawSpan, at offset: Int) -> Bool { stretch.stands(bytes, at: offset) }
}
