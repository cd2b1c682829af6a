import PlumbText
import Testing

@Suite struct UTF8ScanTests {
  /// Every first byte with second bytes at both ends of every range, and what may follow.
  private static let sequences: [[UInt8]] = (0...255).flatMap { lead in
    [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0].flatMap { second in
      [[0x80, 0x80], [0xbf, 0x41], [0x41, 0x80]].map { [UInt8(lead), second] + $0 }
    }
  }

  @Test func `measures characters as the standard library does`() {
    for sequence in Self.sequences {
      let expected = (1...4).first { String(validating: sequence.prefix($0), as: UTF8.self) != nil }
      let padded = sequence + [0, 0, 0]
      #expect(UTF8Scan.length(padded.span.bytes, at: 0) == expected ?? 0, "\(sequence)")
      #expect(UTF8Scan.length(sequence.span.bytes, at: 0, to: 4) == expected ?? 0, "\(sequence)")
    }
  }

  @Test func `finds what the end cuts, and nothing else`() {
    for sequence in Self.sequences {
      for end in 1...3 {
        let part = Array(sequence[..<end])
        let isWhole = String(validating: part.prefix(1), as: UTF8.self) != nil
        let canBeWhole = Self.endings.contains { ending in
          let text = part + ending
          return (end + 1...4).contains { count in
            String(validating: text.prefix(count), as: UTF8.self)?.unicodeScalars.count == 1
          }
        }
        #expect(
          UTF8Scan.isCut(part.span.bytes, at: 0, by: end) == (!isWhole && canBeWhole),
          "\(part)"
        )
        if canBeWhole { #expect(UTF8Scan.length(part.span.bytes, at: 0, to: end) == 0) }
      }
    }
  }

  private static let endings: [[UInt8]] = [[0x80, 0x80, 0x80], [0xbf, 0x80, 0x80]]
}
