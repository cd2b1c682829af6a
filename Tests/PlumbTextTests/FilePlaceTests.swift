import PlumbText
import TestSupport
import Testing

@Suite struct FilePlaceTests {
  private func locate(_ text: [UInt8], _ range: Range<Int>) -> FilePlace {
    FilePlace.locate(range, in: text.span.bytes, end: text.count)
  }

  @Test func `counts lines and columns and marks the place`() {
    let text = Array("{\r\n  \"é\": \"5\",\n}".utf8)
    #expect(
      locate(text, 11..<14)
        == FilePlace(
          line: 2,
          column: 8,
          offset: 11,
          excerpt: Excerpt(text: "  \"é\": \"5\",", column: 7, length: 3)
        )
    )
    #expect(locate(text, 0..<1).excerpt == Excerpt(text: "{", column: 0, length: 1))
    #expect(locate(text, 16..<17).line == 3)
  }

  @Test func `finds the same line as a plain count at every offset`() {
    var random = SplitMix64(seed: 5)
    let text = (0..<500).map { _ in
      ([0x0A, 0x0D, 0x61, 0x62, 0x8A, 0x0B, 0x09, 0xC3, 0xA9] as [UInt8])
        .randomElement(using: &random) ?? 0
    }
    for offset in 0...text.count {
      let place = locate(text, offset..<offset)
      let before = text[..<offset]
      let start = (before.lastIndex(of: 0x0A) ?? -1) + 1
      #expect(place.line == before.count { $0 == 0x0A } + 1)
      #expect(place.column == text[start..<offset].count { $0 & 0xC0 != 0x80 } + 1)
    }
  }

  @Test func `finds places one after the other as it finds each alone`() {
    var random = SplitMix64(seed: 6)
    let text = (0..<900).map { _ in
      ([0x0A, 0x61, 0x62, 0x63, 0x8A, 0xC3, 0xA9] as [UInt8]).randomElement(using: &random) ?? 0
    }
    var cursor = FilePlaceCursor()
    for _ in 0..<2_000 {
      let start = Int.random(in: 0...text.count, using: &random)
      let range = start..<(start + 3)
      #expect(
        cursor.locate(range, in: text.span.bytes, end: text.count) == locate(text, range)
      )
    }
  }

  @Test func `cuts a long line around the place`() {
    let line = String(repeating: "a", count: 500) + "TARGET" + String(repeating: "b", count: 500)
    let place = locate(Array(line.utf8), 500..<506)
    let excerpt = place.excerpt

    #expect(place.column == 501)
    #expect(
      excerpt?.text
        == "…" + String(repeating: "a", count: 47) + "TARGET" + String(repeating: "b", count: 47)
        + "…"
    )
    #expect(excerpt?.column == 48)
    #expect(excerpt?.length == 6)
  }

  @Test func `gives the room of a short side to the long one`() {
    let tail = Array(("é" + String(repeating: "b", count: 500)).utf8)
    let excerpt = locate(tail, 0..<2).excerpt
    #expect(excerpt?.text == "é" + String(repeating: "b", count: 99) + "…")
    #expect(excerpt?.column == 0)
    #expect(excerpt?.length == 1)

    let head = Array((String(repeating: "b", count: 500) + "é").utf8)
    let last = locate(head, 500..<502).excerpt
    #expect(last?.text == "…" + String(repeating: "b", count: 99) + "é")
    #expect(last?.column == 100)
  }

  @Test func `shows a line of a hundred characters whole`() {
    let line = String(repeating: "é", count: 100)
    for offset in stride(from: 0, to: 200, by: 2) {
      let excerpt = locate(Array(line.utf8), offset..<(offset + 2)).excerpt
      #expect(excerpt == Excerpt(text: line, column: offset / 2, length: 1))
    }
  }

  @Test func `marks no more than fits of a long place`() {
    let text = Array(String(repeating: "😀", count: 1_000).utf8)
    let excerpt = locate(text, 0..<4_000).excerpt
    #expect(excerpt?.text == String(repeating: "😀", count: 100) + "…")
    #expect(excerpt?.length == 100)
  }

  @Test func `stops a place at the end of its line`() {
    let excerpt = locate(Array("[\n  1,\n  2\n]".utf8), 0..<12).excerpt
    #expect(excerpt == Excerpt(text: "[", column: 0, length: 1))
  }

  @Test func `shows U+FFFD for what is not UTF-8`() {
    let excerpt = locate([0x61, 0xFF, 0x62, 0xC3], 1..<2).excerpt
    #expect(excerpt == Excerpt(text: "a\u{FFFD}b\u{FFFD}", column: 1, length: 1))
  }

  @Test func `finds the end of a text, and of none`() {
    #expect(
      locate([], 0..<0)
        == FilePlace(
          line: 1,
          column: 1,
          offset: 0,
          excerpt: Excerpt(text: "", column: 0, length: 1)
        )
    )
    let text = Array("{\n".utf8)
    #expect(locate(text, 2..<2).line == 2)
  }
}
