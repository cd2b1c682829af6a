import PlumbChecking
import PlumbModel
import PlumbText

/// Compares what two documents promise.
struct DocumentComparison {
  let before: Documents
  let after: Documents

  /// The changes: by operation, in the order of the later document, then what is gone.
  func changes() -> [Change] {
    let pairs = OperationPairs(before.contracts, after.contracts)
    var changes: [Change] = []
    for (one, other) in pairs.common {
      var comparison = ContractComparison(
        before: one,
        after: other,
        oldTypes: before.types(of: one.api),
        newTypes: after.types(of: other.api),
        name: pairs.name(one, other, before, after),
        comparesOpenness: before.speaksOfPromises == after.speaksOfPromises
      )
      comparison.compare(promises: before.speaksOfPromises && after.speaksOfPromises)
      changes += MoveFinder.joined(comparison.changes)
    }
    if before.isWhole {
      changes += pairs.added.map { contract in
        Change(
          .operationAdded,
          of: contract.qualifiedName,
          .operation,
          before: "no such operation",
          after: contract.request,
          contract: contract.place
        )
      }
    }
    if after.isWhole {
      changes += pairs.removed.map { contract in
        Change(
          .operationRemoved,
          of: contract.qualifiedName,
          .operation,
          before: contract.request,
          after: "no such operation",
          contract: contract.place
        )
      }
    }
    return changes
  }
}

extension Contract {
  /// `GET /books/{code}`
  var request: String { "\(method) \(path.text)" }
}

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
    let segments = contract.path.segments.map { segment in
      switch segment {
      case .literal(let text): text
      case .parameter(_, let prefix, let suffix): "\(prefix){}\(suffix)"
      }
    }
    // A slash at the end is no other operation.
    let path = segments.last == "" ? segments.dropLast() : segments[...]
    return "\(contract.method) /\(path.joined(separator: "/"))"
  }
}
