import PlumbModel
import PlumbText

/// What of one operation's success is judged by its values, or together with other exchanges.
final class ConversationPlan: Sendable {
  /// The places of the body that promises speak of.
  let tape: TapePlan
  /// Where paging members and items are; `nil` when the operation is no listing.
  let listing: ListingPlan?
  /// Where sort keys are; `nil` when no order is promised.
  let order: OrderTape?
  /// Where addresses are, and where they should lead.
  let links: LinkPlan
  /// What relates values.
  let laws: LawPlan
  /// What the contract says of pages; `nil` when the operation is no listing.
  let terms: PagingTerms?
  /// The names of the path parameters, in the order of the path.
  let pathNames: [String]
  /// What requests may leave out for a documented default; `nil` when there is nothing.
  let standing: DefaultStanding?
  /// Whether nothing but paging asks for a request's window, so that it can be read apart.
  let readsWindowApart: Bool

  /// Makes the plan of an operation.
  ///
  /// - Parameters:
  ///   - book: The laws of all contracts.
  ///   - operation: The operation's rank among those contracts.
  ///   - leads: Where the links of the API lead.
  ///   - comparesDefaults: Whether documented defaults are held.
  init(
    _ contract: Contract,
    of api: API,
    book: LawBook,
    operation: Int,
    leads: inout LinkLeads,
    comparesDefaults: Bool
  ) {
    var tape = TapePlan()
    listing = ListingPlan(contract, tape: &tape)
    order = OrderTape(contract, tape: &tape)
    links = LinkPlan(contract, of: api, in: &tape, &leads)
    laws = LawPlan(book, operation: operation, of: contract, types: api.types, in: &tape)
    let hasDefaults = contract.parameters.contains {
      $0.location == .query && $0.defaultValue != nil
    }
    let standing =
      comparesDefaults && hasDefaults ? DefaultStanding(contract, operation: operation) : nil
    self.standing = standing
    pathNames = contract.path.parameterNames
    terms = PagingTerms(contract: contract, api: api)
    let asked = Self.parameters(links, laws) + [order?.plan.parameter].compactMap(\.self)
    readsWindowApart =
      terms?.readsNumbers == true && standing?.isDivisible != false
      && terms?.pageParameters.isDisjoint(with: asked) == true
    self.tape = tape
  }

  /// The parameters that links and laws speak of.
  private static func parameters(_ links: LinkPlan, _ laws: LawPlan) -> [String] {
    let inLinks = links.targets.flatMap(\.parts).compactMap { part in
      if case .parameter(let name) = part { name } else { nil }
    }
    let sides =
      laws.laws.flatMap { [$0.left] + [$0.right].compactMap(\.self) } + laws.columns.map(\.side)
    let inLaws = sides.compactMap { side in
      if case .parameter(let name, _) = side { name } else { nil }
    }
    return inLinks + inLaws
  }

  /// Whether requests may leave something out for a documented default.
  var hasDefaults: Bool { standing != nil }

  /// Whether exchanges leave anything behind for judging them together.
  var keepsPages: Bool { listing != nil || !laws.columns.isEmpty || hasDefaults }

  /// Whether an exchange has values to be judged at once.
  var hasRelations: Bool { !links.isEmpty || !laws.laws.isEmpty || !laws.columns.isEmpty }
}
