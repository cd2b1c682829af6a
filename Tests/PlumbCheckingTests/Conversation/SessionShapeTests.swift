import PlumbChecking
import PlumbModel
import StandIn
import TestSupport
import Testing

/// Sessions of an unbroken server in every shape that recordings take: nothing is found in them.
@Suite struct SessionShapeTests {
  private static let listings: [ProofListing] = [
    .titles, .family, .zones, .search, .group, .books, .trails, .longTrails, .birds,
  ]

  private static func onet(_ path: String) -> Exchange.Request {
    Exchange.Request(
      url: "https://api-v2.onetcenter.org/online/\(path)",
      fields: [HTTPField(name: "X-API-Key", value: "k")]
    )
  }

  private static func lines(_ exchanges: [Exchange]) throws -> [String] {
    try Proof.report(on: exchanges).findings.map { "\($0.rule): \($0.message)" }
  }

  @Test(arguments: listings.indices)
  func `finds nothing in any choice of pages`(index: Int) throws {
    let pages = Self.listings[index].pages.map(Proof.clean)

    for choice in 1..<(1 << pages.count) {
      var some = pages.indices.filter { choice & (1 << $0) != 0 }.map { pages[$0] }
      if choice.nonzeroBitCount == 2 { some.reverse() }
      #expect(try Self.lines(some) == [], "\(Self.listings[index].name) \(choice)")
    }
  }

  @Test func `finds nothing in several listings that are mixed, in any order`() throws {
    var random = SplitMix64(seed: 3)
    let all = Self.listings.flatMap { $0.pages.map(Proof.clean) }

    for _ in 0..<4 {
      var left = all
      var mixed: [Exchange] = []
      while !left.isEmpty { mixed.append(left.remove(at: random.below(left.count))) }
      #expect(try Self.lines(mixed) == [])
    }
  }

  @Test(arguments: [
    ["start=1&end=20", "start=11&end=30", "start=21&end=40"],
    ["start=1&end=1", "start=2&end=2", "start=3&end=3"], ["start=1&end=2000"],
    ["start=1&end=2001"], ["start=84&end=84", "start=84"], ["start=85&end=104"],
    ["start=85", "start=65"], ["start=2000&end=3999"], ["start=0"], ["start=5&end=4"],
    ["", "start=1", "end=20", "start=1&end=20"], ["start=01&end=020"],
    ["end=20&start=1", "start=1&end=20"], ["start=1&end=20&", "start=1&end=20"],
    ["start=1&end=10", "start=1&end=20", "start=1&end=40", "start=11&end=84"],
    ["unknown=1", "start=21&unknown=1"],
  ])
  func `finds nothing in windows that overlap, end early, or lie past the end`(
    windows: [String]
  ) throws {
    for listing in ["stem_occupations/2?sort=title", "stem_occupations/2?job_family=15-0000"] {
      let requests = windows.map { Self.onet($0.isEmpty ? listing : "\(listing)&\($0)") }
      let lines = try Self.lines(requests.map(Proof.clean))
        .filter { !$0.hasPrefix("status-for-bad-request: the parameter `unknown`") }

      #expect(lines == [])
    }
  }

  @Test func `keeps sessions apart`() throws {
    let low = try #require(Fault("pages/total-low", at: Fault.Target(url: "stem_occupations/2")))
    var other = Proof.standIn
    other.faults = [low]
    let pages = ProofListing.titles.pages
    let first = pages.prefix(3).map(Proof.clean)
    let second = pages.prefix(3)
      .map { Exchange(request: $0, response: other.respond(to: $0)) }

    // What one session says of a listing is no promise for another time.
    let apart = try Proof.report(on: [(first, "2025"), (second, "2026")])
    let together = try Proof.report(on: [(first + second, "2025")])

    #expect(apart.findings == [])
    #expect(apart.summary.chains == 2)
    #expect(!together.findings.isEmpty)
  }
}
