import PlumbModel
import Testing

@testable import PlumbChecking

@Suite struct BrokenPagesTests {
  private static let all = [0, 2, 4]
  private static let filtered = MadeListing(filters: "job_family=11&sort=code")

  static let windows: [BrokenPage] =
    BrokenPage.on(all, "an item is lost", "page-count") { $0.items { $0.remove(at: 3) } }
    + BrokenPage.on(all, "all items are lost", "page-count") { $0.items { $0 = [] } }
    + BrokenPage.on(all, "a strange item", "page-count") {
      $0.items { $0.append(PageExtract.stranger) }
    }
    + BrokenPage.on(all, "end too low", "page-end-wrong") { $0.add(.end, -1) }
    + BrokenPage.on([0, 2], "end too high", "page-end-wrong") { $0.add(.end, 1) }
    + BrokenPage.on([4], "end not cut to the total", "page-bounds") { $0.set(.end, 100) }
    + BrokenPage.on(all, "end counted from 0, next made from it", "page-end-wrong") { page in
      guard let end = page.integer(.end) else { return }
      page.set(.end, end - 1)
      if page.text(.next) != nil {
        page.set(.next, MadeListing.origin + "?start=\(end)&end=\(end + 19)")
      }
    }
    + BrokenPage.on([0], "start counted from 0", "page-bounds") { $0.set(.start, 0) }
    + BrokenPage.on([2, 4], "start counted from 0", "page-window") { $0.add(.start, -1) }
    + BrokenPage.on([0, 2], "half a page", "page-window") { page in
      page.items { $0.removeLast(10) }
      page.add(.end, -10)
    }
    + BrokenPage.on([2, 4], "begins one too early", "page-window") { page in
      page.add(.start, -1)
      page.add(.end, -1)
      page.items { $0 = $0.map { $0 - 1 } }
    }
    + BrokenPage.on([2], "begins one too late", "page-gap") { page in
      page.add(.start, 1)
      page.add(.end, 1)
      page.items { $0 = $0.map { $0 + 1 } }
    }
    + BrokenPage.on(all, "another total", "page-total-changed") { $0.add(.total, 3) }
    + BrokenPage.on(
      [2],
      "another total, and the end of the listing made from it",
      "page-total-changed"
    ) { page in
      page.set(.total, 60)
      page.set(.next, nil)
    }
    + BrokenPage.on([0, 2], "the items of the page", "page-total-changed") { $0.set(.total, 20) }
    + BrokenPage.on([0, 2, 3], "no next", "next-missing") { $0.set(.next, nil) }
    + BrokenPage.on([4], "a next", "next-unexpected") {
      $0.set(.next, MadeListing.origin + "?start=101&end=120")
    }
    + BrokenPage.on([0, 2, 3], "next one too late", "next-window") { page in
      guard let end = page.integer(.end) else { return }
      page.set(.next, MadeListing.origin + "?start=\(end + 2)&end=\(end + 21)")
    }
    + BrokenPage.on([0, 2, 3], "next of another size", "next-window") { page in
      guard let end = page.integer(.end) else { return }
      page.set(.next, MadeListing.origin + "?start=\(end + 1)&end=\(end + 10)")
    }
    + BrokenPage.on([0, 2], "next without a window", "next-loop") {
      $0.set(.next, MadeListing.origin)
    }
    + BrokenPage.on([0, 2, 3], "next leads to itself", "next-loop") { $0.set(.next, $0.url) }
    + BrokenPage.on([0, 2], "next at another host", "next-host") {
      $0.replace(.next, "api.example.org", "10.0.0.7:8080")
    }
    + BrokenPage.on([0, 2], "next without TLS", "next-host") { $0.replace(.next, "https", "http") }
    + BrokenPage.on([0, 2], "next of another path", "next-parameters") {
      $0.replace(.next, "/7?", "/8?")
    }
    + BrokenPage.on([0, 2], "next drops a filter", "next-parameters", filtered) {
      $0.replace(.next, "job_family=11&", "")
    }
    + BrokenPage.on([0, 2], "next changes the sort", "next-parameters", filtered) {
      $0.replace(.next, "sort=code", "sort=title")
    }
    + BrokenPage.on([2, 4], "no prev", "prev-missing") { $0.set(.prev, nil) }
    + BrokenPage.on([0], "a prev", "prev-unexpected") {
      $0.set(.prev, MadeListing.origin + "?start=1&end=20")
    }
    + BrokenPage.on([2, 4], "prev too early", "prev-window") { page in
      guard let start = page.integer(.start) else { return }
      page.set(.prev, MadeListing.origin + "?start=\(start - 21)&end=\(start - 2)")
    }
    + BrokenPage.on([2, 4], "prev leads to itself", "prev-loop") { $0.set(.prev, $0.url) }
    + BrokenPage.on([2, 4], "prev at another host", "prev-host") {
      $0.replace(.prev, "api.example.org", "localhost")
    }
    + BrokenPage.on([2, 4], "prev drops a filter", "prev-parameters", filtered) {
      $0.replace(.prev, "job_family=11&", "")
    }

  static let items: [BrokenPage] = [MadeListing.Style.window, .offset, .page, .cursor, .link]
    .flatMap {
      style in
      let listing = MadeListing(style: style)
      return BrokenPage.on(all, "an item instead of another", "page-duplicate-item", listing) {
        $0.items { $0[9] = $0[4] }
      }
        + BrokenPage.on([0, 2], "an item again", "page-duplicate-item", listing) {
          $0.items { $0.append($0[4]) }
        }
        + BrokenPage.on([2, 4], "an item of the first page", "page-duplicate-item", listing) {
          $0.items { $0[9] = 5 }
        }
        + BrokenPage.on([1, 2, 4], "the last item of the page before", "page-overlap", listing) {
          $0.items { $0[0] -= 1 }
        }
        + BrokenPage.on([1, 2, 4], "two items of the page before", "page-overlap", listing) {
          $0.items { items in
            items.insert(items[0] - 2, at: 0)
            items.insert(items[1] - 1, at: 1)
            items.removeLast(2)
          }
        }
    }

  static let others: [BrokenPage] =
    [MadeListing.Style.offset, .page].flatMap { style in
      let listing = MadeListing(style: style)
      return BrokenPage.on([0, 2], "an item is lost", "page-count", listing) {
        $0.items { $0.removeLast() }
      }
        + BrokenPage.on([4], "the last item is lost", "page-total-wrong", listing) {
          $0.items { $0.removeLast() }
        }
        + BrokenPage.on(all, "another total", "page-total-changed", listing) { page in
          page.add(.total, 1)
        }
    }
    + BrokenPage.on(all, "another number of pages", "page-total-wrong", MadeListing(style: .page)) {
      $0.add(.pages, 1)
    }
    + BrokenPage.on([0, 2], "an item is lost", "page-count", MadeListing(style: .cursor)) {
      $0.items { $0.removeLast() }
    }
    + BrokenPage.on([4], "the last item is lost", "page-total-wrong", MadeListing(style: .cursor)) {
      $0.items { $0.removeLast() }
    }
    + BrokenPage.on(all, "another total", "page-total-changed", MadeListing(style: .cursor)) {
      $0.add(.total, 1)
    }
    + BrokenPage.on([0, 2, 3], "no cursor", "cursor-missing", MadeListing(style: .cursor)) {
      $0.members[.nextCursor] = nil
    }
    + BrokenPage.on([4], "a cursor", "cursor-unexpected", MadeListing(style: .cursor)) {
      $0.set(.nextCursor, "c96")
    }
    + BrokenPage.on(
      [0, 2, 4],
      "a cursor to the second page",
      "cursor-loop",
      MadeListing(style: .cursor)
    ) {
      $0.set(.nextCursor, $0.text(.currentCursor) == nil ? "" : "c21")
    }.filter { $0.rank > 0 }
    + BrokenPage.on([2, 4], "a cursor to itself", "cursor-loop", MadeListing(style: .cursor)) {
      $0.set(.nextCursor, $0.text(.currentCursor) ?? "")
    }
    + BrokenPage.on([2, 4], "another cursor", "cursor-mismatch", MadeListing(style: .cursor)) {
      $0.set(.currentCursor, "c1")
    }
    + BrokenPage.on([1], "a cursor past a page", "page-gap", MadeListing(style: .cursor)) {
      $0.set(.nextCursor, "c61")
    }
    + BrokenPage.link([0, 2], "next at another host", "next-host", "https://api", "https://www")
    + BrokenPage.link([0, 2], "no next", "next-missing", "rel=\"next\"", "rel=\"last\"")
    + BrokenPage.link([2, 4], "no prev", "prev-missing", "rel=prev", "rel=first")
    + BrokenPage.link([0, 2], "no links at all", "next-missing", "<", "")
    + BrokenPage.link([2], "next leads to itself", "next-loop", "after=60", "after=40")
    + BrokenPage.link([3], "next leads to the second page", "next-loop", "after=80", "after=20")
    + BrokenPage.link([2], "prev leads to itself", "prev-loop", "after=20", "after=40")
    + BrokenPage.link([3], "prev too early", "prev-window", "after=40", "after=20")

  static let breaks = windows + items + others

  @Test(arguments: breaks)
  func `finds one cause of one break`(broken: BrokenPage) throws {
    #expect(try broken.listing.verdicts(broken.pages) == broken.verdict)
    #expect(try broken.listing.verdicts(broken.pages.reversed()) == broken.verdict)
  }

  @Test func `has a break for every rule of the family`() {
    let broken = Set(
      (Self.breaks + BrokenListingsTests.wholes).flatMap(\.verdict).map {
        String($0.prefix { $0 != ":" })
      }
    )
    let family = Set(RuleCatalogue.all.filter { $0.family == .pages }.map(\.id))

    #expect(family.subtracting(broken) == [])
  }
}
