/// What one thread counts of a table while it reads: how often each node held a value.
final class PresenceTable {
  private static let kinds = JSONKind.allCases.count

  private let plan: TablePlan
  /// By node.
  private let values: UnsafeMutablePointer<Int>
  /// By node, then by kind: values that are not of the documented kind.
  private let others: UnsafeMutablePointer<Int>
  private let items: [Int32]

  init(plan: TablePlan) {
    self.plan = plan
    items = plan.stateNodes.map { plan.nodes[Int($0)].inner }
    values = .allocate(capacity: max(plan.nodes.count, 1))
    values.initialize(repeating: 0, count: plan.nodes.count)
    others = .allocate(capacity: max(plan.nodes.count * Self.kinds, 1))
    others.initialize(repeating: 0, count: plan.nodes.count * Self.kinds)
  }

  deinit {
    values.deallocate()
    others.deallocate()
  }

  /// Counts one value.
  func add(_ node: Int32) { values[Int(node)] &+= 1 }

  /// Counts one value of another kind than documented.
  func add(_ node: Int32, as kind: JSONKind) {
    values[Int(node)] &+= 1
    others[Int(node) &* Self.kinds &+ Int(kind.rawValue)] &+= 1
  }

  /// Takes over the hits of a way.
  func collect(_ way: inout Way) {
    guard way.hits > 0 else { return }
    if way.target >= 0 { values[Int(way.target)] += Int(way.hits) }
    if way.action == .again { values[Int(items[Int(way.child)])] += Int(way.hits) }
    way.hits = 0
  }

  /// Takes all counts; it begins anew from zero.
  func take() -> PresenceCounts {
    var counts = PresenceCounts(plan: plan)
    for node in plan.nodes.indices {
      counts.add(values[node], at: Int32(node))
      values[node] = 0
      for kind in JSONKind.allCases {
        let index = node * Self.kinds + Int(kind.rawValue)
        counts.add(others[index], at: Int32(node), as: kind)
        others[index] = 0
      }
    }
    return counts
  }
}
