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
        operations.insert(try Self.operation(name, in: library).qualifiedName)
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

  private static func operation(
    _ name: String,
    in library: ContractLibrary
  ) throws(Failure) -> Contract {
    do throws(OperationNameError) {
      return try library.operation(named: name)
    } catch {
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
