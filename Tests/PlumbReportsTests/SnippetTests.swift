import Testing

@testable import PlumbReports

@Suite struct SnippetTests {
  @Test(
    arguments: [
      ("\"code\": \"5\"", 8, 3, 40, "\"code\": \"5\"", 8, 3),
      ("\t\"a\": 1", 6, 1, 40, "    \"a\": 1", 9, 1),
      ("\"題名\": \"本\"", 6, 3, 40, "\"題名\": \"本\"", 8, 4),
      ("\"👩‍👩‍👧\": 1", 5, 1, 40, "\"👩‍👩‍👧\": 1", 6, 1),
      ("\"e\u{301}\": 1", 5, 1, 40, "\"e\u{301}\": 1", 5, 1),
      ("a\u{1b}b", 2, 1, 40, "a\\u{1b}b", 7, 1),
      ("", 0, 1, 40, "", 0, 1),
      ("abc", 9, 4, 40, "abc", 3, 1),
      ("0123456789abcdefghij", 15, 2, 12, "…bcdefghij", 5, 2),
      ("0123456789abcdefghij", 2, 30, 12, "0123456789a…", 2, 9),
      ("0123456789abcdefghij", 0, 2, 12, "0123456789a…", 0, 2),
    ]
  )
  func `keeps the part in sight and counts columns`(
    line: String,
    from: Int,
    count: Int,
    width: Int,
    text: String,
    indent: Int,
    length: Int
  ) {
    let snippet = Snippet(line: line, from: from, count: count, width: width)

    #expect(snippet.text == text)
    #expect(snippet.indent == indent)
    #expect(snippet.length == length)
  }
}
