import PlumbModel
import PlumbNotation
import PlumbText

extension ContractLibrary {
  /// Returns the API of a name; without one, the only API there is.
  ///
  /// - Throws: ``Failure`` with the names to choose from.
  func api(named name: String?) throws(Failure) -> API {
    let known = apis.map(\.id)
    let choice = known.map { "`\($0)`" }.joined(separator: ", ")
    guard let name else {
      guard let only = apis.first, apis.count == 1 else {
        throw Failure(.usage, "there are contracts of several APIs; name one of them: \(choice)")
      }
      return only
    }
    if let found = api(name) { return found }
    let near = Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
    throw Failure(.usage, "no API is called `\(name)`: \(near ?? "known are \(choice)")")
  }

  /// Returns the API of a contract.
  func api(of contract: Contract) throws(Failure) -> API {
    guard let api = api(contract.api) else {
      throw Failure(.fault, "the API \(contract.api) of \(contract.id) is not loaded")
    }
    return api
  }
}

extension Contract {
  /// Refuses a status that the documentation does not name.
  func require(status: Int?) throws(Failure) {
    let known = (responses + errors).map(\.status)
    guard let status, !known.contains(status) else { return }
    let words = known.map { String($0) }.joined(separator: ", ")
    throw Failure(
      .usage,
      "\(qualifiedName) has no documented response \(status); it has \(words)"
    )
  }
}
