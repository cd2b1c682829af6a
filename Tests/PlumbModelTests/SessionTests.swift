import PlumbModel
import Testing

@Suite struct SessionTests {
  @Test func `is read as it was written`() throws {
    let session = Session(path: "a", api: "one", label: "from \"here\"\n")

    #expect(try Session(decoding: session.encode(), path: "a") == session)
  }

  @Test func `passes over what it does not know`() throws {
    let file = Array(#"{"tool":{"x":[1]},"format":"plumb.session/1","api":null}"#.utf8)

    #expect(try Session(decoding: file, path: "a") == Session(path: "a"))
  }

  @Test(arguments: [
    (
      #"{"format":"plumb.session/2"}"#, 12,
      """
      expected format version 1, found 2; the session was recorded by a newer Plumb: update Plumb \
      to read it
      """
    ),
    (
      #"{"format":"x"}"#, 12, "expected \"plumb.session/1\", found \"x\"; record the session anew"
    ),
    (
      #"{"api":"one"}"#, 1,
      """
      expected a member "format" with "plumb.session/1", found none; add it, or rename the file if \
      it marks no session
      """
    ),
    ("", 1, "expected \"{\", found the end; the file is cut short: make it anew"),
  ])
  func `says what is wrong`(file: String, column: Int, message: String) {
    #expect(throws: RecordingError(line: 1, column: column, message: message)) {
      try Session(decoding: Array(file.utf8), path: "a")
    }
  }
}
