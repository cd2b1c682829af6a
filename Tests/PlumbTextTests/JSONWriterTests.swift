import PlumbText
import Testing

@Suite struct JSONWriterTests {
  private func sample(_ layout: JSONWriter.Layout) throws -> String {
    var writer = JSONWriter(layout: layout)
    writer.beginObject()
    writer.member("text", "a\"b")
    writer.member("count", -7)
    writer.member("is", true)
    writer.member("nothing", nil as String?)
    writer.member("some", 3 as Int?)
    writer.name("exact")
    writer.value(try #require(JSONNumber("1.50e999999999")))
    writer.name("list")
    writer.beginArray()
    writer.value(1)
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.null()
    writer.endArray()
    writer.endObject()
    return writer.text
  }

  @Test func `writes compact text`() throws {
    #expect(
      try sample(.compact)
        == #"{"text":"a\"b","count":-7,"is":true,"nothing":null,"some":3,"#
        + #""exact":1.50e999999999,"list":[1,{},[],null]}"#
    )
  }

  @Test func `writes indented text`() throws {
    #expect(
      try sample(.indented) == #"""
        {
          "text": "a\"b",
          "count": -7,
          "is": true,
          "nothing": null,
          "some": 3,
          "exact": 1.50e999999999,
          "list": [
            1,
            {},
            [],
            null
          ]
        }
        """#
    )
  }

  @Test(
    arguments: [
      ("", #""""#), ("\"\\/", #""\"\\/""#), ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
      ("\u{0}\u{1F}\u{B}\u{7F}", "\"\\u0000\\u001f\\u000b\u{7F}\""),
      ("a\u{2028}b\u{2029}\u{2027}\u{202A}", "\"a\\u2028b\\u2029\u{2027}\u{202A}\""),
      ("é😀\r\n", "\"é😀\\r\\n\""), ("\u{E9}\u{301}", "\"\u{E9}\u{301}\""),
    ]
  )
  func `escapes strings`(text: String, written: String) {
    var writer = JSONWriter()
    writer.value(text)
    #expect(writer.text == written)
  }

  @Test func `refuses calls that make no JSON`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.value(1)
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.value(1)
      writer.value(2)
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginArray()
      writer.endObject()
    }
  }
}
