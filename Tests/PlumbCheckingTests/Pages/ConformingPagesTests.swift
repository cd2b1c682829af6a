import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct ConformingPagesTests {
  static let listings: [MadeListing] = MadeListing.Style.allCases.flatMap { style in
    [0, 1, 19, 20, 21, 40, 95, 4001].flatMap { total in
      [1, 20, 2000, 2001].filter { total / $0 <= 100 }.flatMap { size in
        ["", "job_family=11&sort=title", "sort=code"].map { filters in
          MadeListing(style: style, total: total, size: size, filters: filters)
        }
      }
    } + [
      MadeListing(style: style, leavesSize: true),
      MadeListing(style: style, leavesSize: true, runs: 7),
    ]
  }

  @Test(arguments: listings)
  func `finds nothing in any order of pages`(listing: MadeListing) throws {
    let pages = listing.pages()

    #expect(try listing.verdicts(pages) == [])
    #expect(try listing.verdicts(pages.reversed()) == [])
    let turned = pages.enumerated().sorted {
      ($0.offset * 7 % 5, $0.offset) < ($1.offset * 7 % 5, $1.offset)
    }
    #expect(try listing.verdicts(turned.map(\.element)) == [])
  }

  @Test(arguments: listings.filter { $0.filters.isEmpty && $0.total > $0.shown })
  func `finds nothing when pages are missing`(listing: MadeListing) throws {
    let pages = listing.pages()

    for gap in pages.indices.prefix(6) {
      var some = pages
      some.remove(at: gap)
      #expect(try listing.verdicts(some) == [])
      #expect(try listing.verdicts([pages[gap]]) == [])
    }
  }

  @Test(arguments: [87, nil])
  func `does not blame a page by cursor that is not full`(total: Int?) throws {
    let listing = MadeListing(style: .cursor)
    var pages = listing.pages()
    pages[1].items { $0.removeLast(8) }
    for index in pages.indices { pages[index].set(.total, total) }

    #expect(try listing.verdicts(pages) == [])
    #expect(try listing.verdicts(Array(pages.prefix(2))) == [])
  }

  @Test(arguments: MadeListing.Style.allCases)
  func `says which pages a listing has`(style: MadeListing.Style) throws {
    let listing = MadeListing(style: style, filters: "job_family=11")
    let whole = try #require(try listing.judge(listing.pages().reversed()).first).summary

    #expect(whole.isComplete)
    #expect(whole.hasMiddle && !whole.hasEmpty)
    #expect(whole.pages.map(\.items) == [20, 20, 20, 20, 15])
    #expect(whole.total == (style == .link ? nil : 95))

    let empty = MadeListing(style: style, total: 0)
    let none = try #require(try empty.judge(empty.pages()).first).summary
    #expect(none.hasEmpty || style == .link && none.pages.map(\.items) == [0])
  }

  @Test func `says which windows no recording holds`() throws {
    let listing = MadeListing()
    let pages = listing.pages()
    let summary = try #require(try listing.judge([pages[1], pages[3]]).first).summary

    #expect(
      summary.missing == [
        PageWindow(start: 1, end: 20), PageWindow(start: 41, end: 60),
        PageWindow(start: 81, end: 95),
      ]
    )
    #expect(!summary.hasFirst && summary.hasMiddle && !summary.hasLast && !summary.isComplete)
    #expect(summary.pages[0].asked == PageWindow(start: 21, end: 40))
    #expect(summary.pages[0].answered == PageWindow(start: 21, end: 40))
  }

  @Test func `says which cursor no recording follows`() throws {
    let listing = MadeListing(style: .cursor)
    let summary = try #require(try listing.judge(Array(listing.pages().prefix(2))).first).summary

    #expect(summary.missingTargets == ["c41"])
    #expect(summary.pages.map(\.cursor) == [nil, "c21"])
  }

  @Test func `keeps listings apart that ask for something else`() throws {
    let pages = ["", "sort=title", "job_family=11", "job_family=12"].flatMap { filters in
      MadeListing(total: filters == "job_family=11" ? 30 : 95, filters: filters).pages()
    }
    let chains = try MadeListing().judge(pages)

    #expect(chains.map(\.pages.count) == [2, 5, 10])
    #expect(chains.map(\.summary.query.description) == ["job_family=11", "job_family=12", ""])
    #expect(chains.flatMap(\.findings) == [])
  }

  @Test func `finds nothing where windows overlap or lie past the end`() throws {
    let listing = MadeListing()
    var pages =
      listing.pages() + [
        listing.window(1, 2000, rank: 10), listing.window(11, 30, rank: 11),
        listing.window(90, 109, rank: 12),
      ]
    var past = PageExtract(
      operation: 3,
      session: 9,
      rank: 13,
      url: MadeListing.origin + "?start=101&end=120"
    )
    past.set(.start, 101)
    past.set(.end, 95)
    past.set(.total, 95)
    past.items = listing.items([])
    pages.append(past)

    #expect(try listing.verdicts(pages) == [])
  }

  @Test func `takes links in any order and escaping, relative ones too`() throws {
    let listing = MadeListing(filters: "job_family=a%2Cb&sort=code")
    var page = listing.page(1)
    page.set(.next, "/v2/jobs/7?end=60&sort=code&start=41&job_family=a,b")
    page.set(
      .prev,
      "HTTPS://API.example.org:443/v2/jobs/%37/?start=1&end=20&sort=code&job_family=a,b"
    )

    #expect(try listing.verdicts([page]) == [])
  }

  @Test func `judges 100,000 items in one pass`() throws {
    let listing = MadeListing(total: 100_000, size: 2000, runs: 3)
    let pages = listing.pages()
    let clock = ContinuousClock()
    var verdicts: [String]?
    let time = try clock.measure { verdicts = try listing.verdicts(pages) }

    #expect(verdicts == [])
    #expect(time < .seconds(5))
  }
}
