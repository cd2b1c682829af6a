import PlumbModel

/// One page of a chain, for judging its order.
struct OrderPage: Hashable, Sendable {
  /// The pointer to the list, e.g. `/occupation`; empty when the root is the list.
  var pointer: String
  /// The keys of its items.
  var columns: OrderColumns
  /// Whether it begins where the page before it ends; not, when the pages between are unknown.
  var adjoins = true
}

/// What the order of a chain is found to be.
struct OrderVerdict: Hashable, Sendable {
  /// What is wrong.
  var findings: [OrderFinding] = []
  /// The readings that hold for the whole chain, as indices into the choice's; none when it is out
  /// of order.
  var holding: [Int] = []
  /// The number of items whose place could be judged.
  var judged = 0
  /// The number of distinct keys among them; below 2 nothing was shown.
  var distinct = 0
}

/// A broken promise about an order, with all items that it concerns.
struct OrderFinding: Hashable, Sendable {
  /// The finding, at the first item.
  var finding: ConversationFinding
  /// The items; their number is that of the occurrences.
  var items: [ChainKeys.Item]
}

/// A chain that is sorted by another reading of the documentation than those before it.
struct ReadingChange: Hashable, Sendable {
  /// The chain that shows it.
  var chain: Int
  /// The chain that it contradicts.
  var earlier: Int
  /// The finding, at the beginning of ``chain``.
  var finding: OrderFinding
}
