import PlumbModel
import PlumbText

/// The documented orders of one listing, made ready for reading and judging.
struct OrderPlan: Hashable, Sendable {
  /// The parameter that chooses among ``choices``; `nil` when the order is fixed.
  let parameter: String?
  /// The documented orders, as the contract has them.
  let choices: [SortOrder.Choice]
  /// The order of a request without ``parameter``, as an index into ``choices``; `nil` when the
  /// documentation names none.
  let preset: Int?
  /// All places inside an item that the keys of any choice speak of; `[]` at the end is where each
  /// item of a list begins.
  let paths: [FieldPath]

  /// Makes the plan of a contract; `nil` when it promises no order.
  init?(_ contract: Contract) {
    guard let order = contract.order, !order.choices.isEmpty else { return nil }
    parameter = order.parameter
    choices = order.choices
    if let name = order.parameter {
      let row = contract.parameters.first { $0.location == .query && $0.name == name }
      if case .text(let value) = row?.defaultValue {
        preset = order.choices.firstIndex { $0.value == value }
      } else {
        preset = nil
      }
    } else {
      preset = 0
    }
    paths = Self.paths(of: order.choices.flatMap { $0.readings.joined() })
  }

  /// The order that a request asks for, as an index into ``choices``.
  ///
  /// - Parameter query: The decoded query of the request.
  /// - Returns: `nil` when it asks for an undocumented one, or for none where none is documented.
  func choice(for query: Query) -> Int? {
    guard let parameter, let value = query[parameter] else { return preset }
    return choices.firstIndex { $0.value == value }
  }

  /// The places inside an item that the keys of one choice speak of.
  func paths(for choice: Int) -> [FieldPath] {
    Self.paths(of: Array(choices[choice].readings.joined()))
  }

  /// What a choice promises, for a sentence: "the order of `title`".
  func promise(_ choice: Int) -> String {
    let keys = choices[choice].readings.map { "`\($0.text)`" }.joined(separator: " or ")
    guard let parameter, let value = choices[choice].value else {
      return "the items are documented in the order of \(keys)"
    }
    return "`\(parameter)=\(value)` is documented as the order of \(keys)"
  }

  /// The name of a choice, free of values of items: what fingerprints are made of.
  func name(_ choice: Int) -> String {
    guard let parameter, let value = choices[choice].value else { return "fixed" }
    return "\(parameter)=\(value)"
  }

  private static func paths(of keys: [SortKey]) -> [FieldPath] {
    var paths: [FieldPath] = []
    for key in keys {
      for term in key.terms {
        for path in term.places where !paths.contains(path) { paths.append(path) }
      }
    }
    return paths
  }
}
