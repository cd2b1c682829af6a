import PlumbModel
import PlumbText

/// Finds what can be read in contracts but cannot be meant.
public enum Linter {
  /// Returns what is wrong with the contracts, sorted by place.
  public static func lint(_ library: ContractLibrary) -> [Diagnostic] {
    let log = DiagnosticLog()
    for api in library.apis {
      let contracts = library.contracts(of: api.id)
      TypeLint(api: api, contracts: contracts, places: library.places, log: log).run()
      OperationLint(contracts: contracts, log: log).run()
      AcceptanceLint(acceptances: library.acceptances(of: api.id), contracts: contracts, log: log)
        .run()
      for contract in contracts {
        let lint = ContractLint(contract, api: api, library: library, log: log)
        ParameterLint(lint: lint).run()
        ListingLint(lint: lint).run()
        RelationLint(lint: lint).run()
        ExampleLint(lint: lint).run()
      }
    }
    return Set(log.diagnostics).sorted()
  }
}

/// What the rooms of the linter share: one contract and what surrounds it.
struct ContractLint {
  let contract: Contract
  let library: ContractLibrary
  let lookup: FieldLookup
  let log: DiagnosticLog

  init(_ contract: Contract, api: API, library: ContractLibrary, log: DiagnosticLog) {
    self.contract = contract
    self.library = library
    self.lookup = FieldLookup(types: api.types)
    self.log = log
  }

  /// The documented bodies of successes.
  var bodies: [FieldType] { Self.bodies(contract) }

  static func bodies(_ contract: Contract) -> [FieldType] {
    contract.responses.compactMap { response in
      if case .json(let type) = response.body { type } else { nil }
    }
  }

  /// Where a key of the contract stands.
  func place(_ key: String) -> SourcePlace {
    library.places[KeyPlace(contract.api, contract.id, key)] ?? contract.place
  }

  /// The parameter of this name; logs when there is none.
  func parameter(_ name: String, at place: SourcePlace) -> Parameter? {
    let found = contract.parameters.first { $0.name == name }
    if found == nil {
      let names = contract.parameters.map(\.name)
      log.error(
        "`\(name)` names no parameter of `\(contract.id)`",
        at: place,
        remedy: Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
      )
    }
    return found
  }

  /// The type that a path leads to; logs when it leads nowhere.
  func type(_ path: FieldPath, in bodies: [FieldType], at place: SourcePlace) -> FieldType? {
    let result = lookup.find(path, inAnyOf: bodies)
    if case .missing(let message, let remedy) = result {
      log.error(message, at: place, remedy: remedy)
    }
    return result.type
  }

  /// The items of the listing: those that `pages` names, or those of a root that is a list.
  var items: [FieldType] {
    bodies.compactMap { body in
      let path = contract.paging?.items ?? FieldPath(steps: [])
      guard let type = lookup.find(path, in: body).type, case .list(let item) = type.shape else {
        return nil
      }
      return lookup.resolve(item)
    }
  }
}
