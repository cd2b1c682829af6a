import Testing

@testable import PlumbChecking

@Suite struct HostilePagesTests {
  private static let numbers = [Int.min, -1, 0, 1, 20, 1 << 53, Int.max]

  @Test(arguments: MadeListing.Style.allCases, numbers)
  func `reckons with any number in any member`(style: MadeListing.Style, number: Int) throws {
    let listing = MadeListing(style: style)
    for role in [PageRole.start, .end, .total, .pages] {
      var pages = listing.pages()
      for index in pages.indices where index != 1 { pages[index].set(role, number) }

      let chain = try #require(try listing.judge(pages).first)
      #expect(chain.pages.count == pages.count)
      #expect(chain.findings.allSatisfy { pages.indices.contains($0.page) })
    }
  }

  @Test(arguments: MadeListing.Style.allCases, numbers)
  func `reckons with any number in a request`(style: MadeListing.Style, number: Int) throws {
    let listing = MadeListing(style: style)
    for name in ["start", "end", "offset", "limit", "page", "at", "after"] {
      var pages = listing.pages()
      pages[1].url = MadeListing.origin + "?\(name)=\(number)&limit=\(number)"
      pages[2].url = MadeListing.origin + "?\(name)=99999999999999999999"
      pages[3].url = MadeListing.origin + "?\(name)="
      pages[4].url = "no url at all"

      #expect(try listing.judge(pages).map(\.pages.count).reduce(0, +) == 4)
    }
  }

  @Test(arguments: [
    "", "?", "https://[", "//", "https://api.example.org", "\u{0}", "%", "?start=%",
  ])
  func `takes any text for a link`(text: String) throws {
    let listing = MadeListing()
    var pages = listing.pages()
    pages[1].set(.next, text)

    let rules = try listing.judge(pages).flatMap(\.findings).map(\.rule)
    #expect(rules.count == 1)
    #expect(
      rules.allSatisfy {
        [.nextMissing, .nextParameters, .nextHost, .nextLoop, .nextWindow].contains($0)
      }
    )
  }
}
