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

  /// Takes out what is of an API that the other document does not speak of: neither by its name,
  /// nor by any of its operations.
  ///
  /// - Parameters:
  ///   - old: The APIs of the document before.
  ///   - new: The APIs of the document after.
  mutating func leaveOutAPIs(notIn old: [API], _ new: [API]) {
    let (inOld, inNew) = (Set(common.map(\.0.api)), Set(common.map(\.1.api)))
    let (oldNames, newNames) = (Set(old.map(\.id)), Set(new.map(\.id)))
    added.removeAll { !inNew.contains($0.api) && !oldNames.contains($0.api) }
    removed.removeAll { !inOld.contains($0.api) && !newNames.contains($0.api) }
  }

  /// What an operation of both is called in reports: as people's contracts name it, else as before.
  func name(
    _ one: Contract,
    _ other: Contract,
    _ before: Documents,
    _ after: Documents
  ) -> String {
    (Self.isNamedAfter(before, after) ? other : one).qualifiedName
  }

  /// What an operation of one document alone is called: its API as in the names of the others.
  func name(_ only: Contract, _ before: Documents, _ after: Documents) -> String {
    let isNamedAfter = Self.isNamedAfter(before, after)
    let names = common.map { isNamedAfter ? ($0.0.api, $0.1.api) : ($0.1.api, $0.0.api) }
    let known = Set(names.filter { $0.0 == only.api }.map(\.1))
    guard let api = known.first, known.count == 1 else { return only.qualifiedName }
    let isOfNaming = (isNamedAfter ? added : removed).contains { $0.place == only.place }
    return isOfNaming ? only.qualifiedName : "\(api)/\(only.id)"
  }

  private static func isNamedAfter(_ before: Documents, _ after: Documents) -> Bool {
    !before.speaksOfPromises && after.speaksOfPromises
  }

  private static func key(_ contract: Contract) -> String {
    // A slash at the end is no other operation.
    let shape = contract.requestShape
    return shape.hasSuffix("/") ? String(shape.dropLast()) : shape
  }
}
