import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct LinkJudgeTests {
  static let at = "item[].href"
  static let target = "/items/{.code}/"

  private static func body(_ href: String, code: String = #""7""#) -> String {
    #"{"item": [{"href": "\#(href)", "code": \#(code)}]}"#
  }

  private static func lines(_ findings: [RelationFinding]) -> [String] {
    findings.map { "\($0.finding.rule.rule.id) \($0.finding.pointer) \($0.count)/\($0.of)" }
  }

  @Test(arguments: [
    body("https://api.example.org/v2/items/7/"), body("HTTPS://API.example.org:443/v2/items/7/"),
    body("https:\\/\\/api.example.org\\/v2\\/items\\/7\\/"), body("/v2/items/7/"),
    body("https://api-old.example.org/v2/items/7/"), body("../items/7/"),
    body("https://api.example.org/v2/items/%37/"), body("https://api.example.org/v2/items/7/#top"),
    body("https://api.example.org/v2/items/7/", code: "7"),
    body("https://api.example.org/v2/items/7/", code: "7.0"),
    body("https://api.example.org/v2/items/a%20b%2Fc/", code: #""a b/c""#),
    body("https://api.example.org/v2/items/a%20b%2fc/", code: #""a\u0020b\/c""#),
    body("https://api.example.org/v2/items/50%2525/", code: #""50%25""#),
    #"{"item": [{"code": "7", "href": "https://api.example.org/v2/items/7/"}, {"code": "8"}]}"#,
  ])
  func `accepts every way to write the documented target`(body: String) throws {
    let api = try RelationSample.link(Self.at, Self.target, api: "hosts: [api-*.example.org]\n")

    #expect(try api.links(body) == [])
  }

  @Test(arguments: [
    #"{"item": [{"href": "https://other.example.org/"}]}"#,
    #"{"item": [{"href": "https://other.example.org/", "code": null}]}"#,
    #"{"item": [{"href": "https://other.example.org/", "code": {}}]}"#,
    #"{"item": [{"href": null, "code": "7"}, {"code": "8"}, 5]}"#, #"{"item": []}"#, "[]",
  ])
  func `does not judge what is absent`(body: String) throws {
    #expect(try RelationSample.link(Self.at, Self.target).links(body) == [])
  }

  @Test(arguments: [
    ("https://api.example.org/v2/items/8/", "link-target"),
    ("https://api.example.org/v2/items/7/parts/", "link-target"),
    ("https://api.example.org/v2/items/7/?x=1", "link-target"),
    ("https://api.example.org/items/7/", "link-target"),
    ("https://api.example.org/v2/items/77/", "link-target"),
    ("https://api.example.org/v2/items//", "link-target"), ("", "link-target"),
    ("a b", "link-target"),
    ("https://api.example.org/v2/items/7", "link-target"),
    ("https://other.example.org/v2/items/7/", "link-host"),
    ("https://api.example.org:8443/v2/items/7/", "link-host"),
    ("http://api.example.org/v2/items/7/", "link-host"),
    ("//other.example.org/v2/items/7/", "link-host"),
  ])
  func `finds a wrong address once`(href: String, rule: String) throws {
    let found = try RelationSample.link(Self.at, Self.target).links(Self.body(href))

    #expect(Self.lines(found) == ["\(rule) /item/0/href 1/1"])
    #expect(found.map(\.finding.found) == [href])
    #expect(found.map(\.finding.range) == [20..<(20 + href.utf8.count)])
    #expect(found.map(\.finding.field) == ["/item/*/href"])
  }

  @Test func `says what is promised before what is found`() throws {
    let api = try RelationSample.link(Self.at, Self.target)

    let found = try api.links(Self.body("https://api.example.org/v2/items/8/", code: #""a b""#))
    #expect(
      found.map(\.finding.message) == [
        """
        `item[].href` is documented to lead to its own item, \
        "https://api.example.org/v2/items/a%20b/", it names another, \
        "https://api.example.org/v2/items/8/"
        """
      ]
    )
    #expect(found.map(\.severity) == [nil])
  }

  @Test func `takes a slash at the end for a note`() throws {
    let found = try RelationSample.link(Self.at, Self.target)
      .links(Self.body("https://api.example.org/v2/items/7"))

    #expect(found.map(\.severity) == [.note])
    #expect(found.map(\.finding.kind) == ["trailing slash"])
  }

  @Test func `counts the wrong addresses of one link`() throws {
    let items = (0..<10).map { number in
      #"{"code": \#(number), "href": "https://api.example.org/v2/items/\#(number & 6)/"}"#
    }
    let found = try RelationSample.link(Self.at, Self.target)
      .links(#"{"item": [\#(items.joined(separator: ", "))]}"#)

    #expect(Self.lines(found) == ["link-target /item/1/href 6/10"])
  }

  @Test func `fills in members of enclosing objects`() throws {
    let api = try RelationSample.link("$[].group[].href", "/items/{..code}?group={.code}")
    func body(_ href: String) -> String {
      """
      [{"code": 9, "group": []},
       {"group": [{"href": "https://api.example.org/v2/items/1?group=a", "code": "a"},
                  {"href": "https://api.example.org/v2/items/\(href)", "code": "b"}], "code": 1},
       {"title": "no code", "group": [{"href": "https://api.example.org/v2/x", "code": "a"}]}]
      """
    }

    #expect(try api.links(body("1?group=b")) == [])
    #expect(try api.links(body("1?group=%62")) == [])
    #expect(Self.lines(try api.links(body("2?group=b"))) == ["link-target /1/group/1/href 1/2"])
    #expect(Self.lines(try api.links(body("1?group=a"))) == ["link-target /1/group/1/href 1/2"])
  }

  @Test func `fills in members of the root and of inner objects`() throws {
    let api = try RelationSample.link("a.href", "/x/{..id}/{.b.c}")
    func body(_ path: String) -> String {
      #"{"a": {"href": "https://api.example.org/v2/x/\#(path)", "b": {"c": "d"}}, "id": 3}"#
    }

    #expect(try api.links(body("3/d")) == [])
    #expect(Self.lines(try api.links(body("d/3"))) == ["link-target /a/href 1/1"])
  }

  @Test func `fills in the request's parameters, decoded`() throws {
    let api = try RelationSample.link("href", "/items/{id}?p={p}")
    let body = #"{"href": "https://api.example.org/v2/items/a%2Fb?p=x+y"}"#

    #expect(try api.links(body, parameters: ["id": "a/b", "p": "x y"]) == [])
    #expect(Self.lines(try api.links(body, parameters: ["id": "a", "p": "x"])).count == 1)
    #expect(try api.links(body, parameters: ["id": "a"]) == [])
  }

  @Test func `compares queries whatever their order`() throws {
    let api = try RelationSample.link("href", "/items?a=1&b={id}")
    func body(_ query: String) -> String {
      #"{"href": "https://api.example.org/v2/items?\#(query)"}"#
    }

    #expect(try api.links(body("b=7&a=1"), parameters: ["id": "7"]) == [])
    #expect(try api.links(body("a=1&b=7&c=2"), parameters: ["id": "7"]).count == 1)
  }

  @Test func `judges the same after it has learned how addresses begin`() throws {
    let api = try RelationSample.link(Self.at, Self.target, api: "hosts: [api-*.example.org]\n")
    let good = Self.body("https://api-1.example.org/v2/items/7/")

    #expect(try api.links(good, good) == [])
    #expect(
      Self.lines(try api.links(good, Self.body("https://api-1.example.org/v2/items/8/")))
        == ["link-target /item/0/href 1/1"]
    )
  }

  @Test func `finds addresses of no operation when all are documented`() throws {
    let api = try RelationSample.link(Self.at, Self.target, api: "complete: true\n")
    let url = "https://api.example.org/v2/items/7/"

    #expect(try api.links(Self.body(url), documented: [url]) == [])
    let escaped = "https:\\/\\/api.example.org\\/v2\\/items\\/7\\/"
    #expect(try api.links(Self.body(escaped), documented: [url]) == [])
    #expect(Self.lines(try api.links(Self.body(url))) == ["link-undocumented /item/0/href 1/1"])
    #expect(
      Self.lines(try api.links(Self.body("https://api.example.org/v2/parts")))
        == ["link-target /item/0/href 1/1"]
    )
  }

  @Test func `looks at the links between pages too`() throws {
    let api = try RelationSample(
      """
        a:
          get: /a
          query:
            start?: integer = 1
            end?: integer = start + 19
          response: any
          pages: item
      """,
      api: """
        complete: true
        paging:
          window: { start: start, end: end, total: total, next: next, prev: prev }
        """
    )
    let url = "https://api.example.org/v2/a?start=3"

    #expect(try api.links(#"{"next": "\#(url)"}"#, documented: [url]) == [])
    #expect(Self.lines(try api.links(#"{"next": "\#(url)"}"#)) == ["link-undocumented /next 1/1"])
    #expect(try api.links(#"{"next": "https://other.example.org/", "prev": null}"#) == [])
  }
}
