import PlumbChecking
import PlumbModel
import StandIn
import Testing

/// Causes absorb their symptoms within one listing: a fault in another one stays a finding.
@Suite struct ChainCausesTests {
  /// A fault in a listing, as the proof puts it there.
  struct Put: Sendable {
    var fault: String
    var listing: ProofListing
    var place: ProofPlace
    var pointer = ""

    var example: ProofCase { ProofCase(fault, listing, place, "", at: pointer) }
  }

  /// Faults in one session, and what is found.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var puts: [Put]
    var rules: [String]
    var symptoms: [[String]]

    init(_ name: String, _ puts: [Put], _ found: (String, [String])...) {
      self.name = name
      self.puts = puts
      rules = found.map(\.0)
      symptoms = found.map(\.1)
    }

    var testDescription: String { name }
  }

  private static let family = Put(fault: "listing/repeated", listing: .family, place: .seam)

  static let cases: [Case] = [
    Case("an overlap alone", [family], ("page-overlap", [])),
    Case(
      "an overlap in one listing, a broken order in another",
      [family, Put(fault: "order/moved", listing: .titles, place: .middle)],
      ("order-broken", []),
      ("page-overlap", [])
    ),
    Case(
      "an overlap in one listing, an item out of order on another page of it",
      [
        Put(fault: "listing/repeated", listing: .all, place: .seam),
        Put(fault: "order/moved", listing: .all, place: .last),
      ],
      ("order-broken", []),
      ("page-overlap", ["law:stem_occupations.in_type.listed-in-all"])
    ),
    Case(
      "an item again in the place of another, which is therefore out of order",
      [Put(fault: "listing/repeated-far", listing: .titles, place: .middle)],
      ("page-duplicate-item", ["order-broken"])
    ),
    Case(
      "an item again in one listing, an order reversed in another",
      [
        Put(fault: "listing/repeated-far", listing: .titles, place: .middle),
        Put(fault: "order/reversed", listing: .all, place: .whole),
      ],
      ("order-reversed", []),
      ("page-duplicate-item", ["order-broken"])
    ),
    Case(
      "another default in one listing, an overlap in another",
      [Put(fault: "defaults/other-sort", listing: .standard, place: .only), family],
      ("default-differs", []),
      ("page-overlap", [])
    ),
    Case(
      "a total that changes in one listing, and one that is wrong in another",
      [
        Put(fault: "cursor/total-high", listing: .jobs, place: .middle),
        Put(fault: "cursor/total-low", listing: .group, place: .whole),
      ],
      ("page-total-changed", []),
      ("page-total-wrong", [])
    ),
    Case(
      "a total of the wrong kind in one listing, and one that is wrong in another",
      [
        Put(fault: "fields/stringified", listing: .group, place: .middle, pointer: "/totalCount"),
        Put(fault: "cursor/total-high", listing: .jobs, place: .whole),
      ],
      ("field-stringified", []),
      ("page-total-wrong", [])
    ),
    Case(
      "a filter without effect on a page, an overlap on others",
      [
        Put(fault: "laws/other-family", listing: .family, place: .first, pointer: "/occupation/1"),
        Put(fault: "listing/repeated", listing: .family, place: .last),
      ],
      ("law:stem_occupations.in_type.family-filter", []),
      ("page-duplicate-item", [])
    ),
    Case(
      "an item again, and with it another missing from what others are held against",
      [Put(fault: "listing/repeated", listing: .all, place: .middle)],
      ("page-duplicate-item", ["law:stem_occupations.in_type.listed-in-all"])
    ),
  ]

  @Test(arguments: cases)
  func `finds each fault by itself, with its symptoms`(example: Case) throws {
    let findings = try Proof.report(on: exchanges(example)).findings
      .sorted { $0.rule < $1.rule }

    #expect(findings.map(\.rule) == example.rules)
    #expect(
      findings.map { Set($0.symptoms.map(\.rule)).sorted() } == example.symptoms,
      "\(findings.map(\.symptoms))"
    )
  }

  /// What the listing of all types holds, type by type.
  private static let ofTypes = (1...5).map { type in
    Proof.clean(
      Exchange.Request(
        url: "https://api-v2.onetcenter.org/online/stem_occupations/\(type)?start=1&end=2000",
        fields: [HTTPField(name: "X-API-Key", value: "k")]
      )
    )
  }

  /// The exchanges of all listings, each with its faults.
  private func exchanges(_ example: Case) throws -> [Exchange] {
    var standIn = Proof.standIn
    for put in example.puts { standIn.faults += try put.example.standIn().faults }
    var known: Set<String> = []
    let all = example.puts.flatMap(\.listing.exchanges) + Self.ofTypes
    return all.filter { known.insert($0.request.url).inserted }
      .map { Exchange(request: $0.request, response: standIn.respond(to: $0.request)) }
  }
}
