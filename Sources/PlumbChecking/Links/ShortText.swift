import PlumbText

/// A text of 1 to 32 bytes that is compared at once.
struct ShortText: Sendable {
  private var text = SIMD4<UInt64>()
  private var mask = SIMD4<UInt64>()
  /// The number of bytes.
  let count: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    count = bytes.count
    for (index, byte) in bytes.enumerated() {
      let (lane, shift) = (index / 8, UInt64(index % 8 * 8))
      text[lane] |= UInt64(byte) << shift
      mask[lane] |= 0xff << shift
    }
  }

  /// The texts that a longer one is made of.
  static func parts(of bytes: [UInt8]) -> [ShortText] {
    stride(from: 0, to: bytes.count, by: 32).map { start in
      ShortText(bytes[start..<min(start + 32, bytes.count)])
    }
  }

  /// Whether the very bytes stand at an offset with 32 bytes behind it.
  @inline(__always)
  func stands(_ bytes: RawSpan, at offset: Int) -> Bool {
    (bytes.vector32(offset) ^ text) & mask == SIMD4()
  }
}
