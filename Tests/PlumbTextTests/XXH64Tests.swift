import PlumbText
import Testing

@Suite struct XXH64Tests {
  /// The bytes that the reference implementation tests itself with: powers of a prime.
  private static func sample(_ count: Int) -> [UInt8] {
    var state: UInt64 = 2_654_435_761
    return (0..<count).map { _ in
      defer { state &*= 11_400_714_785_074_694_797 }
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  @Test(
    arguments: [
      (0, 0, 0xEF46_DB37_51D8_E999), (0, 2_654_435_761, 0xAC75_FDA2_929B_17EF),
      (1, 0, 0xE934_A84A_DB05_2768), (1, 2_654_435_761, 0x5014_6076_43A9_B4C3),
      (4, 0, 0x9136_A0DC_A574_57EE), (14, 0, 0x8282_DCC4_994E_35C8),
      (14, 2_654_435_761, 0xC3BD_6BF6_3DEB_6DF0), (222, 0, 0xB641_AE8C_B691_C174),
      (222, 2_654_435_761, 0x20CB_8AB7_AE10_C14A),
    ] as [(Int, UInt64, UInt64)]
  )
  func `gives the hashes that the reference implementation publishes`(
    count: Int,
    seed: UInt64,
    hash: UInt64
  ) {
    #expect(XXH64.hash(Self.sample(count), seed: seed) == hash)
  }

  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B),
      ("abc", 0x44BC_2CF5_AD77_0999),
    ] as [(String, UInt64)]
  )
  func `gives the well known hashes of short texts`(text: String, hash: UInt64) {
    #expect(XXH64.hash(Array(text.utf8)) == hash)
  }

  @Test func `does not care where the bytes lie`() {
    let text = Self.sample(100)
    for shift in 0..<9 {
      let moved = [UInt8](repeating: 0xAA, count: shift) + text + [1, 2, 3]
      #expect(XXH64.hash(moved.span.bytes, shift..<(shift + 100)) == XXH64.hash(text))
    }
  }
}
