import PlumbModel
import PlumbText

/// Finds pages, identities and orders that the response does not have.
struct ListingLint {
  let lint: ContractLint

  private var contract: Contract { lint.contract }

  func run() {
    if let paging = contract.paging { lintPages(paging) }
    if let identity = contract.identity { lintIdentity(identity) }
    if let order = contract.order { lintOrder(order) }
  }

  // MARK: - Pages

  private func lintPages(_ paging: Paging) {
    let place = lint.place("pages")
    if let type = lint.type(paging.items, in: lint.bodies, at: place) {
      guard case .list = type.shape else {
        lint.log.error("`\(paging.items)` is \(type.phrase), pages are made of a list", at: place)
        return
      }
    }
    let names = PagingNames(paging.dialect)
    for name in names.rows {
      _ = lint.type(FieldPath(steps: [.member(name)]), in: lint.bodies, at: place)
    }
    for name in names.parameters {
      _ = lint.parameter(name, at: place)
    }
  }

  private func lintIdentity(_ identity: FieldPath) {
    let place = lint.place("id")
    guard hasItems("`id`", at: place) else { return }
    if let type = lint.type(identity, in: lint.items, at: place), type.isComposite {
      lint.log.error("`\(identity)` is \(type.phrase), an identity is one value", at: place)
    }
  }

  private func hasItems(_ what: String, at place: SourcePlace) -> Bool {
    guard lint.items.isEmpty else { return true }
    // A list that is named wrongly has been told already.
    if contract.paging == nil, !lint.bodies.isEmpty {
      lint.log.error(
        "\(what) is said of a listing, and the response has none",
        at: place,
        remedy: "name the list with `pages`"
      )
    }
    return false
  }

  // MARK: - Order

  private func lintOrder(_ order: SortOrder) {
    guard hasItems("`order`", at: order.place) else { return }
    if let name = order.parameter { lintChoices(order, name) }
    for choice in order.choices {
      for key in choice.readings.joined() {
        for term in key.terms { lintTerm(term, in: key, at: choice.place) }
      }
    }
  }

  private func lintChoices(_ order: SortOrder, _ name: String) {
    guard let parameter = lint.parameter(name, at: order.place) else { return }
    let values = lint.lookup.resolve(parameter.type).narrowing.values
    guard !values.isEmpty else { return }
    let known = order.choices.compactMap(\.value)
    for choice in order.choices {
      guard let value = choice.value, !values.contains(value) else { continue }
      lint.log.error(
        "`\(value)` is no value of `\(name)`",
        at: choice.place,
        remedy: Suggestion.nearest(to: value, among: values).map { "did you mean `\($0)`?" }
          ?? "known are \(values.map { "`\($0)`" }.joined(separator: ", "))"
      )
    }
    for value in values where !known.contains(value) {
      lint.log.error(
        "`order` does not say what `\(name)=\(value)` sorts by",
        at: order.place,
        remedy: "write `\(value):` under its `keys`"
      )
    }
  }

  private func lintTerm(_ term: SortKey.Term, in key: SortKey, at place: SourcePlace) {
    switch term {
    case .value(let path), .first(let path), .least(let path):
      guard let type = lint.type(path, in: lint.items, at: place) else { return }
      if type.isComposite {
        lint.log.error(
          "`\(path)` is \(type.phrase), a sort key is one value",
          at: place,
          remedy: type.word == "list" ? "count it: `count(\(path))`" : nil
        )
      } else if case .value = term, path.steps.contains(.items) {
        lint.log.error(
          "`\(path)` has several values in one item",
          at: place,
          remedy: "write `first(\(path))` or `min(\(path))`"
        )
      } else if key.terms.count > 1, ![.integer, .number, .any].contains(type.shape) {
        lint.log.error("`\(path)` is \(type.phrase) and cannot be added up", at: place)
      }
    case .count(let path):
      guard let type = lint.type(path, in: lint.items, at: place) else { return }
      if case .list = type.shape { return }
      if type.shape == .any || path.steps.contains(.items) { return }
      lint.log.error("`\(path)` is \(type.phrase) and cannot be counted", at: place)
    }
  }
}

extension FieldType {
  /// The kind with its article, for sentences.
  var phrase: String {
    switch shape {
    case .any: "any value"
    case .integer, .object: "an \(word)"
    default: "a \(word)"
    }
  }

  /// Whether a value of it holds other values.
  var isComposite: Bool {
    switch shape {
    case .object, .list: true
    default: false
    }
  }
}

/// The names that a dialect cannot do without.
struct PagingNames {
  var rows: [String] = []
  var parameters: [String] = []

  init(_ dialect: PagingDialect) {
    switch dialect {
    case .window(let names):
      rows = [names.start, names.end, names.total]
      parameters = [names.start, names.end]
    case .cursor(let names):
      rows = [names.nextCursor]
      parameters = [names.cursor]
    case .offset(let names):
      parameters = [names.offset, names.limit]
    case .page(let names):
      parameters = [names.page]
    case .linkHeader: break
    }
  }
}
