import PlumbModel
import PlumbText

/// Turns a documented type into a flat plan.
struct TablePlanner {
  private let types: [String: FieldType]
  private let place: SourcePlace
  private var plan = TablePlan.Draft()
  private var rowCount = 0
  /// The nodes of the named types that are being made, and the nodes that stand in for them.
  private var open: [String: Int32] = [:]
  /// The first node of each named type that is made.
  private var made: [String: Int32] = [:]
  private var standIns: [(node: Int32, original: Int32)] = []

  /// The number of nodes from which a named type is made once and shared: types that name others
  /// twice each would double the plan with each level.
  private static let roomy = 20_000

  /// Plans a body.
  ///
  /// - Parameters:
  ///   - type: The type of the body.
  ///   - types: The API's named types.
  ///   - place: Where the response stands in its contract.
  ///   - tape: The places that promises speak of.
  static func plan(
    _ type: FieldType,
    types: [String: FieldType],
    place: SourcePlace,
    tape: TapePlan = TapePlan()
  ) -> TablePlan {
    var planner = TablePlanner(types: types, place: place)
    planner.plan.tape = tape
    _ = planner.add(type, at: RowSite(field: "", name: "body", parent: -1, place: place))
    planner.finish()
    return TablePlan(planner.plan)
  }

  private init(types: [String: FieldType], place: SourcePlace) {
    self.types = types
    self.place = place
  }

  /// Where a type stands: what its row is called.
  private struct RowSite {
    var field: String
    var name: String
    var parent: Int32
    var place: SourcePlace
    var number: Int?
    var isOptional = false
    /// Whether recordings show something else in place of its values.
    var isSecret = false
  }

  private mutating func add(_ type: FieldType, at site: RowSite) -> Int32 {
    let index = Int32(plan.nodes.count)
    var node = TablePlan.Node()
    node.owner = index
    node.parent = site.parent
    node.isNullable = type.isNullable
    plan.nodes.append(node)
    plan.rows.append(
      TablePlan.RowText(
        field: site.field,
        name: site.name,
        number: site.number,
        isOptional: site.isOptional,
        documented: TypeText.describe(type),
        place: site.place
      )
    )
    fill(index, with: type, at: site)
    return index
  }

  private mutating func fill(_ index: Int32, with type: FieldType, at site: RowSite) {
    let at = Int(index)
    // Of what is taken out of recordings the type alone stays.
    if !type.narrowing.isEmpty, !site.isSecret {
      plan.nodes[at].narrowing = Int32(plan.narrowings.count)
      plan.narrowings.append(type.narrowing)
    }
    switch type.shape {
    case .string: plan.nodes[at].kind = .string
    case .integer: plan.nodes[at].kind = .integer
    case .number: plan.nodes[at].kind = .number
    case .boolean: plan.nodes[at].kind = .boolean
    case .any: plan.nodes[at].kind = .any
    case .list(let item):
      plan.nodes[at].kind = .list
      plan.nodes[at].state = addStates(for: index, previous: [-1, 0])
      let inner = RowSite(
        field: site.field + "/*",
        name: site.name + "[]",
        parent: index,
        place: site.place,
        isSecret: site.isSecret
      )
      plan.nodes[at].inner = add(item, at: inner)
    case .object(let object):
      plan.nodes[at].kind = .object
      addMembers(object, to: index, at: site)
    case .named(let name):
      if let original = open[name] ?? (plan.nodes.count > Self.roomy ? made[name] : nil) {
        standIns.append((index, original))
      } else if var named = types[name] {
        open[name] = index
        named.isNullable = named.isNullable || type.isNullable
        plan.nodes[at].isNullable = named.isNullable
        fill(index, with: named, at: site)
        open[name] = nil
        made[name] = made[name] ?? index
      }
    }
  }

  private mutating func addMembers(_ object: ObjectType, to index: Int32, at site: RowSite) {
    let at = Int(index)
    plan.nodes[at].state = addStates(
      for: index,
      previous: Array(-1...Int32(object.rows.count))
    )
    var members: [TablePlan.Member] = []
    for (rank, row) in object.rows.enumerated() {
      let name = Array(row.name.utf8)
      let offset = plan.names.count
      plan.names += name
      rowCount += 1
      let token = JSONPointer(tokens: [row.name]).description
      let isInItem = site.field.isEmpty || site.field.hasSuffix("/*")
      let inner = RowSite(
        field: site.field + token,
        name: isInItem ? row.name : "\(site.name).\(row.name)",
        parent: index,
        place: row.place,
        number: rowCount,
        isOptional: row.isOptional,
        isSecret: row.isSecret || site.isSecret
      )
      let node = add(row.type, at: inner)
      members.append(
        TablePlan.Member(
          nameOffset: Int32(offset),
          nameLength: Int32(name.count),
          node: node,
          isOptional: row.isOptional
        )
      )
      if rank >= TablePlan.bitLimit {
        plan.nodes[at].needed |= TablePlan.generalEnd
      } else if !row.isOptional {
        plan.nodes[at].needed |= 1 << UInt64(rank)
      }
    }
    if let others = object.others {
      let inner = RowSite(
        field: site.field + "/*",
        name: site.name,
        parent: index,
        place: site.place
      )
      plan.nodes[at].inner = add(others, at: inner)
    }
    plan.nodes[at].firstMember = Int32(plan.members.count)
    plan.nodes[at].memberCount = Int32(members.count)
    plan.members += members
  }

  private mutating func addStates(for node: Int32, previous: [Int32]) -> Int32 {
    let first = Int32(plan.stateNodes.count)
    for before in previous {
      plan.stateNodes.append(node)
      plan.statePrevious.append(before)
    }
    return first
  }

  private mutating func finish() {
    for (node, original) in standIns {
      var copy = plan.nodes[Int(original)]
      copy.parent = plan.nodes[Int(node)].parent
      copy.isNullable = copy.isNullable || plan.nodes[Int(node)].isNullable
      plan.nodes[Int(node)] = copy
    }
  }
}
