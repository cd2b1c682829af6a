import Testing

@testable import PlumbChecking

@Suite struct PageFindingTests {
  private func only(_ listing: MadeListing = MadeListing(), _ edit: (inout [PageExtract]) -> Void)
    throws -> ConversationFinding
  {
    var pages = listing.pages()
    edit(&pages)
    let findings = try listing.judge(pages).flatMap(\.findings)
    try #require(findings.count == 1)
    return findings[0]
  }

  @Test func `says what is promised, what is found, and where`() throws {
    let finding = try only { $0[1].add(.end, -1) }

    #expect(finding.message == "the page 21 to 40 ends at 40 of 95, `end` says 39")
    #expect(finding.page == 1)
    #expect(finding.pointer == "/end")
    #expect(finding.field == "/end")
    #expect(finding.range == 120..<124)
    #expect(finding.symptoms == [])
  }

  @Test func `lists what a wrong end brought with it`() throws {
    let finding = try only { pages in
      pages[1].set(.end, 39)
      pages[1].set(.next, MadeListing.origin + "?start=40&end=59")
    }

    #expect(
      finding.symptoms == [
        .init(
          rule: .nextWindow,
          field: "/next",
          message: "`next` must ask for 41 to 60, it is "
            + "\"https://api.example.org/v2/jobs/7?start=40&end=59\""
        )
      ]
    )
  }

  @Test func `takes doubled items of a shifted page as its symptom`() throws {
    let finding = try only { pages in
      pages[1].add(.start, -1)
      pages[1].add(.end, -1)
      pages[1].items { $0 = $0.map { $0 - 1 } }
    }

    #expect(finding.rule == .pageWindow)
    #expect(finding.message == "the request asks for 21 to 40, the answer is 20 to 39")
    #expect(finding.symptoms.map(\.rule) == [.pageOverlap])
  }

  @Test func `takes a number of items as the symptom of a doubled one`() throws {
    let finding = try only { $0[1].items { $0.append($0[3]) } }

    #expect(finding.rule == .pageDuplicateItem)
    #expect(finding.pointer == "/job/20")
    #expect(finding.symptoms.map(\.rule) == [.pageCount])
  }

  @Test func `says once that the total changed, and that the data may have`() throws {
    let finding = try only { pages in
      pages[3].set(.total, 96)
      pages[4].set(.total, 97)
    }

    #expect(finding.page == 3)
    #expect(
      finding.message
        == "every page of a listing must say the same total, this one says 96, others 95, "
        + "and 1 page more say neither, or the data changed while paging"
    )
  }

  @Test func `says how a link changes the request`() throws {
    let listing = MadeListing(filters: "job_family=11&sort=code")
    let finding = try only(listing) { $0[0].replace(.next, "sort=code", "sort=title") }

    #expect(
      finding.message == "`next` must keep the request's path, filters and sort, it drops \"sort\""
    )
  }

  @Test func `finds two breaks on two pages`() throws {
    let listing = MadeListing()
    var pages = listing.pages()
    pages[1].add(.end, -1)
    pages[3].set(.prev, nil)

    #expect(try listing.verdicts(pages) == ["page-end-wrong", "prev-missing"])
  }
}
