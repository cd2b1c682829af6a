import PlumbModel
import PlumbNotation
import PlumbText

/// Contracts that tests write down.
enum Made {
  /// The API's own file, where a test says nothing of it.
  static let api = """
    api: Harbour Office
    version: "1.0"
    server: https://api.harbour.example
    """

  /// Reads an API and one file of contracts.
  static func library(api: String = api, _ contracts: String) throws -> ContractLibrary {
    let folder = ContractLoader.Folder(
      id: "harbour",
      api: NotationFile(path: "api.yaml", text: api),
      contracts: [NotationFile(path: "lights.yaml", text: contracts)]
    )
    return try ContractLoader.load([folder])
  }

  /// Reads one contract, whose lines are given without the name above them.
  static func contract(api: String = api, _ lines: String) throws -> (Contract, API) {
    let indented = lines.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let library = try library(api: api, "contracts:\n  lights.list:\n\(indented)")
    return (library.contracts[0], library.apis[0])
  }
}
