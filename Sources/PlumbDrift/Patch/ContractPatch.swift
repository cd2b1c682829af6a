import PlumbChecking
public import PlumbModel
import PlumbText

/// Changes contracts so that what was observed keeps them.
public struct ContractPatch: Sendable {
  /// The contracts as they should be, in the order of the old ones.
  public private(set) var contracts: [Contract]

  /// The changes that no contract can say: faults of paging, broken JSON, addresses that lead
  /// nowhere.
  public private(set) var unpatched: [Change] = []

  /// Changes contracts.
  ///
  /// - Parameters:
  ///   - documents: The contracts as they are.
  ///   - sight: What was observed of them.
  public init(of documents: Documents, to sight: Sight) {
    contracts = documents.contracts
    let reading = BreachReading(documents: documents)
    for index in contracts.indices {
      let contract = contracts[index]
      let name = contract.qualifiedName
      let findings = sight.report.findings.filter { finding in
        finding.operation == name && finding.severity > .note
      }
      guard !findings.isEmpty else { continue }
      let changes = findings.map { (finding: $0, change: reading.change($0, sight)) }
      if changes.contains(where: { $0.change?.row != nil }) {
        widen(&contracts[index], sight, documents.types(of: contract.api), changes)
      }
      for (finding, change) in changes {
        guard let change, change.row == nil else { continue }
        if !relax(&contracts[index], finding, change) { unpatched.append(change) }
      }
    }
    dropLawsBetween(documents)
  }

  // MARK: - Rows

  private func widen(
    _ contract: inout Contract,
    _ sight: Sight,
    _ types: [String: FieldType],
    _ changes: [(finding: Finding, change: Change?)]
  ) {
    let formless = changes.filter { ["pattern", "format", "repeat"].contains($0.finding.kind) }
      .compactMap { $0.change?.row }
    let widening = TypeWidening(types: types, formless: Set(formless), place: contract.place)
    let name = contract.qualifiedName
    func widened(_ response: ResponseContract) -> ResponseContract {
      guard case .json(let type) = response.body,
        let seen = sight.body(of: name, status: response.status)
      else { return response }
      var response = response
      let body = widening.widened(type, by: seen, at: "")
      // The notation has no words for a body that is null, or an object or list.
      response.body = .json(body.isSayable ? body : FieldType(.any))
      return response
    }
    contract.responses = contract.responses.map(widened)
    contract.errors = contract.errors.map(widened)
    contract.drop(relationsWithout: types)
  }

  /// Takes back laws that speak of rows of other operations which are there no longer.
  private mutating func dropLawsBetween(_ documents: Documents) {
    guard contracts != documents.contracts else { return }
    let patched = contracts
    for index in contracts.indices {
      let api = contracts[index].api
      let lookup = RowLookup(types: documents.types(of: api))
      contracts[index].laws.removeAll { law in
        [law.left, law.right].contains { operand in
          guard case .other(let name, let path)? = operand,
            let other = patched.first(where: { $0.api == api && $0.id == name }),
            case .json(let body)? = other.responses.first?.body
          else { return false }
          return !lookup.holds(path, in: body)
        }
      }
    }
  }

  // MARK: - Promises

  /// Takes back what does not hold; returns whether there was anything to take back.
  private func relax(_ contract: inout Contract, _ finding: Finding, _ change: Change) -> Bool {
    let place = finding.contract?.place
    switch change.rule {
    case .responseAdded:
      guard case .response(let status) = change.subject, (100..<600).contains(status) else {
        return false
      }
      let response = ResponseContract(status: status, body: .unspecified, place: contract.place)
      if status < 400 {
        contract.responses.append(response)
      } else {
        contract.errors.append(response)
        contract.errors.sort { $0.status < $1.status }
      }
      return true
    case .orderBroken:
      guard let index = contract.order?.choices.firstIndex(where: { $0.place == place }) else {
        return false
      }
      contract.order?.choices.remove(at: index)
      if contract.order?.choices.isEmpty == true { contract.order = nil }
      return true
    case .linkBroken:
      return Self.remove(from: &contract.links) { $0.place == place }
    case .lawBroken:
      return Self.remove(from: &contract.laws) { $0.place == place }
    default: return false
    }
  }

  private static func remove<Promise>(
    from promises: inout [Promise],
    where isBroken: (Promise) -> Bool
  ) -> Bool {
    guard let index = promises.firstIndex(where: isBroken) else { return false }
    promises.remove(at: index)
    return true
  }
}
