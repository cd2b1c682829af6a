import Foundation
import PlumbChecking
import PlumbModel
import PlumbNotation
import PlumbText
import StandIn

/// What the rows of the proof have in common.
enum Proof {
  /// The families of faults whose rules are connected: only their rows are run and written down.
  ///
  /// Those that look across exchanges are `pages`, `cursor`, `listing`, `order`, `links`, `laws`
  /// and `defaults`.
  static let connected: Set<String> = [
    "body", "http", "fields", "pages", "cursor", "listing", "order", "links", "laws", "defaults",
    "counts", "link-field",
  ]

  /// The stand-in without faults.
  static let standIn = StandIn()

  /// Tests/PlumbCheckingTests/Support/Proof.swift is four steps below the root.
  static let root =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  /// The rows that are run.
  static var cases: [ProofCase] { ProofTable.all.filter { connected.contains($0.family) } }

  /// An exchange with the stand-in without faults.
  static func clean(_ request: Exchange.Request) -> Exchange {
    Exchange(request: request, response: standIn.respond(to: request))
  }

  /// The report on exchanges under the shipped contracts, and those of the small APIs.
  static func report(on exchanges: [Exchange]) throws -> Report {
    let library = try library.get()
    return try Checks.report(on: exchanges, apis: library.apis, contracts: library.contracts)
  }

  /// The report on exchanges of several sessions, with their names.
  static func report(on sessions: [(exchanges: [Exchange], name: String)]) throws -> Report {
    let library = try library.get()
    return try Checks.report(on: sessions, apis: library.apis, contracts: library.contracts)
  }

  /// The shipped contracts of what the stand-ins serve, and of where its links lead.
  ///
  /// Those of all services would be compiled anew for each of thousands of cases.
  static let shipped = Result {
    let library = try ContractFolder.load("\(root)/contracts")
    let served = ["job_duties", "stem_occupations", "occupations"]
    let contracts = library.contracts.filter { contract in
      served.contains(String(contract.id.prefix { $0 != "." }))
        || contract.path.text == "/online/occupations/{code}/"
    }
    return ContractLibrary(apis: library.apis, contracts: contracts)
  }

  /// The contracts of all stand-ins.
  static let library = Result {
    let shipped = try Self.shipped.get()
    let small = try ContractFolder.load("\(root)/Tests/Samples/dialects")
    return ContractLibrary(
      apis: shipped.apis + small.apis,
      contracts: shipped.contracts + small.contracts
    )
  }
}
