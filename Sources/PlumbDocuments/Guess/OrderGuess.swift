import PlumbModel
import PlumbText

/// What a listing is probably sorted by, for each value of the parameter that chooses.
enum OrderGuess {
  /// The parameter that probably chooses the order.
  static func parameter(among parameters: [Parameter]) -> Parameter? {
    let names = ["sort", "order", "orderby", "sortby", "ordering"]
    return parameters.first { parameter in
      parameter.location == .query && parameter.list == nil
        && !parameter.type.narrowing.values.isEmpty
        && names.contains(parameter.name.lowercased().filter { $0 != "_" && $0 != "-" })
    }
  }

  /// The order, and the values that no row is called like.
  static func order(
    by parameter: Parameter,
    rows: [Row]
  ) -> (order: SortOrder?, unmatched: [String]) {
    var choices: [SortOrder.Choice] = []
    var unmatched: [String] = []
    for value in parameter.type.narrowing.values {
      if let key = key(value, rows) {
        choices.append(SortOrder.Choice(value: value, readings: [[key]], place: parameter.place))
      } else {
        unmatched.append(value)
      }
    }
    guard !choices.isEmpty else { return (nil, unmatched) }
    let order = SortOrder(parameter: parameter.name, choices: choices, place: parameter.place)
    return (order, unmatched)
  }

  /// The row of a name; of an object or a list of them, what it is called.
  private static func key(_ name: String, _ rows: [Row]) -> SortKey? {
    guard let row = rows.first(where: { Spelling.foldedEqual($0.name, name) }) else { return nil }
    switch row.type.shape {
    case .object(let object):
      guard let inner = title(object) else { return nil }
      return SortKey(terms: [.value(FieldPath(steps: [.member(row.name), .member(inner)]))])
    case .list(let item):
      guard case .object(let object) = item.shape, let inner = title(object) else { return nil }
      let steps: [FieldPath.Step] = [.member(row.name), .items, .member(inner)]
      return SortKey(terms: [.first(FieldPath(steps: steps))])
    default: return SortKey(terms: [.value(FieldPath(steps: [.member(row.name)]))])
    }
  }

  private static func title(_ object: ObjectType) -> String? {
    ["title", "name", "label", "code", "id"].first { name in
      object.rows.contains { $0.name == name }
    }
  }
}
