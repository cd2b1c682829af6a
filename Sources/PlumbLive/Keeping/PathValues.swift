import PlumbModel
import PlumbText

/// The values of the parameters in a request's path, which the name of its recording tells people.
struct PathValues: Sendable {
  private let contracts: [Contract]
  private let root: String

  /// - Parameters:
  ///   - contracts: The operations of the API.
  ///   - base: Where they are asked.
  init(contracts: [Contract], base: String) {
    self.contracts = contracts
    root = URLReference(base)?.path ?? ""
  }

  /// The values, in the order of the path; none when the request is not one of the operation.
  func values(of request: Exchange.Request, _ operation: String?) -> [String] {
    guard let contract = contracts.first(where: { $0.id == operation }),
      let url = URLReference(request.url)
    else { return [] }
    let path = String(url.path.dropFirst(root.count))
    guard let values = contract.path.match(path, ignoringTrailingSlash: true) else { return [] }
    return contract.path.parameterNames.compactMap { values[$0] }
  }
}
