/// How often something could have happened at a node: what counts are measured against.
struct ObservedTotals {
  let plan: TablePlan
  let presence: PresenceCounts
  let bodies: Int

  /// The number of places where a rule could have been broken at a node, and their name.
  func total(for rule: RuleID, node: Int) -> (of: Int?, unit: String) {
    switch rule {
    case .bodyNotJSON, .bodyTruncated, .bodyTrailingText, .bodyTooDeep:
      return (bodies, "bodies")
    case .bodyEncoding, .bodyLoneSurrogate, .bodyDuplicateMember:
      return (nil, "places")
    case .fieldUndocumented:
      return (objects(node), unit(of: node))
    case .fieldMissing, .fieldRenamed, .fieldMoved:
      let parent = Int(plan.nodes[node].parent)
      return parent < 0 ? (bodies, "bodies") : (objects(parent), unit(of: parent))
    default:
      return (presence.values[node], node == 0 ? "bodies" : "values")
    }
  }

  /// How often an object was there, whatever node it was read through.
  func objects(_ node: Int) -> Int {
    guard node > 0 else { return bodies }
    let owner = plan.nodes[node].owner
    return plan.nodes.indices.filter { plan.nodes[$0].owner == owner }
      .reduce(0) { $0 + presence.values[$1] }
  }

  /// The same of all nodes, by the node that owns them.
  func objectsByOwner() -> [Int32: Int] {
    plan.nodes.indices.reduce(into: [:]) { counts, node in
      counts[plan.nodes[node].owner, default: 0] += presence.values[node]
    }
  }

  private func unit(of node: Int) -> String {
    guard node > 0 else { return "bodies" }
    let parent = Int(plan.nodes[node].parent)
    return parent >= 0 && plan.nodes[parent].kind == .list ? "items" : "objects"
  }
}
