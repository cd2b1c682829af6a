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
  /// Whether requests may leave something out for a documented default.
  let hasDefaults: Bool

  /// Makes the plan of an operation.
  ///
  /// - Parameters:
  ///   - book: The laws of all contracts.
  ///   - operation: The operation's rank among those contracts.
  ///   - comparesDefaults: Whether documented defaults are held.
  init(
    _ contract: Contract,
    of api: API,
    book: LawBook,
    operation: Int,
    comparesDefaults: Bool
  ) {
    var tape = TapePlan()
    listing = ListingPlan(contract, tape: &tape)
    order = OrderTape(contract, tape: &tape)
    links = LinkPlan(contract, of: api, in: &tape)
    laws = LawPlan(book, operation: operation, of: contract, types: api.types, in: &tape)
    hasDefaults =
      comparesDefaults
      && contract.parameters.contains { $0.location == .query && $0.defaultValue != nil }
    self.tape = tape
  }

  /// Whether exchanges leave anything behind for judging them together.
  var keepsPages: Bool { listing != nil || !laws.columns.isEmpty || hasDefaults }

  /// Whether an exchange has values to be judged at once.
  var hasRelations: Bool { !links.isEmpty || !laws.laws.isEmpty || !laws.columns.isEmpty }
}
