#if Live
import PlumbModel
import PlumbNotation

/// What is to be asked: APIs, and of each the operations that were named, or all.
struct WalkTargets {
  /// One API.
  struct Target {
    /// The API.
    var api: API
    /// All its operations.
    var contracts: [Contract]
    /// The operations that are asked.
    var chosen: [Contract]
    /// Whether these are all that the API has.
    var isWhole: Bool { chosen.count == contracts.count }
    /// The drift that is accepted.
    var acceptances: [Acceptance]
  }

  /// The APIs, in the order of the contracts.
  let targets: [Target]

  /// Finds what was named; everything when nothing was.
  init(_ names: [String], in library: ContractLibrary) throws(Failure) {
    var apis: Set<String> = []
    var operations: Set<String> = []
    for name in names {
      if library.api(name) != nil {
        apis.insert(name)
      } else {
        operations.formUnion(try Self.operations(name, in: library).map(\.qualifiedName))
      }
    }
    targets = library.apis.compactMap { api in
      let contracts = library.contracts(of: api.id)
      let isWhole = names.isEmpty || apis.contains(api.id)
      let chosen = contracts.filter { isWhole || operations.contains($0.qualifiedName) }
      guard !chosen.isEmpty else { return nil }
      return Target(
        api: api,
        contracts: contracts,
        chosen: chosen,
        acceptances: library.acceptances(of: api.id)
      )
    }
  }

  /// The operation of a name, or all whose names begin with it and a dot.
  private static func operations(
    _ name: String,
    in library: ContractLibrary
  ) throws(Failure) -> [Contract] {
    do throws(OperationNameError) {
      return [try library.operation(named: name)]
    } catch {
      let group = library.contracts.filter { contract in
        contract.qualifiedName.hasPrefix("\(name).") || contract.id.hasPrefix("\(name).")
      }
      let owners = Set(group.map(\.api))
      if owners.count == 1 { return group }
      if owners.count > 1 {
        let choice = owners.sorted().map { "\($0)/\(name)" }.joined(separator: " or ")
        throw Failure(.usage, "several APIs have operations called \(name)…: write \(choice)")
      }
      let apis = library.apis.map(\.id)
      guard error.candidates.isEmpty else { throw Failure(.usage, error.description) }
      if let near = Misspelling.nearest(to: name, among: apis) {
        throw Failure(.usage, "there is no API \"\(name)\"; did you mean \"\(near)\"?")
      }
      guard error.nearest == nil else { throw Failure(.usage, error.description) }
      throw Failure(
        .usage,
        "there is no API or operation \"\(name)\" under contract; the APIs are "
          + apis.joined(separator: ", ") + ", plumb table lists the operations"
      )
    }
  }
}
#endif
