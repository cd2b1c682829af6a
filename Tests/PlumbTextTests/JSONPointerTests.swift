import PlumbText
import Testing

@Suite struct JSONPointerTests {
  @Test(
    arguments: [
      ("", []), ("/foo", ["foo"]), ("/foo/0", ["foo", "0"]), ("/", [""]), ("/a~1b", ["a/b"]),
      ("/c%d", ["c%d"]), ("/m~0n", ["m~n"]), ("/ ", [" "]), ("/~01", ["~1"]), ("//", ["", ""]),
      ("/\u{301}", ["\u{301}"]),
    ] as [(String, [String])]
  )
  func `reads and writes the examples of RFC 6901`(text: String, tokens: [String]) throws {
    let pointer = try JSONPointer(text)
    #expect(pointer.tokens == tokens)
    #expect(pointer.description == text)
  }

  @Test(
    arguments: [
      (
        "foo", 0,
        "expected \"/\" at the start of a JSON Pointer, found \"f\": write \"/foo\""
      ),
      (
        "/a~", 2,
        "expected \"0\" or \"1\" after \"~\": write \"~0\" for \"~\" and \"~1\" for \"/\""
      ),
      (
        "/a/~2", 3,
        "expected \"0\" or \"1\" after \"~\": write \"~0\" for \"~\" and \"~1\" for \"/\""
      ),
    ]
  )
  func `refuses what is no pointer`(text: String, offset: Int, message: String) {
    #expect(throws: SyntaxError(message: message, offset: offset)) { try JSONPointer(text) }
  }

  @Test func `steps down by name and by index`() {
    let pointer = JSONPointer().appending("a/b").appending(7).appending("~")
    #expect(pointer.description == "/a~1b/7/~0")
  }
}
