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

  /// Creates zero counts.
  init(plan: TablePlan) {
    values = [Int](repeating: 0, count: plan.nodes.count)
  }

  /// Counts values.
  mutating func add(_ count: Int, at node: Int32) { values[Int(node)] += count }

  /// Counts values, which are among those of the node, as of another kind than documented.
  mutating func add(_ count: Int, at node: Int32, as kind: JSONKind) {
    if count > 0 { others[Other(node: node, kind: kind), default: 0] += count }
  }

  /// Adds the counts of another thread.
  mutating func merge(_ other: PresenceCounts) {
    for index in values.indices { values[index] += other.values[index] }
    others.merge(other.others, uniquingKeysWith: +)
  }
}
