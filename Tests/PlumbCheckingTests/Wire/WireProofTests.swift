import Foundation
import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbNotation
import PlumbServing
import Testing

/// The proof once more, with its listings walked over a real connection.
@Suite struct WireProofTests {
  /// Whether a walk can meet the row as the proof means it; ``WireDifference/birds`` says why not.
  private static func isMet(_ row: ProofCase) -> Bool {
    guard row.listing.name.hasPrefix("birds") else { return true }
    return !["listing", "order"].contains(row.family) && row.fault != "link-field/next-missing"
  }

  /// One row for each fault; all with `PLUMB_WIRE_ROWS=all`, which takes some minutes.
  private static var rows: [ProofCase] {
    let all = Proof.cases.filter(isMet)
    guard ProcessInfo.processInfo.environment["PLUMB_WIRE_ROWS"] != "all" else { return all }
    var known: Set<String> = []
    return all.reversed().filter { known.insert($0.fault).inserted }
  }

  @Test func `finds each fault over the wire`() async throws {
    let cases = Self.rows
    let server = HTTPServer(responder: WireResponder(cases: cases))
    let port = try await server.start()
    let transport = HTTPTransport()
    for (index, row) in cases.enumerated() {
      let wire = WireTransport(
        transport: transport,
        server: "http://127.0.0.1:\(port)",
        index: index
      )
      let walked = try await walk(row, by: wire)
      let found = try Proof.report(on: walked + row.listing.others).findings.map(\.rule)

      let difference = WireDifference.all.first { $0.row == row.testDescription }
      let expected = difference?.found ?? [row.rule]
      #expect(found == expected, "\(row.testDescription): \(walked.map(\.request.url))")
    }
    await transport.shutdown()
    await server.stop()
  }

  /// Asks for a listing's first page and everything behind it.
  private func walk(_ row: ProofCase, by transport: WireTransport) async throws -> [Exchange] {
    let library = try Proof.library.get()
    let first = try #require(row.listing.pages.first)
    let api = try #require(library.apis.first { first.url.hasPrefix($0.server) })
    let site = try #require(Site(api))
    let contracts = library.contracts(of: api.id)
    let courier = Courier(
      transport: transport,
      site: site,
      keyring: Keyring(
        entries: first.fields.map { Keyring.Entry(field: $0, name: $0.name) }
      ),
      time: .system()
    )
    let plan = try WalkPlan(try Tour("\(first.method) \(first.url) ..."), contracts, at: site)
    let basket = WireBasket()
    let walk = Walk(plan: plan, contracts: contracts, site: site, courier: courier)
    _ = try await walk.run(basket)
    return await basket.exchanges
  }
}

/// Keeps what a walk meets.
private actor WireBasket: WalkKeeper {
  private(set) var exchanges: [Exchange] = []

  func recorded(
    _ request: Exchange.Request,
    operation: String?,
    number: Int
  ) async throws -> Exchange? { nil }

  func overflow(operation: String?) -> (any BodyOverflow)? { nil }

  func body(of step: Walk.Step) -> [UInt8]? { nil }

  func take(_ step: Walk.Step) async throws { exchanges.append(step.exchange) }

  func forget(stop: Int) async throws { exchanges = [] }

  func finish(stop: Int) async throws {}

  func remark(_ remark: Walk.Remark) async {}
}

extension ProofListing {
  /// The exchanges of the session that do not belong to the listing.
  fileprivate var others: [Exchange] { Array(exchanges.dropFirst(pages.count)) }
}
