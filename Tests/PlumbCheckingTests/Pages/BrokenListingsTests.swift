import PlumbModel
import Testing

@testable import PlumbChecking

@Suite struct BrokenListingsTests {
  /// Breaks that need another listing than five pages of 20.
  static let wholes: [BrokenPage] = [
    BrokenPage(
      name: "no default, and three ends",
      listing: MadeListing(total: 95, hasDefault: false),
      rank: 0,
      verdict: ["page-inconsistent: end, items, next"]
    ) { pages, _ in
      pages = [pages[0]]
      pages[0].url = MadeListing.origin
      pages[0].set(.next, nil)
      pages[0].add(.end, -1)
      pages[0].set(.next, MadeListing.origin + "?start=31&end=50")
    },
    BrokenPage(
      name: "one page, one item short",
      listing: MadeListing(style: .offset),
      rank: 0,
      verdict: ["page-inconsistent: items, total"]
    ) { pages, _ in
      pages = [pages[0]]
      pages[0].items { $0.removeLast() }
    },
    BrokenPage(
      name: "one full page without next",
      listing: MadeListing(total: 21),
      rank: 0,
      verdict: ["page-inconsistent: next, total"]
    ) { pages, _ in
      pages = [pages[0]]
      pages[0].set(.next, nil)
    },
    BrokenPage(name: "the total is one too high everywhere", rank: 0, verdict: ["page-total-wrong"])
    { pages, _ in
      for index in pages.indices { pages[index].add(.total, 1) }
    },
    BrokenPage(name: "the total is what follows", rank: 0, verdict: ["page-total-changed"]) {
      pages,
      _ in
      for index in pages.indices { pages[index].add(.total, -20 * index) }
    },
    BrokenPage(
      name: "an empty page that starts at 0",
      listing: MadeListing(total: 0),
      rank: 0,
      verdict: ["page-empty"]
    ) {
      pages,
      _ in pages[0].set(.start, 0)
    },
    BrokenPage(
      name: "an empty page that ends at 20",
      listing: MadeListing(total: 0),
      rank: 0,
      verdict: ["page-empty"]
    ) {
      pages,
      _ in pages[0].set(.end, 20)
    },
    BrokenPage(
      name: "an empty page with a total",
      listing: MadeListing(total: 0),
      rank: 0,
      verdict: ["page-empty"]
    ) {
      pages,
      _ in pages[0].set(.total, 5)
    },
    BrokenPage(
      name: "an empty page with a next",
      listing: MadeListing(total: 0),
      rank: 0,
      verdict: ["next-unexpected"]
    ) {
      pages,
      _ in pages[0].set(.next, MadeListing.origin + "?start=1&end=20")
    },
    BrokenPage(
      name: "another default",
      listing: MadeListing(leavesSize: true),
      rank: 0,
      verdict: ["page-default"]
    ) {
      pages,
      _ in
      pages = [pages[0]]
      pages[0].set(.end, 10)
      pages[0].items { $0.removeLast(10) }
      pages[0].set(.next, MadeListing.origin + "?start=11&end=20")
    },
    BrokenPage(
      name: "a whole listing for a limit past the most",
      listing: MadeListing(total: 4001, size: 2001),
      rank: 0,
      verdict: ["page-window"]
    ) { pages, _ in
      pages = [pages[0]]
      pages[0].items { $0.append(2001) }
      pages[0].set(.end, 2001)
    },
  ]

  @Test(arguments: wholes)
  func `finds one cause in a whole listing`(broken: BrokenPage) throws {
    #expect(try broken.listing.verdicts(broken.pages) == broken.verdict)
  }
}
