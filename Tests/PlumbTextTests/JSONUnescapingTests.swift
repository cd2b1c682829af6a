import PlumbText
import TestSupport
import Testing

@Suite struct JSONUnescapingTests {
  private static func text(_ string: String) -> String {
    let bytes = Array(string.utf8)
    return String(decoding: JSONUnescaping.text(bytes.span.bytes, bytes.indices), as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""),
    ("no escapes, longer than one step of sixteen bytes", nil),
    (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
    (#"\u0041\u00e9\u20AC\ud83d\ude00"#, "Aé€😀"),
    (#"fifteen bytes..\"sixteen bytes...\""#, "fifteen bytes..\"sixteen bytes...\""),
    // Half of a pair stands for U+FFFD, and takes nothing of what follows.
    (#"\ud83d\u0041\ude00\ud83d"#, "\u{fffd}A\u{fffd}\u{fffd}"),
    // What is no escape stays as written.
    (#"a\xb\u12g4\""#, #"a\xb\u12g4""#),
    (#"cut \u00"#, nil),
    ("cut \\", nil),
  ])
  func `gives the text that a string means`(string: String, expected: String?) {
    #expect(Self.text(string) == expected ?? string)
  }

  @Test func `means what the reader of whole texts reads`() throws {
    var random = SplitMix64(seed: 7)
    let parts = [
      "a", "tür", "東京", #"\""#, #"\n"#, #"\u00e9"#, #"\ud83d\ude00"#, #"\ud800"#, "0123456789",
    ]
    for _ in 0..<500 {
      let string = (0..<Int.random(in: 0...12, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let document = try JSONDocument(Array("\"\(string)\"".utf8))
      #expect(document.root.string == Self.text(string), "\(string)")
    }
  }

  @Test func `says where an escape is broken`() {
    let bytes = Array(#"0123456789abcdef\n\x"#.utf8)
    var output = [UInt8](repeating: 0, count: 64)
    var span = output.mutableSpan
    var raw = span.mutableBytes
    let result = JSONUnescaping.write(bytes.span.bytes, 2..<bytes.count, into: &raw, at: 5)

    #expect(result == ~18)
  }

  @Test(
    arguments: [
      (#"abc" x"#, 4, false), (#"\"" x"#, 3, true), (#"\\" x"#, 3, true),
      (#"0123456789abcdefg""#, 18, false),
      ("0123456789abcdefg", nil, false), (#"abc\"#, nil, true), (#"abc\""#, nil, true),
    ] as [(String, Int?, Bool)]
  )
  func `finds the end of a string by quotes and backslashes`(
    text: String,
    end: Int?,
    hasEscapes: Bool
  ) {
    let bytes = Array(text.utf8)
    var found = false

    #expect(
      JSONScan.quoteEnd(bytes.span.bytes, from: 0, to: bytes.count, hasEscapes: &found) == end
    )
    #expect(found == hasEscapes)
  }
}
