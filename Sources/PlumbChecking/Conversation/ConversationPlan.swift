import PlumbModel
import PlumbText

/// What of one operation's success is judged together with other exchanges.
final class ConversationPlan: Sendable {
  /// The places of the body that promises speak of.
  let tape: TapePlan
  /// Where paging members and items are; `nil` when the operation is no listing.
  let listing: ListingPlan?
  /// Where sort keys are; `nil` when no order is promised.
  let order: OrderTape?

  init(_ contract: Contract, api: API) {
    var tape = TapePlan()
    listing = ListingPlan(contract, tape: &tape)
    order = OrderTape(contract, tape: &tape)
    self.tape = tape
  }
}
