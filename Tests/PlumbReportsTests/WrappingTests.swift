import Testing

@testable import PlumbReports

@Suite struct WrappingTests {
  @Test(
    arguments: [
      ("", 10, [""]),
      ("one two three", 7, ["one two", "three"]),
      ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
      ("a abcdefghijkl", 5, ["a", "abcde", "fghij", "kl"]),
      ("日本語", 4, ["日本", "語"]),
    ]
  )
  func `breaks at spaces, and inside a word only when it must`(
    text: String,
    width: Int,
    lines: [String]
  ) {
    #expect(text.wrapped(to: width) == lines)
  }

  @Test func `ends a text that is too long`() {
    #expect("a b c d e f".wrapped(to: 1, limit: 3) == ["a", "b", "…"])
  }

  @Test func `gives the lines after the first their own width`() {
    #expect("aa bb cc dd".wrapped(to: 5, then: 2) == ["aa bb", "cc", "dd"])
  }
}
