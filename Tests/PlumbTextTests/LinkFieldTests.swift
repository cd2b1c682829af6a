import PlumbText
import Testing

@Suite struct LinkFieldTests {
  @Test func `reads targets, relations and parameters`() {
    let field = LinkField(
      #"<https://a.example/jobs?page=2>; rel="next last"; title="two, \"2\"", </jobs>;REL=first , "#
    )

    #expect(field?.links.map(\.target) == ["https://a.example/jobs?page=2", "/jobs"])
    #expect(field?.links.map(\.relations) == [["next", "last"], ["first"]])
    #expect(field?.links.first?.parameters.map(\.name) == ["title"])
    #expect(field?.links.first?.parameters.first?.value == #"two, "2""#)
    #expect(field?.target(of: "NEXT") == "https://a.example/jobs?page=2")
    #expect(field?.target(of: "prev") == nil)
  }

  @Test func `takes the first rel, and passes over links about other resources`() {
    let field = LinkField(#"<a>; rel=prev; rel=next, <b>; anchor="/x"; rel=next, <c>; rel=next"#)

    #expect(field?.target(of: "next") == "c")
    #expect(field?.target(of: "prev") == "a")
  }

  @Test(arguments: ["", "<>; rel=self", "<a>", "<a>;", "<a>; crossorigin; rel = next"])
  func `reads what the grammar allows`(text: String) {
    #expect(LinkField(text) != nil)
  }

  @Test(arguments: [
    "a; rel=next", "<a", "<a>; rel=\"next", "<a> <b>", "<a>; =next", "<a b>; rel=next",
    "<a>; rel=next x", "<a>; rel=",
  ])
  func `refuses what the grammar does not allow`(text: String) {
    #expect(LinkField(text) == nil)
  }
}
