import PlumbModel
import PlumbNotation

/// Finds the law that a finding names.
enum LawFinder {
  /// What stands before the operation and name of a law in the id of a finding.
  static let prefix = "law:"

  /// Returns the laws that an id such as `law:books.list.total` names.
  ///
  /// Several APIs may have an operation of one name, so there may be more than one. There is none
  /// when no contracts are where they usually are: the rule can be explained without them.
  ///
  /// - Throws: ``Failure`` with the nearest id when the contracts hold no such law.
  static func law(of id: String, in option: ContractsOption) throws(Failure) -> [Law] {
    let isUsual = option.contracts == ContractsOption.standardPath
    guard !isUsual || Folder.exists(option.contracts) else { return [] }
    let library = try option.load()
    let laws = library.contracts.flatMap { contract in
      contract.laws.map { (id: "\(prefix)\(contract.id).\($0.name)", law: $0) }
    }
    let found = laws.filter { $0.id == id }.map(\.law)
    guard found.isEmpty else { return found }
    let remedy = Misspelling.hint(
      for: id,
      among: laws.map(\.id),
      otherwise: "; plumb explain law says what laws are"
    )
    throw Failure(.usage, "there is no law \"\(id)\" under contract\(remedy)")
  }
}
