import Testing

@testable import PlumbChecking

@Suite struct ShortHashTests {
  @Test func `tells texts of all lengths apart, wherever they stand`() {
    var seen: [UInt64: String] = [:]
    for length in 1...40 {
      for place in 0..<length {
        let text =
          String(repeating: "a", count: place) + "b"
          + String(repeating: "a", count: length - place - 1)
        let hash = hash(of: text, at: 0)

        #expect(seen.updateValue(text, forKey: hash) == nil, "\(text)")
        #expect(self.hash(of: text, at: 5) == hash)
      }
    }
  }

  private func hash(of text: String, at offset: Int) -> UInt64 {
    let bytes =
      [UInt8](repeating: 0x78, count: offset) + text.utf8 + [UInt8](repeating: 0, count: 16)
    return ShortHash.of(offset, text.utf8.count, bytes.span.bytes)
  }
}
