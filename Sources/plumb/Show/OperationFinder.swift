import PlumbModel
import PlumbNotation
import PlumbText

/// Finds the operation that a request belongs to.
struct OperationFinder {
  private let library: ContractLibrary

  /// Looks among the contracts of a library.
  init(_ library: ContractLibrary) {
    self.library = library
  }

  /// Returns the contract of a request; where several fit, the one that says most in plain text.
  func contract(of request: Exchange.Request) -> Contract? {
    guard let url = URLReference(request.url) else { return nil }
    let fitting = library.contracts.filter { contract in
      guard contract.method == request.method,
        let api = library.apis.first(where: { $0.id == contract.api }),
        let path = path(of: url, below: api)
      else { return false }
      return contract.path.match(path) != nil
    }
    return fitting.min { $0.path.parameterNames.count < $1.path.parameterNames.count }
  }

  /// The path below the API's server; `nil` when the address leads elsewhere.
  private func path(of url: URLReference, below api: API) -> String? {
    guard let server = URLReference(api.server), let host = url.host else { return nil }
    let isOurs = host == server.host || api.hosts.contains { HostPattern($0).matches(host) }
    guard isOurs, url.path.hasPrefix(server.path) else { return nil }
    return String(url.path.dropFirst(server.path.count))
  }
}
