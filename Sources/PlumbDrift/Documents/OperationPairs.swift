import PlumbModel

/// Which operations of two documents are the same.
struct OperationPairs {
  private(set) var common: [(Contract, Contract)] = []
  private(set) var added: [Contract] = []
  private(set) var removed: [Contract] = []

  /// Pairs operations by method and path, whatever their parameters are called; where several APIs
  /// have one, by the name of the API besides.
  init(_ before: [Contract], _ after: [Contract]) {
    var rest: [String: [Contract]] = [:]
    for contract in before { rest[Self.key(contract), default: []].append(contract) }
    for contract in after {
      let key = Self.key(contract)
      let found = rest[key] ?? []
      let index = found.firstIndex { $0.api == contract.api } ?? (found.count == 1 ? 0 : nil)
      guard let index else {
        added.append(contract)
        continue
      }
      common.append((found[index], contract))
      rest[key]?.remove(at: index)
    }
    let left = Set(rest.values.flatMap { $0 }.map(\.qualifiedName))
    removed = before.filter { left.contains($0.qualifiedName) }
  }

  /// What an operation is called in reports: as people's contracts name it, else as before.
  func name(
    _ one: Contract,
    _ other: Contract,
    _ before: Documents,
    _ after: Documents
  ) -> String {
    let isNamedAfter = !before.speaksOfPromises && after.speaksOfPromises
    return (isNamedAfter ? other : one).qualifiedName
  }

  private static func key(_ contract: Contract) -> String {
    // A slash at the end is no other operation.
    let shape = contract.requestShape
    return shape.hasSuffix("/") ? String(shape.dropLast()) : shape
  }
}
