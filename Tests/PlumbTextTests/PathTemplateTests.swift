import PlumbText
import Testing

@Suite struct PathTemplateTests {
  @Test func `takes a template apart`() throws {
    let template = try PathTemplate("/jobs/{code}/v{number}.json/a%20b/")

    #expect(
      template.segments == [
        .literal("jobs"), .parameter("code", prefix: "", suffix: ""),
        .parameter("number", prefix: "v", suffix: ".json"), .literal("a b"), .literal(""),
      ]
    )
    #expect(template.parameterNames == ["code", "number"])
    #expect(template.hasTrailingSlash)
    #expect(template.description == "/jobs/{code}/v{number}.json/a%20b/")
    #expect(
      template.expand(["code": "a/b", "number": "2"]) == "/jobs/a%2Fb/v2.json/a%20b/"
    )
    #expect(template.expand(["code": "a"]) == nil)
    #expect(template.expand(["code": "", "number": "2"]) == nil)
  }

  @Test(
    arguments: [
      ("/jobs/{code}", "/jobs/15-1299.00", ["code": "15-1299.00"]),
      ("/jobs/{code}", "/jobs/a%2Fb", ["code": "a/b"]),
      ("/jobs/{code}", "/jobs/%C3%A9+", ["code": "é+"]),
      ("/jobs/{code}", "/jobs/", nil), ("/jobs/{code}", "/jobs/a/", nil),
      ("/jobs/{code}", "/jobs/a/b", nil), ("/jobs/{code}", "/Jobs/a", nil),
      ("/jobs/{code}", "jobs/a", nil), ("/jobs/{code}/", "/jobs/a/", ["code": "a"]),
      ("/jobs/{code}/", "/jobs/a", nil), ("/jobs/{code}.json", "/jobs/a.json", ["code": "a"]),
      ("/jobs/{code}.json", "/jobs/.json", nil), ("/jobs/{code}.json", "/jobs/a.xml", nil),
      ("/a/{x}/{y}", "/a/1/2", ["x": "1", "y": "2"]), ("/", "/", [:]), ("/", "", nil),
      ("/a%20b", "/a b", [:]), ("/%61", "/a", [:]), ("/aXXa{x}aXXa", "/aXXaXXa", nil),
    ] as [(String, String, [String: String]?)]
  )
  func `matches a path`(template: String, path: String, values: [String: String]?) throws {
    #expect(try PathTemplate(template).match(path) == values)
  }

  @Test(
    arguments: [
      ("/jobs/", "/jobs", true), ("/jobs", "/jobs/", true), ("/jobs/", "/jobs/", true),
      ("/jobs", "/jobs//", false), ("/", "/", true), ("/", "//", true),
    ]
  )
  func `overlooks a slash at the end when told`(template: String, path: String, isMatch: Bool)
    throws
  {
    let values = try PathTemplate(template).match(path, ignoringTrailingSlash: true)
    #expect((values != nil) == isMatch)
  }

  @Test(
    arguments: [
      ("jobs", 0, "expected \"/\" at the start of a path: write \"/jobs\""),
      ("", 0, "expected \"/\" at the start of a path: write \"/\""),
      (
        "/a/{code", 3,
        "expected \"}\" after \"{code\": close the brace, or write \"%7B\" for a literal \"{\""
      ),
      (
        "/{a/b}", 1,
        "expected \"}\" after \"{a\": close the brace, or write \"%7B\" for a literal \"{\""
      ),
      (
        "/{a{b}}", 1,
        "expected \"}\" after \"{a{b}}\": close the brace, or write \"%7B\" for a literal \"{\""
      ),
      ("/é/{}", 3, "expected a name between \"{\" and \"}\": write \"{name}\""),
      (
        "/a}", 2,
        "expected \"{\" before \"}\": open the brace, or write \"%7D\" for a literal \"}\""
      ),
      (
        "/{a}/{a}", 5,
        "expected each parameter once, found \"{a}\" again: give it another name"
      ),
      (
        "/{a}-{b}", 5,
        "expected one parameter in a segment, found another brace after \"{a}\": "
          + "put a \"/\" between parameters"
      ),
      (
        "/a?b", 2,
        "expected a path, found \"?\": parameters of the query do not stand in the path"
      ),
    ]
  )
  func `says what is wrong with a template`(text: String, offset: Int, message: String) {
    #expect(throws: SyntaxError(message: message, offset: offset)) { try PathTemplate(text) }
  }
}
