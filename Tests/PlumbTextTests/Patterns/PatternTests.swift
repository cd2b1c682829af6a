import Foundation
import PlumbText
import TestSupport
import Testing

@Suite struct PatternTests {
  @Test(
    arguments: [
      ("", ["": true, "a": false]),
      ("abc", ["abc": true, "abcd": false, "ab": false, "xabc": false]),
      (
        #"\d\d-\d{4}\.\d\d"#,
        [
          "15-1299.00": true, "15-1299.0": false, "15-1299.000": false, "15-1299x00": false,
          "15-129a.00": false, "१५-1299.00": false, "": false,
        ]
      ),
      (
        ".",
        [
          "a": true, "é": true, "😀": true, "\n": false, "": false, "ab": false, "\r": true,
          "x\u{301}": false,
        ]
      ),
      ("a|bc|", ["a": true, "bc": true, "": true, "b": false, "abc": false]),
      ("(a|b)*c", ["c": true, "ababc": true, "abab": false]),
      ("(?:ab)+", ["ab": true, "abab": true, "aba": false]),
      ("a{2}", ["aa": true, "a": false, "aaa": false]),
      ("a{2,}", ["a": false, "aa": true, "aaaaaa": true]),
      ("a{0,2}", ["": true, "aa": true, "aaa": false]), ("a{0}", ["": true, "a": false]),
      ("colou?r", ["color": true, "colour": true, "colouur": false]),
      ("[a-c]", ["a": true, "c": true, "d": false, "-": false]),
      ("[^a-c]", ["a": false, "d": true, "\n": true, "😀": true]),
      ("[-a]", ["-": true, "a": true, "b": false]), ("[a-]", ["-": true, "a": true]),
      (#"[\]\\^]"#, ["]": true, "\\": true, "^": true]),
      (#"[a\-c]"#, ["a": true, "-": true, "b": false]), ("[[]", ["[": true, "a": false]),
      ("a]}", ["a]}": true]),
      (#"[\d_]+"#, ["1_2": true, "a": false]), (#"[^\d]"#, ["1": false, "x": true, "٣": true]),
      (#"\w+"#, ["aZ_9": true, "é": false, "": false]),
      (#"\W"#, ["é": true, "-": true, "a": false]),
      (#"\s"#, [" ": true, "\t": true, "\u{B}": true, "\u{A0}": false]),
      (#"\S"#, ["a": true, " ": false, "\u{A0}": true]),
      (#"\D"#, ["٣": true, "3": false]), (#"[\s\S]*"#, ["": true, "a\nb😀": true]),
      (#"\t\n\r\f\v\/\.\x41\u00e9\u{1F600}\uD83D\uDE00"#, ["\t\n\r\u{C}\u{B}/.Aé😀😀": true]),
      ("[à-ÿ]", ["é": true, "e": false, "Ā": false]), ("[😀-😃]x", ["😂x": true, "😄x": false]),
      (
        "[\u{7F}-\u{800}]",
        [
          "\u{7F}": true, "\u{80}": true, "\u{7FF}": true, "\u{800}": true, "~": false,
          "\u{801}": false,
        ]
      ),
      ("[\u{D7FF}-\u{E000}]", ["\u{D7FF}": true, "\u{E000}": true, "\u{D7FE}": false]),
      ("^a$", ["a": true, "ba": false]), ("^a|b$", ["a": true, "b": true, "ab": false]),
      ("^(^a|b$)$", ["a": true, "b": true]),
      ("(^|$)", ["": true, "a": false]), ("a/b", ["a/b": true]),
      ("(a*)*b", ["b": true, "aab": true, "aa": false]),
      ("(|a)+", ["": true, "aaa": true]),
      ("((a{0,2}){0,2}){2}", ["": true, "aaaaaaaa": true, "aaaaaaaaa": false]),
      ("naïve ☕", ["naïve ☕": true, "naive ☕": false]), (#"\u{0}"#, ["\0": true]),
      ("[^\\x00-\\u{10FFFF}]", ["a": false, "": false]),
      (
        "abcdefghijklmnopqrstuvwx",
        [
          "abcdefghijklmnopqrstuvwx": true, "abcdefghijklmnopqrstuvwX": false,
          "Xbcdefghijklmnopqrstuvwx": false, "abcdefghijkXmnopqrstuvwx": false,
        ]
      ),
    ] as [(String, [String: Bool])]
  )
  func `matches whole values`(source: String, texts: [String: Bool]) throws {
    let pattern = try Pattern(source)
    for (text, isMatch) in texts { #expect(pattern.matches(text) == isMatch, "\(text)") }
    #expect(pattern.description == "/\(source)/")
  }

  @Test func `matches a stretch of a buffer wherever it lies`() throws {
    let sources = [#"\d\d-\d{4}\.\d\d"#, #"[a-z]\d"#, "[0-9a-f]+", "abcdefghijklmnopqrst"]
    let texts = ["15-1299.00", "a1", "deadbeef01", "abcdefghijklmnopqrst"]
    for (source, text) in zip(sources, texts) {
      var matcher = try Pattern(source).makeMatcher()
      for shift in 0..<40 {
        let buffer = [UInt8](repeating: 0x30, count: shift) + Array(text.utf8)
        let padded = buffer + [UInt8](repeating: 0x30, count: 64)
        let range = shift..<buffer.count
        #expect(PatternMatcher.matches(&matcher, buffer, range))
        #expect(PatternMatcher.matches(&matcher, padded, range))
        #expect(
          !PatternMatcher.matches(&matcher, padded, range.lowerBound..<(range.upperBound - 1))
            || source == "[0-9a-f]+"
        )
      }
    }
  }

  @Test(arguments: ["a\\xFF", ".", "[^a]*", "é", "(é|.)+"])
  func `matches nothing that is not UTF-8`(source: String) throws {
    var matcher = try Pattern(source).makeMatcher()
    let texts: [[UInt8]] = [
      [0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ]
    for text in texts { #expect(!PatternMatcher.matches(&matcher, text)) }
  }

  @Test func `is equal by its source`() throws {
    #expect(try Pattern("a") == Pattern("a"))
    #expect(try Pattern("a") != Pattern("(a)"))
    #expect(try Set([Pattern("a"), Pattern("a"), Pattern("b")]).count == 2)
  }

  @Test(
    arguments: [
      ("(a*)*b", "a"), ("(a|a)*", "a"), ("(a|aa)+c", "a"), ("(.*)(.*)(.*)(.*)x", "a"),
      ("(a?){500}a{500}b", "a"),
      ("(a|b)*a(a|b){14}", "a"), ("[ab]*a[ab]{900}", "a"), ("(x+x+)+y", "x"),
    ]
  )
  func `takes time in proportion to the value`(source: String, letter: String) throws {
    var matcher = try Pattern(source).makeMatcher()
    let text = Array((String(repeating: letter, count: 2_000) + "\n").utf8)
    #expect(!PatternMatcher.matches(&matcher, text))
  }

  @Test func `gives the same answers when there are too many states`() throws {
    // The automaton needs 2^15 states: one for each set of places where an "a" stood. In a text of
    // 15 letters every one counts.
    let pattern = try Pattern("(a|b)*a(a|b){14}")
    var kept = pattern.makeMatcher()
    var random = SplitMix64(seed: 6)
    for _ in 0..<2_000 {
      let count = Int.random(in: 15...20, using: &random)
      let letters = (0..<count).map { _ in Bool.random(using: &random) ? "a" : "b" }
      let isMatch = letters[count - 15] == "a"
      #expect(PatternMatcher.matches(&kept, Array(letters.joined().utf8)) == isMatch)
    }
  }

  @Test func `takes large repeats up to a limit`() throws {
    let text = String(repeating: "é", count: 1_000)
    #expect(try Pattern(".{1000}").matches(text))
    #expect(try Pattern(".{0,1000}").matches(text))
    #expect(try !Pattern(".{0,999}").matches(text))
    #expect(try !Pattern(".{1000,}").matches(String(text.dropLast())))
  }
}
