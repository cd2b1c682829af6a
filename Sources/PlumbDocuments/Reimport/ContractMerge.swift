import PlumbModel
import PlumbText

/// Joins a contract that people may have edited with what a description says now.
struct ContractMerge {
  let types: TypeMerge

  /// Returns the contract as it should be: the description's request and responses, and all that
  /// people added, which a description has no words for.
  func merge(_ old: Contract, _ new: Contract) -> Contract {
    var merged = old
    merged.path = new.path
    merged.parameters = parameters(old.parameters, new.parameters)
    merged.responses = responses(old.responses, new.responses)
    merged.errors = responses(old.errors, new.errors)
    if old.examples.isEmpty { merged.examples = new.examples }
    return merged
  }

  /// Joins what all operations share.
  func merge(_ old: API, _ new: API) -> API {
    var merged = old
    merged.version = new.version ?? old.version
    for key in new.keys where !old.keys.contains(where: { $0.header == key.header }) {
      merged.keys.append(key)
    }
    for (name, type) in new.types {
      merged.types[name] = old.types[name].map { types.merge($0, type) } ?? type
    }
    merged.errors = responses(old.errors, new.errors)
    for error in old.errors where !new.errors.contains(where: { $0.status == error.status }) {
      merged.errors.append(error)
    }
    merged.errors.sort { $0.status < $1.status }
    return merged
  }

  private func parameters(_ old: [Parameter], _ new: [Parameter]) -> [Parameter] {
    let merged = new.map { parameter in
      guard let mine = old.first(where: { Self.name($0) == Self.name(parameter) }) else {
        return parameter
      }
      var merged = parameter
      merged.type = types.merge(mine.type, parameter.type)
      merged.defaultValue = parameter.defaultValue ?? mine.defaultValue
      merged.isSecret = mine.isSecret || parameter.isSecret
      merged.place = mine.place
      return merged
    }
    return Ordering.keeping(old.map(Self.name), in: merged, by: Self.name)
  }

  private static func name(_ parameter: Parameter) -> String {
    let name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
    return "\(parameter.location.rawValue) \(name)"
  }

  private func responses(
    _ old: [ResponseContract],
    _ new: [ResponseContract]
  ) -> [ResponseContract] {
    new.map { response in
      guard let mine = old.first(where: { $0.status == response.status }) else { return response }
      var merged = response
      switch (mine.body, response.body) {
      case (.json(let one), .json(let other)): merged.body = .json(types.merge(one, other))
      case (_, .unspecified): merged.body = mine.body
      default: break
      }
      merged.headers = mine.headers.filter(response.headers.contains)
      merged.headers += response.headers.filter { !mine.headers.contains($0) }
      merged.place = mine.place
      return merged
    }
  }
}
