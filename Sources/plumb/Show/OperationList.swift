import PlumbModel
import PlumbNotation
import PlumbReports

/// The operations under contract, for people who look for one.
enum OperationList {
  /// Returns a paragraph for each API: its name and server, then a line for each operation.
  static func text(of library: ContractLibrary) -> String {
    library.apis.map { api in
      let contracts = library.contracts(of: api.id)
      let width = contracts.map { $0.qualifiedName.count }.max() ?? 0
      let lines = contracts.map { contract in
        let margin = String(repeating: " ", count: width - contract.qualifiedName.count)
        return "  \(contract.qualifiedName)\(margin)  \(contract.method) \(contract.path)"
      }
      let version = api.version.map { " \($0)" } ?? ""
      let head = "\(api.title)\(version), \(api.server)"
      return ([head] + lines).reduce(into: "") { $0 += "\($1.visible)\n" }
    }.joined(separator: "\n")
  }
}
