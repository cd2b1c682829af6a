import PlumbModel
import PlumbText

/// Finds the operation that a request belongs to; a literal segment wins over a parameter.
struct OperationRouter: Hashable {
  private let contracts: [Contract]
  private let base: String

  /// Creates a router for the operations that are asked below a root.
  init(_ contracts: [Contract], base: String) {
    self.contracts = contracts
    self.base = base
  }

  /// The operation of a request; `nil` when none is under contract.
  func contract(of request: Exchange.Request) -> Contract? {
    guard let url = URLReference(request.url), let root = URLReference(base),
      url.path.hasPrefix(root.path)
    else { return nil }
    let path = String(url.path.dropFirst(root.path.count))
    var best: (contract: Contract, rank: [Int])?
    for contract in contracts where contract.method == request.method {
      guard contract.path.match(path, ignoringTrailingSlash: true) != nil else { continue }
      let rank = contract.path.segments.map { segment in
        if case .literal = segment { 0 } else { 1 }
      }
      let hasSameEnd = contract.path.hasTrailingSlash == path.hasSuffix("/")
      let full = rank + [hasSameEnd ? 0 : 1]
      if let known = best, !full.lexicographicallyPrecedes(known.rank) { continue }
      best = (contract, full)
    }
    return best?.contract
  }
}
