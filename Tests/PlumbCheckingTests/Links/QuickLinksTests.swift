import Testing

@testable import PlumbChecking

@Suite struct QuickLinksTests {
  @Test func `knows the characters that need no escape as the general judge does`() {
    for byte in UInt8.min...UInt8.max {
      var block = SIMD16<UInt8>(repeating: UInt8(ascii: "/"))
      block[Int(byte) % 16] = byte
      let plain = QuickLinks.plain(block)

      for place in 0..<16 {
        #expect(plain[place] == LinkMatch.isPlain(block[place]), "byte \(block[place])")
      }
    }
  }
}
