extension Redactor {
  /// Creates a redactor that knows what is documented.
  ///
  /// Parameters and rows under contract are data, however they sound, unless they are marked
  /// `secret`; the header fields of an API's keys are credentials.
  ///
  /// - Parameters:
  ///   - secrets: The known values.
  ///   - apis: The APIs.
  ///   - contracts: Their operations.
  public init(secrets: [Secret], apis: [API], contracts: [Contract]) {
    var documented = DocumentedNames()
    for api in apis {
      documented.marked.formUnion(api.keys.map(\.header))
      for type in api.types.values { documented.add(type) }
      documented.add(api.errors)
    }
    for contract in contracts {
      for parameter in contract.parameters {
        documented.add(parameter.name, isSecret: parameter.isSecret)
      }
      documented.add(contract.responses)
      documented.add(contract.errors)
    }
    self.init(
      secrets: secrets,
      exempt: documented.exempt,
      marked: documented.marked,
      lasting: documented.lasting
    )
  }
}

/// The names of documented parameters and rows.
private struct DocumentedNames {
  var exempt: Set<String> = []
  var marked: Set<String> = []
  /// Those of the marked names that are parameters and rows.
  var lasting: Set<String> = []

  mutating func add(_ name: String, isSecret: Bool) {
    guard isSecret else {
      exempt.insert(name)
      return
    }
    marked.insert(name)
    lasting.insert(name)
  }

  mutating func add(_ responses: [ResponseContract]) {
    for response in responses {
      if case .json(let type) = response.body { add(type) }
    }
  }

  mutating func add(_ type: FieldType) {
    switch type.shape {
    case .object(let object):
      for row in object.rows {
        add(row.name, isSecret: row.isSecret)
        add(row.type)
      }
      if let others = object.others { add(others) }
    case .list(let element): add(element)
    default: break
    }
  }
}
