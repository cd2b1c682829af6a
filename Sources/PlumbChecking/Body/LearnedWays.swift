import PlumbText

/// The ways that one thread has learned through one table: two for each state.
final class LearnedWays {
  /// How often a state may learn; after that its members are in no fixed order.
  private static let budget: Int32 = 64

  /// Two ways for each state, the longer first where one begins like the other.
  let ways: UnsafeMutablePointer<Way>
  private let count: Int
  private var budgets: [Int32]

  init(plan: TablePlan) {
    count = max(2, 2 * plan.stateNodes.count)
    ways = .allocate(capacity: count)
    ways.initialize(repeating: Way(), count: count)
    budgets = [Int32](repeating: Self.budget, count: plan.stateNodes.count)
  }

  deinit {
    ways.deinitialize(count: count)
    ways.deallocate()
  }

  /// Whether a state may still learn.
  func canLearn(_ state: Int32) -> Bool { budgets[Int(state)] > 0 }

  /// Puts a new way into a state; the one that gives place leaves its hits in `presence`.
  func learn(_ way: Way, in state: Int32, presence: PresenceTable) {
    budgets[Int(state)] -= 1
    let slot = ways + 2 * Int(state)
    if way.action == .again {
      presence.collect(&slot[0])
      slot[0] = way
    } else if slot[0].action == .again {
      presence.collect(&slot[1])
      slot[1] = way
    } else {
      presence.collect(&slot[1])
      slot[1] = slot[0]
      slot[0] = way
    }
  }

  /// Moves all hits into `presence`.
  func collect(into presence: PresenceTable) {
    for index in 0..<count { presence.collect(&ways[index]) }
  }
}
