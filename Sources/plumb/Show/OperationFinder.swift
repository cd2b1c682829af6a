import PlumbModel
import PlumbNotation
import PlumbText

/// Finds the operation that a request belongs to.
struct OperationFinder {
  private let apis: [API]
  private let contracts: [Contract]

  /// Looks among the contracts of a library.
  init(_ library: ContractLibrary) {
    self.init(apis: library.apis, contracts: library.contracts)
  }

  /// Looks among some contracts.
  init(apis: [API], contracts: [Contract]) {
    self.apis = apis
    self.contracts = contracts
  }

  /// A contract that a request belongs to.
  struct Match {
    /// The contract.
    var contract: Contract
    /// The values of the path's parameters, in order.
    var pathValues: [String]
  }

  /// Returns the contract of a request; where several fit, the one that says most in plain text.
  func contract(of request: Exchange.Request) -> Contract? { match(request)?.contract }

  /// Returns the contract of a request, with what stands in the path for its parameters.
  func match(_ request: Exchange.Request) -> Match? {
    guard let url = URLReference(request.url) else { return nil }
    let fitting = contracts.compactMap { contract -> Match? in
      guard contract.method == request.method,
        let api = apis.first(where: { $0.id == contract.api }),
        let path = path(of: url, below: api), let values = contract.path.match(path)
      else { return nil }
      return Match(
        contract: contract,
        pathValues: contract.path.parameterNames.compactMap { values[$0] }
      )
    }
    return fitting.min { $0.pathValues.count < $1.pathValues.count }
  }

  /// The path below the API's server; `nil` when the address leads elsewhere.
  private func path(of url: URLReference, below api: API) -> String? {
    guard let server = URLReference(api.server), let host = url.host else { return nil }
    let isOurs = host == server.host || api.hosts.contains { HostPattern($0).matches(host) }
    guard isOurs, url.path.hasPrefix(server.path) else { return nil }
    return String(url.path.dropFirst(server.path.count))
  }
}
