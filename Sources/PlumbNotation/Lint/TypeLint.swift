import PlumbModel
import PlumbText

/// Finds named types that nothing uses, and objects that could never end.
struct TypeLint {
  let api: API
  let contracts: [Contract]
  let places: ContractReader.Places
  let log: DiagnosticLog

  func run() {
    var used: Set<String> = []
    for contract in contracts {
      for parameter in contract.parameters { collect(parameter.type, &used) }
      for response in contract.responses + contract.errors { collect(response, &used) }
    }
    for response in api.errors { collect(response, &used) }
    for name in api.types.keys.sorted() {
      if !used.contains(name) {
        log.add(
          Diagnostic(
            .note,
            "the type `\(name)` is used nowhere",
            at: place(name),
            remedy: "remove it"
          )
        )
      }
      var seen: Set<String> = []
      if requires(name, in: FieldType(.named(name)), &seen) {
        log.error(
          "no value can be a `\(name)`: it requires another one inside itself",
          at: place(name),
          remedy: "make the row that leads back optional, or a list"
        )
      }
    }
  }

  private func place(_ name: String) -> SourcePlace {
    places[KeyPlace(api.id, "", name)] ?? api.place
  }

  private func collect(_ response: ResponseContract, _ used: inout Set<String>) {
    if case .json(let type) = response.body { collect(type, &used) }
  }

  private func collect(_ type: FieldType, _ used: inout Set<String>) {
    switch type.shape {
    case .named(let name):
      if used.insert(name).inserted, let type = api.types[name] { collect(type, &used) }
    case .list(let item): collect(item, &used)
    case .object(let object):
      for row in object.rows { collect(row.type, &used) }
      if let others = object.others { collect(others, &used) }
    default: break
    }
  }

  /// Whether every value of a type holds a value of a named one.
  ///
  /// - Parameter seen: The named types that were looked into, each once, however many rows lead
  ///   there.
  private func requires(_ name: String, in type: FieldType, _ seen: inout Set<String>) -> Bool {
    switch type.shape {
    case .named(let next):
      if !seen.isEmpty, next == name { return !type.isNullable }
      guard !seen.contains(next), !type.isNullable, let inner = api.types[next] else {
        return false
      }
      seen.insert(next)
      return requires(name, in: inner, &seen)
    case .object(let object):
      return object.rows.contains { row in
        !row.isOptional && !row.type.isNullable && requires(name, in: row.type, &seen)
      }
    default: return false
    }
  }
}
