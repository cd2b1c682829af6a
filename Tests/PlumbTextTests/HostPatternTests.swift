import PlumbText
import Testing

@Suite struct HostPatternTests {
  @Test(
    arguments: [
      ("api.example.org", "API.Example.ORG", true), ("api.example.org", "api.example.or", false),
      ("api.example.org", "xapi.example.org", false),
      ("api-v*.example.org", "api-v2.example.org", true),
      ("api-v*.example.org", "api-v.example.org", true),
      ("api-v*.example.org", "api-v2.example.org.evil.net", false), ("*", "", true),
      ("*.example.org", "example.org", false), ("*.example.org", "a.b.example.org", true),
      ("a*b*c", "abbbcbc", true), ("a*b*c", "abbbcb", false), ("", "", true), ("", "a", false),
      ("**", "x", true), ("[::1]", "[::1]", true),
    ]
  )
  func `matches hosts`(pattern: String, host: String, isMatch: Bool) {
    #expect(HostPattern(pattern).matches(host) == isMatch)
  }

  @Test func `takes no exponential time`() {
    let pattern = HostPattern(String(repeating: "a*", count: 50) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
  }
}
