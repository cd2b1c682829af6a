import PlumbModel
import Testing

@testable import PlumbChecking

/// Paging bugs of real services, as their reports tell them, each in a small listing.
@Suite struct ReportedBugsTests {
  private static let ties = MadeListing(style: .offset, total: 8, size: 4, runs: 8)

  static let bugs: [BrokenPage] = [
    // https://github.com/inventree/InvenTree/issues/11442: no unique key in the order; an item of
    // the first page comes again on the second, another is on neither.
    BrokenPage(name: "InvenTree 11442", listing: ties, rank: 1, verdict: ["page-overlap"]) {
      $0[$1].items { $0[2] = 1 }
    },
    // https://github.com/Merit-Systems/x402scan/issues/1072: ties across the seam.
    BrokenPage(name: "x402scan 1072", listing: ties, rank: 1, verdict: ["page-overlap"]) {
      $0[$1].items { $0[0] = 4 }
    },
    // https://github.com/celerp/celerp/pull/174: documents of one date fall on both sides.
    BrokenPage(
      name: "celerp 174",
      listing: MadeListing(style: .page, total: 12, size: 4, runs: 12),
      rank: 1,
      verdict: ["page-overlap"]
    ) { $0[$1].items { $0 = [3, 5, 6, 7] } },
    // https://github.com/cgwire/zou/issues/813: equal times; some entities come twice.
    BrokenPage(
      name: "zou 813",
      listing: MadeListing(style: .page, total: 12, size: 4),
      rank: 2,
      verdict: ["page-duplicate-item"]
    ) { $0[$1].items { $0[1] = 6 } },
    // https://github.com/oasisprotocol/nexus/issues/489: 53 in all, 23 from the 30th on.
    BrokenPage(
      name: "nexus 489",
      listing: MadeListing(style: .offset, total: 53, size: 1),
      rank: 30,
      verdict: ["page-total-changed"]
    ) { pages, rank in
      pages = [pages[0], pages[rank]]
      pages[1].set(.total, 23)
    },
    // https://github.com/BookStackApp/BookStack/issues/2043: one of 19 books, and total 0.
    BrokenPage(
      name: "BookStack 2043",
      listing: MadeListing(style: .offset, total: 19, size: 1),
      rank: 1,
      verdict: ["page-total-wrong"]
    ) { pages, rank in
      pages = [pages[rank]]
      pages[0].set(.total, 0)
    },
    // https://github.com/oceanprotocol/aquarius/issues/299: 43 results, and the 43rd is on no
    // page.
    BrokenPage(
      name: "aquarius 299",
      listing: MadeListing(style: .page, total: 43, size: 21),
      rank: 2,
      verdict: ["page-total-wrong"]
    ) { $0[$1].items { $0 = [] } },
    // https://github.com/twentyhq/twenty/issues/24333: the cursors end long before the rows do.
    BrokenPage(
      name: "twenty 24333",
      listing: MadeListing(style: .cursor, total: 95, size: 10),
      rank: 2,
      verdict: ["cursor-missing"]
    ) { pages, rank in
      pages = Array(pages.prefix(rank + 1))
      pages[rank].members[.nextCursor] = nil
    },
    // https://github.com/Wave-RF/WaveHouse/issues/401: rows that tie with the last one of a page
    // are skipped; the listing ends early, and nothing but the total tells.
    BrokenPage(
      name: "WaveHouse 401",
      listing: MadeListing(style: .cursor, total: 14, size: 5),
      rank: 1,
      verdict: ["page-total-wrong"]
    ) { pages, rank in
      pages[rank].items { $0 = [7, 8, 9, 10, 11] }
      pages[2].items { $0 = [13, 14] }
    },
    // https://github.com/fleetdm/fleet/issues/34105: every further page holds the same hosts.
    BrokenPage(
      name: "fleet 34105",
      listing: MadeListing(style: .page, total: 8, size: 4),
      rank: 1,
      verdict: ["page-duplicate-item"]
    ) { $0[$1].items { $0 = [1, 2, 3, 4] } },
  ]

  @Test(arguments: bugs)
  func `finds the single cause`(bug: BrokenPage) throws {
    #expect(try bug.listing.verdicts(bug.pages) == bug.verdict)
  }

  @Test func `names the missing tie-breaker`() throws {
    let bug = Self.bugs[0]
    let finding = try #require(try bug.listing.judge(bug.pages).first?.findings.first)

    #expect(
      finding.message
        == "no item of a listing stands twice in it, an item stands on both sides of a seam between "
        + "pages inside a run of equal sort keys: missing tie-breaker, sort by a unique key last"
    )
    #expect(finding.kind == "missing tie-breaker")
    #expect(finding.pointer == "/job/2")
    #expect(finding.field == "/job/*")
    #expect(finding.range == 600..<601)
  }
}
