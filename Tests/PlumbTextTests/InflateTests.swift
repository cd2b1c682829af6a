import PlumbText
import TestSupport
import Testing

@Suite struct InflateTests {
  /// `a` 300 times, by zlib.
  private static let zlib: [UInt8] = [
    0x78, 0xDA, 0x4B, 0x4C, 0x1C, 0x05, 0xC4, 0x02, 0x00, 0xD8, 0xA8, 0x71, 0xAD,
  ]

  @Test func `gives back what gzip took in`() throws {
    var random = SplitMix64(seed: 11)
    for count in [0, 1, 2, 3, 100, 1000, 40_000, 70_000] {
      let few = (0..<count).map { _ in UInt8(random.below(4)) + 0x61 }
      let many = (0..<count).map { _ in UInt8(random.below(256)) }
      for bytes in [few, many] {
        #expect(try Inflate.gzip(Gzip.compress(bytes), limit: count) == bytes)
        let two = Gzip.compress(bytes) + Gzip.compress(bytes)
        #expect(try Inflate.gzip(two, limit: 2 * count) == bytes + bytes)
      }
    }
  }

  @Test func `reads zlib's wrapping, and none`() throws {
    let expected = [UInt8](repeating: 0x61, count: 300)

    #expect(try Inflate.deflate(Self.zlib, limit: 300) == expected)
    #expect(try Inflate.deflate(Array(Self.zlib[2...]), limit: 300) == expected)
  }

  @Test func `stops at the limit`() {
    let bytes = Gzip.compress([UInt8](repeating: 0, count: 100_000))

    #expect(throws: Inflate.Failure.tooLarge) { try Inflate.gzip(bytes, limit: 99_999) }
    #expect(bytes.count < 2000)
  }

  @Test func `says that data is cut short or broken, and never crashes`() {
    var random = SplitMix64(seed: 12)
    let bytes = Gzip.compress((0..<2000).map { UInt8($0 % 7 * $0 % 251) })
    for count in 0..<bytes.count {
      #expect(throws: Inflate.Failure.self) {
        try Inflate.gzip(Array(bytes[..<count]), limit: 4000)
      }
    }
    for _ in 0..<2000 {
      var broken = bytes
      broken[10 + random.below(bytes.count - 10)] ^= UInt8(1 << random.below(8))
      #expect(throws: Inflate.Failure.self) { try Inflate.gzip(broken, limit: 4000) }
    }
  }
}
