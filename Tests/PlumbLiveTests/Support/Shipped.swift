import PlumbLive
import PlumbModel
import PlumbNotation
import StandIn
import TestSupport
import Testing

/// The shipped contracts of what the stand-in serves, and what is asked with them.
struct Shipped {
  let api: API
  let contracts: [Contract]
  let site: Site

  /// Loads an API's contracts.
  init(_ id: String = "onet", base: String? = nil) throws {
    let library = try ContractFolder.load(Repository.path("contracts"))
    var api = try #require(library.api(id))
    // Links of the stand-in lead to services that it does not serve.
    api.isComplete = false
    self.api = api
    let served = ["job_duties", "stem_occupations", "occupations"]
    contracts = library.contracts(of: id).filter { contract in
      served.contains(String(contract.id.prefix { $0 != "." }))
    }
    site = try #require(Site(api, base: base))
  }

  /// A server that keeps every promise; making its world takes longer than asking it.
  static let standIn = StandIn()

  /// The plan of some of the operations.
  func plan(of operations: String...) -> WalkPlan {
    WalkPlan(contracts.filter { operations.contains($0.id) }, at: site)
  }

  /// A keyring with every key of the API.
  var keyring: Keyring {
    Keyring(for: api, given: []) { "secret-\($0)" }
  }

  /// A courier that waits for nothing.
  func courier(
    _ transport: any Transport,
    _ clock: TestClock = TestClock(),
    retries: Retries? = nil,
    allowsWrites: Bool = false
  ) -> Courier {
    Courier(
      transport: transport,
      site: site,
      keyring: keyring,
      pace: api.pace,
      retries: retries,
      time: clock.time,
      allowsWrites: allowsWrites
    )
  }

  /// A walk through the plan of the contracts, or another.
  func walk(
    _ transport: any Transport,
    plan: WalkPlan? = nil,
    clock: TestClock = TestClock(),
    options: Walk.Options = Walk.Options(),
    stop: StopSignal = StopSignal()
  ) -> Walk {
    Walk(
      plan: plan ?? WalkPlan(contracts, at: site),
      contracts: contracts,
      site: site,
      courier: courier(transport, clock),
      options: options,
      stop: stop
    )
  }
}
