import PlumbText
import Testing

@Suite struct URLReferenceTests {
  @Test(
    arguments: [
      (
        "https://api.example.org:8443/v2/jobs?start=21#top",
        URLReference(
          scheme: "https",
          host: "api.example.org",
          port: 8443,
          path: "/v2/jobs",
          query: "start=21",
          fragment: "top"
        )
      ),
      ("/jobs?", URLReference(path: "/jobs", query: "")),
      ("", URLReference()),
      ("//h", URLReference(host: "h")),
      ("mailto:a@example.org", URLReference(scheme: "mailto", path: "a@example.org")),
      (
        "ftp://u:p@[::1]:21/a",
        URLReference(scheme: "ftp", userinfo: "u:p", host: "[::1]", port: 21, path: "/a")
      ),
      ("a:b", URLReference(scheme: "a", path: "b")),
      ("1a:b", URLReference(path: "1a:b")),
      ("?a=b?c#d#e", URLReference(query: "a=b?c", fragment: "d#e")),
      (
        "http://é.example/\u{301}",
        URLReference(scheme: "http", host: "é.example", path: "/\u{301}")
      ),
    ]
  )
  func `takes references apart and puts them together`(text: String, parts: URLReference) {
    #expect(URLReference(text) == parts)
    #expect(parts.description == text)
  }

  @Test(
    arguments: [
      "http://h:x/", "http://h:65536/", "http://h:99999999999999999999/", "http://[::1/", "/a b",
      "/a\nb", "http://[::1]x/", "\u{7F}",
    ]
  )
  func `refuses what has no structure`(text: String) {
    #expect(URLReference(text) == nil)
  }

  @Test func `lets an empty port go`() {
    #expect(URLReference("http://h:/a")?.description == "http://h/a")
  }

  @Test(
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
      ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
      ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
      ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
      ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"),
      (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
      ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"),
      ("../../", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
      ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
      ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
      ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
      ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
      ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
      ("http:g", "http:g"),
    ]
  )
  func `resolves the examples of RFC 3986`(reference: String, target: String) throws {
    let base = try #require(URLReference("http://a/b/c/d;p?q"))
    #expect(URLReference(reference)?.resolved(against: base).description == target)
  }

  @Test func `resolves against a base without a path`() throws {
    let base = try #require(URLReference("http://a"))
    #expect(URLReference("g")?.resolved(against: base).description == "http://a/g")
  }

  @Test(
    arguments: [
      ("https://h/a?b=%20#c", nil), ("/a|b", 2), ("/%zz", 1), ("/%4", 1), ("/é", 1), ("/a b", 2),
      ("/{code}", 1), ("a\"", 1), ("[::1]", nil), ("/a~b-._!$&'()*+,;=:@", nil),
    ] as [(String, Int?)]
  )
  func `finds the characters that no URL may hold`(text: String, offset: Int?) {
    #expect(URLReference.firstForbidden(in: text) == offset)
  }

  @Test(
    arguments: [("http://h", 80), ("HTTPS://h", 443), ("https://h:1", 1), ("ftp://h", nil)]
      as [(String, Int?)]
  )
  func `knows the port a client connects to`(text: String, port: Int?) {
    #expect(URLReference(text)?.effectivePort == port)
  }
}
