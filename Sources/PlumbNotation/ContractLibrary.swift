public import PlumbModel
import PlumbText

/// All contracts that have been loaded, with their APIs.
public struct ContractLibrary: Sendable {
  /// The APIs, by name of their folder.
  public let apis: [API]

  /// The contracts: by API, then by file, then in the order of the file.
  public let contracts: [Contract]

  /// The drift that is accepted: by API, then in the order of the file.
  public let acceptances: [Acceptance]

  /// Where the keys of contracts stand, for those that the model keeps no place of.
  let places: [KeyPlace: SourcePlace]

  /// Creates a library of contracts that were made rather than read.
  public init(apis: [API], contracts: [Contract]) {
    self.init(apis: apis, contracts: contracts, acceptances: [], places: [:])
  }

  init(
    apis: [API],
    contracts: [Contract],
    acceptances: [Acceptance],
    places: [KeyPlace: SourcePlace]
  ) {
    self.apis = apis
    self.contracts = contracts
    self.acceptances = acceptances
    self.places = places
  }

  /// The API of this name (``API/id``).
  public func api(_ id: String) -> API? {
    apis.first { $0.id == id }
  }

  /// The contract of this name: `api/operation`.
  public func contract(_ name: String) -> Contract? {
    contracts.first { name == $0.qualifiedName }
  }

  /// The contracts of an API.
  public func contracts(of api: String) -> [Contract] {
    contracts.filter { $0.api == api }
  }

  /// The drift of an API that is accepted.
  public func acceptances(of api: String) -> [Acceptance] {
    acceptances.filter { $0.api == api }
  }

  /// The contract that a person means.
  ///
  /// - Parameter name: `api/operation`, or `operation` alone where only one API has it.
  /// - Throws: ``OperationNameError`` with the nearest name, or the names to choose from.
  public func operation(named name: String) throws(OperationNameError) -> Contract {
    if let contract = contract(name) { return contract }
    let found = contracts.filter { $0.id == name }
    if let only = found.first, found.count == 1 { return only }
    if !found.isEmpty {
      throw OperationNameError(name: name, candidates: found.map(\.qualifiedName))
    }
    let full = contracts.map(\.qualifiedName)
    let near = Suggestion.nearest(to: name, among: full + contracts.map(\.id))
    throw OperationNameError(name: name, nearest: near, known: full)
  }
}

/// A name that stands for no operation, or for several.
public struct OperationNameError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name as given.
  public var name: String

  /// The operations that it may stand for; empty when it stands for none.
  public var candidates: [String] = []

  /// The name that is nearest to it.
  public var nearest: String?

  /// The names of all operations.
  public var known: [String] = []

  /// What is wrong, and what to write instead.
  public var description: String {
    if !candidates.isEmpty {
      return "several APIs have an operation `\(name)`: write \(Self.choice(candidates))"
    }
    if let nearest { return "no operation is called `\(name)`: did you mean `\(nearest)`?" }
    if known.isEmpty { return "no operation is called `\(name)`: there are no contracts" }
    return "no operation is called `\(name)`: known are "
      + known.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func choice(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: " or ")
  }
}
