/// How often each node of a table held a value.
struct PresenceCounts: Sendable {
  /// By node.
  private(set) var values: [Int]

  /// How often a node held a value that is not of its documented kind (or an `any` held this).
  private(set) var others: [Other: Int] = [:]

  /// A kind seen at a node.
  struct Other: Hashable, Sendable {
    var node: Int32
    var kind: JSONKind
  }

  private let items: [Int32]

  /// Creates zero counts.
  init(plan: TablePlan) {
    values = [Int](repeating: 0, count: plan.nodes.count)
    items = plan.stateNodes.map { plan.nodes[Int($0)].inner }
  }

  /// Counts one value.
  mutating func add(_ node: Int32) { values[Int(node)] += 1 }

  /// Counts one value of another kind than documented.
  mutating func add(_ node: Int32, as kind: JSONKind) {
    values[Int(node)] += 1
    others[Other(node: node, kind: kind), default: 0] += 1
  }

  /// Takes over the hits of a way.
  mutating func collect(_ way: inout Way) {
    guard way.hits > 0 else { return }
    if way.target >= 0 { values[Int(way.target)] += Int(way.hits) }
    if way.action == .again { values[Int(items[Int(way.child)])] += Int(way.hits) }
    way.hits = 0
  }

  /// Adds the counts of another thread.
  mutating func merge(_ other: PresenceCounts) {
    for index in values.indices { values[index] += other.values[index] }
    others.merge(other.others, uniquingKeysWith: +)
  }
}
