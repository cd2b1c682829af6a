import PlumbModel
import PlumbText
import StandIn
import Testing

/// The faults themselves: each does what its name says, there and nowhere else.
@Suite struct FaultTests {
  @Test(arguments: ProofTable.all.indices)
  func `changes the exchanges that it is put into and no other`(index: Int) throws {
    let example = ProofTable.all[index]
    let standIn = try example.standIn()

    // The other exchanges are asked for once for each fault.
    let isFirst = index == ProofTable.all.firstIndex { $0.fault == example.fault }
    let asked = example.listing.exchanges.filter { exchange in
      isFirst || example.targets.contains(exchange.request.url)
    }

    let changed = asked.filter { exchange in
      standIn.respond(to: exchange.request) != exchange.response
    }
    .map(\.request.url)

    let isOfListing = example.targets.count > 1
    #expect(!changed.isEmpty, "\(example.testDescription)")
    #expect(
      isOfListing
        ? Set(changed).isSubset(of: example.targets) : changed == example.targets,
      "\(example.testDescription)"
    )
  }

  /// A fault on a page, and the values that it changes there.
  struct Change: Sendable, CustomTestStringConvertible {
    var fault: String
    var listing: ProofListing
    var place: ProofPlace
    var pointer: String
    var changes: [String]

    init(
      _ fault: String,
      _ place: ProofPlace,
      of listing: ProofListing = .titles,
      at pointer: String = "",
      _ changes: String...
    ) {
      self.fault = fault
      self.listing = listing
      self.place = place
      self.pointer = pointer
      self.changes = changes
    }

    var testDescription: String { "\(fault), \(place.rawValue) of \(listing.name)" }
  }

  @Test(arguments: ProofFaultTables.pages + ProofFaultTables.links + ProofFaultTables.values)
  func `changes the values that its name says`(change: Change) throws {
    let page = try #require(change.listing.pages(at: change.place).first)
    let example = ProofCase(change.fault, change.listing, change.place, "", at: change.pointer)

    let response = try example.standIn().respond(to: page)

    let changes = try ProofChanges.between(Proof.clean(page).response, response)
    #expect(changes == change.changes)
  }

  /// A fault of a listing, and the items that its pages then have, by their places without it.
  struct Cut: Sendable, CustomTestStringConvertible {
    var fault: String
    var place: ProofPlace
    var pages: [[Int]]
    var windows: [String]

    var testDescription: String { "\(fault), \(place.rawValue)" }
  }

  @Test(arguments: ProofFaultTables.cuts)
  func `shows the items that its name says`(cut: Cut) throws {
    let listing = ProofListing.family
    let right = try listing.pages.flatMap { try ProofChanges.codes(of: Proof.clean($0).response) }
    let standIn = try ProofCase(cut.fault, listing, cut.place, "").standIn()

    let responses = listing.pages.map(standIn.respond)

    let places = try responses.map { response in
      try ProofChanges.codes(of: response).compactMap { right.firstIndex(of: $0) }
    }
    #expect(places == cut.pages)
    #expect(try responses.map(ProofChanges.window) == cut.windows)
  }

  @Test(arguments: ["order/byte-order", "order/other-key", "order/other-reading"])
  func `keeps all items where only the order is another`(fault: String) throws {
    let listing: ProofListing = fault == "order/other-reading" ? .types : .titles
    let standIn = try ProofCase(fault, listing, .whole, "").standIn()

    let right = try listing.pages.flatMap { try ProofChanges.codes(of: Proof.clean($0).response) }
    let wrong = try listing.pages.flatMap { try ProofChanges.codes(of: standIn.respond(to: $0)) }

    #expect(right != wrong)
    #expect(right.sorted() == wrong.sorted())
    #expect(right.count == listing.count)
  }

  @Test func `skips and repeats items by cursor as by window`() throws {
    let listing = ProofListing.group
    let pages = { (standIn: StandIn) in
      try listing.pages.map { try ProofChanges.codes(of: standIn.respond(to: $0)) }
    }
    let right = try pages(Proof.standIn)
    let all = right.flatMap(\.self)

    let gap = try pages(ProofCase("listing/gap", listing, .seam, "").standIn())
    let repeated = try pages(ProofCase("listing/repeated", listing, .seam, "").standIn())
    let far = try pages(ProofCase("listing/repeated-far", listing, .middle, "").standIn())

    #expect(right.map(\.count) == [20, 20, 11])
    #expect(gap.flatMap(\.self) == all.filter { $0 != all[19] })
    #expect(gap.map(\.count) == [20, 20, 10])
    #expect(repeated.flatMap(\.self) == Array(all[...19]) + Array(all[19..<50]))
    #expect(far.flatMap(\.self) == Array(all[..<23]) + [all[0]] + Array(all[23..<50]))
  }

  @Test func `holds no more than 790 jobs, and says so`() throws {
    let listing = ProofListing.jobs
    let standIn = try ProofCase("listing/few", listing, .whole, "").standIn()

    let bodies = try listing.pages.map { try JSONDocument(standIn.respond(to: $0).body).root }

    #expect(bodies.map { $0["data"]?.elements?.count } == [300, 300, 190])
    #expect(bodies.map { $0["totalCount"]?.integer } == [790, 790, 790])
    #expect(bodies.map { $0["nextCursor"] == nil } == [false, false, true])
  }
}
