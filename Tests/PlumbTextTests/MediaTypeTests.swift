import PlumbText
import Testing

@Suite struct MediaTypeTests {
  @Test(
    arguments: [
      ("application/json", true), ("Application/JSON; charset=UTF-8", true),
      ("application/problem+json", true), ("application/json;", true), ("text/json", false),
      ("application/jsonp", false), ("text/html", false), ("application/json ; q=1 ;a=b", true),
      ("application/vnd.api+json; profile=\"a;b\"", true), (" application/json ", true),
    ]
  )
  func `knows JSON`(text: String, isJSON: Bool) throws {
    #expect(try #require(MediaType(text)).isJSON == isJSON)
  }

  @Test(
    arguments: [
      "", "json", "/json", "application/", "a b/c", "a/b c", "a/b; =c", "a/b; c", "a/b; c=\"d",
      "a/b, c/d", "a/b;c=",
    ]
  )
  func `refuses what is no media type`(text: String) {
    #expect(MediaType(text) == nil)
  }

  @Test func `reads parameters and writes them again`() throws {
    let type = try #require(MediaType("Text/HTML;Charset=\"utf-8\"; title=\"a \\\"b\\\"\""))

    #expect(type.type == "text")
    #expect(type.subtype == "html")
    #expect(type["CHARSET"] == "utf-8")
    #expect(type["title"] == "a \"b\"")
    #expect(type["q"] == nil)
    #expect(type.description == "text/html; charset=utf-8; title=\"a \\\"b\\\"\"")
    #expect(MediaType(type.description) == type)
  }
}
