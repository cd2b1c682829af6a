package import PlumbText

// Two contracts that say the same in different places are equal without their places.

extension SourcePlace {
  /// The place of everything that has none.
  package static let none = SourcePlace(file: "", line: 1, column: 1)
}

extension FieldType {
  /// The type without the places of its rows.
  package var placeless: FieldType {
    var type = self
    switch shape {
    case .list(let item): type.shape = .list(item.placeless)
    case .object(let object): type.shape = .object(object.placeless)
    default: break
    }
    return type
  }
}

extension ObjectType {
  /// The object without the places of its rows.
  package var placeless: ObjectType {
    ObjectType(rows: rows.map(\.placeless), others: others?.placeless)
  }
}

extension Row {
  /// The row without its place.
  package var placeless: Row {
    var row = self
    row.type = type.placeless
    row.place = .none
    return row
  }
}

extension ResponseContract {
  /// The response without its places.
  package var placeless: ResponseContract {
    var response = self
    if case .json(let type) = body { response.body = .json(type.placeless) }
    response.place = .none
    return response
  }
}

extension SortOrder {
  /// The order without its places.
  package var placeless: SortOrder {
    var order = self
    for index in order.choices.indices { order.choices[index].place = .none }
    order.place = .none
    return order
  }
}

extension Contract {
  /// The contract without its places.
  package var placeless: Contract {
    var contract = self
    for index in parameters.indices { contract.parameters[index].place = .none }
    contract.responses = responses.map(\.placeless)
    contract.errors = errors.map(\.placeless)
    contract.order = order?.placeless
    for index in links.indices { contract.links[index].place = .none }
    for index in laws.indices { contract.laws[index].place = .none }
    for index in examples.indices { contract.examples[index].place = .none }
    contract.place = .none
    return contract
  }
}

extension API {
  /// The API without its places.
  package var placeless: API {
    var api = self
    api.types = types.mapValues(\.placeless)
    api.errors = errors.map(\.placeless)
    api.place = .none
    return api
  }
}
