import ArgumentParser
import PlumbModel
import PlumbNotation

/// Where the contracts are.
struct ContractsOption: ParsableArguments {
  /// Where contracts are when nothing else is said.
  static let standardPath = "contracts"

  @Option(
    help: ArgumentHelp("The folder of contracts, in it one folder for each API.", valueName: "dir"),
    completion: .directory
  )
  var contracts = Self.standardPath

  /// Reads all contracts.
  ///
  /// - Throws: ``Failure`` with everything that is wrong with them, each with its place.
  func load() throws(Failure) -> ContractLibrary {
    try ContractLibrary.load(contracts)
  }
}

extension ContractLibrary {
  /// Reads the contracts of a folder.
  ///
  /// - Throws: ``Failure`` with everything that is wrong with them, each with its place.
  static func load(_ path: String) throws(Failure) -> ContractLibrary {
    guard Folder.exists(path) else {
      throw Failure(
        .unreadable,
        """
        \(path): there is no such folder of contracts
        name it with --contracts, or run plumb where it is; docs/notation.md says how contracts \
        are written
        """
      )
    }
    let library: ContractLibrary
    do throws(NotationErrors) {
      library = try ContractFolder.load(path)
    } catch {
      throw Failure(.unreadable, error.diagnostics.map(\.line))
    }
    guard !library.contracts.isEmpty else {
      throw Failure(
        .unreadable,
        "\(path): no operation is under contract here; name the folder of an API, or that above it"
      )
    }
    return library
  }

  /// Returns the contract of an operation.
  ///
  /// - Throws: ``Failure`` with the nearest name when there is none.
  func contract(named name: String) throws(Failure) -> Contract {
    do throws(OperationNameError) {
      return try operation(named: name)
    } catch {
      throw Failure(.usage, error.description)
    }
  }
}

extension Diagnostic {
  /// The diagnostic with its place in front and its remedy at the end.
  var line: String { "\(place): \(message)" + (remedy.map { "; \($0)" } ?? "") }
}

extension CompletionKind {
  /// The names of the operations under contract, where contracts usually are.
  static var operations: CompletionKind {
    names { library in library.contracts.flatMap { [$0.id, $0.qualifiedName] } }
  }

  /// The names of the APIs under contract, where contracts usually are.
  static var apis: CompletionKind { names { library in library.apis.map(\.id) } }

  private static func names(
    _ list: @escaping @Sendable (ContractLibrary) -> [String]
  ) -> CompletionKind {
    .custom { arguments, _, prefix in
      let option = arguments.lastIndex(of: "--contracts").map { arguments.index(after: $0) }
      let path = option.flatMap { $0 < arguments.endIndex ? arguments[$0] : nil }
      let library = try? ContractLibrary.load(path ?? ContractsOption.standardPath)
      return (library.map(list) ?? []).filter { $0.hasPrefix(prefix) }.sorted()
    }
  }
}
