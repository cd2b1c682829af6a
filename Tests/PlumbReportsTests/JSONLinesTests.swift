import Testing

@testable import PlumbReports

@Suite struct JSONLinesTests {
  @Test(
    arguments: [
      ("[]", ["[]"]),
      ("[1, 2]", ["[", "  1,", "  2", "]"]),
      (#"{"a":"[{,\"\\"}"#, ["{", #"  "a": "[{,\"\\""#, "}"]),
      (
        #"{"a" : [ ] ,"b":{"c":null}}"#,
        ["{", #"  "a": [],"#, #"  "b": {"#, #"    "c": null"#, "  }", "}"]
      ),
      ("{\n\"a\":1}", ["{", "\"a\":1}"]),
      ("{\"a\":1", ["{\"a\":1"]),
      ("]", ["]"]),
      ("[1]}", ["[1]}"]),
      ("<p>no JSON</p>", ["<p>no JSON</p>"]),
      ("", [""]),
    ] as [(String, [String])]
  )
  func `lays out JSON that stands on one line, and nothing else`(text: String, lines: [String]) {
    #expect(JSONLines(text).lines == lines)
  }
}
