import Foundation
import PlumbText
import TestSupport
import Testing

/// Random patterns and texts, held against Foundation's regular expressions.
@Suite struct PatternDifferentialTests {
  private static let atoms = [
    "a", "b", "é", "😀", ".", "[ab]", "[^a]", "[à-ÿ]", "[a-c😀-😂]", "[^é😁]", #"[0-9]"#, "1", #"\."#,
    "(?:)",
  ]
  private static let repeats = ["*", "+", "?", "{2}", "{0,2}", "{1,}", "{0}"]
  private static let letters = ["a", "b", "c", "é", "ÿ", "😀", "😁", "1", ".", "\n", "x"]

  private static func source(_ depth: Int, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 2), using: &random) {
    case 0, 1: return atoms.randomElement(using: &random) ?? ""
    case 2: return source(depth - 1, &random) + source(depth - 1, &random)
    case 3: return "(\(source(depth - 1, &random))|\(source(depth - 1, &random)))"
    default:
      let sign = repeats.randomElement(using: &random) ?? ""
      return "(?:\(source(depth - 1, &random)))\(sign)"
    }
  }

  @Test func `matches what Foundation matches`() throws {
    var random = SplitMix64(seed: 7)
    var matched = 0
    for _ in 0..<600 {
      let source = Self.source(4, &random)
      let pattern = try Pattern(source)
      // DOTALL is off, but Foundation's "." stops at more line ends than LF unless told not to.
      let peer = try NSRegularExpression(
        pattern: "^(?:\(source))\\z",
        options: .useUnixLineSeparators
      )
      for _ in 0..<12 {
        let count = Int.random(in: 0...6, using: &random)
        let text = (0..<count).map { _ in Self.letters.randomElement(using: &random) ?? "" }
          .joined()
        let whole = NSRange(location: 0, length: text.utf16.count)
        let isMatch = peer.firstMatch(in: text, options: .anchored, range: whole) != nil
        #expect(pattern.matches(text) == isMatch, "/\(source)/ on \(text.debugDescription)")
        matched += isMatch ? 1 : 0
      }
    }
    #expect(matched > 500)
  }

  @Test func `finds just the scalars of a class`() throws {
    var random = SplitMix64(seed: 8)
    let bounds: [UInt32] = [
      0, 0x41, 0x7F, 0x80, 0xFF, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xE000, 0xFFFF, 0x1_0000,
      0x3_FFFF, 0x4_0000,
      0x10_0000, 0x10_FFFF,
    ]
    for _ in 0..<60 {
      let picks = [0, 1].compactMap { _ in bounds.randomElement(using: &random) }.sorted()
      let isNegated = Bool.random(using: &random)
      let low = String(picks[0], radix: 16)
      let high = String(picks[1], radix: 16)
      let source = "[\(isNegated ? "^" : "")\\u{\(low)}-\\u{\(high)}]"
      var matcher = try Pattern(source).makeMatcher()
      for value in bounds.flatMap({ [$0 &- 1, $0, $0 + 1] }) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let text = Array(String(scalar).utf8)
        let isMatch = (picks[0]...picks[1]).contains(value) != isNegated
        #expect(PatternMatcher.matches(&matcher, text) == isMatch, "\(source) \(value)")
      }
    }
  }

  @Test func `never crashes on a random source`() {
    var random = SplitMix64(seed: 9)
    let pieces = [
      "a", "é", "(", ")", "[", "]", "{", "}", "|", "*", "+", "?", "^", "$", "\\", "-", ",", "2",
      "d", "u", "x41", "(?",
      "(?:", "[^", "{1,3}", "\\u{", "=", "<", ":", "\u{301}", "😀", "{900}",
    ]
    var compiled = 0
    for _ in 0..<4_000 {
      let count = Int.random(in: 1...12, using: &random)
      let source = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      do throws(SyntaxError) {
        let pattern = try Pattern(source)
        _ = pattern.matches("aé2😀")
        compiled += 1
      } catch {
        #expect((0...source.unicodeScalars.count).contains(error.offset))
        #expect(error.message.contains(": "))
      }
    }
    #expect(compiled > 200)
  }
}
