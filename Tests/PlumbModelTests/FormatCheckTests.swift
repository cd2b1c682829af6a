import PlumbModel
import Testing

@Suite struct FormatCheckTests {
  @Test(
    arguments: [
      "2026-01-31T12:00:00Z", "2026-01-31t12:00:00z", "2026-01-31 12:00:00.5+02:00",
      "2024-02-29T23:59:60-23:59", "0000-12-01T00:00:00.123456789Z",
    ]
  )
  func `takes times of RFC 3339`(text: String) {
    #expect(FormatCheck.holds(.dateTime, text))
  }

  @Test(
    arguments: [
      "", "2026-01-31", "2026-01-31T12:00:00", "2026-01-31T12:00:00.Z", "2026-01-31T12:00:00Z ",
      "2026-02-29T12:00:00Z", "2026-13-01T12:00:00Z", "2026-00-01T12:00:00Z",
      "2026-01-00T12:00:00Z", "2026-04-31T12:00:00Z", "2026-01-31T24:00:00Z",
      "2026-01-31T12:60:00Z", "2026-01-31T12:00:61Z", "2026-01-31T12:00:00+24:00",
      "2026-01-31T12:00:00+02:60", "2026-01-31T12:00:00+0200", "2026-01-31T12:00:00+2:000",
      "20260-1-31T12:00:00Z", "2026/01/31T12:00:00Z", "2026-01-31_12:00:00Z",
      "1900-02-29T12:00:00Z",
      "2026-01-31T12.00.00ZZ", "+026-01-31T12:00:00Z",
    ]
  )
  func `refuses what is no such time`(text: String) {
    #expect(!FormatCheck.holds(.dateTime, text))
  }

  @Test(arguments: ["a:b", "urn:x", "https://a.example/~b_c?d=[e]#f", "A+b-c.1:x", "h:::"])
  func `takes absolute addresses`(text: String) {
    #expect(FormatCheck.holds(.uri, text))
  }

  @Test(arguments: ["", ":", "a:", ":a", "1a:b", "/a:b", "a/b:c", "a b:c", "a", "ä:b", "a:ä"])
  func `refuses what is no absolute address`(text: String) {
    #expect(!FormatCheck.holds(.uri, text))
  }

  @Test func `finds every byte that an address may not hold, wherever it stands`() {
    let refused = Set(Array(0x00...0x20) + Array(" \"<>\\^`{|}".utf8).map(Int.init) + [0x7f])
    for length in [8, 15, 16, 17, 31, 32, 33, 50] {
      for place in 2..<length {
        for byte in 0..<0x80 {
          var text = Array("a:".utf8) + [UInt8](repeating: 0x78, count: length - 2)
          text[place] = UInt8(byte)
          let holds = FormatCheck.holds(.uri, String(decoding: text, as: UTF8.self))

          #expect(holds != refused.contains(byte), "\(byte) at \(place) of \(length)")
        }
      }
    }
  }
}
