import PlumbModel
import PlumbText

/// A field table made flat for the walk: one node for each place where a value may stand.
final class TablePlan: Sendable {
  /// What kind of value a node documents.
  enum Kind: UInt8 {
    case string, integer, number, boolean, any, object, list
  }

  /// One place where a value may stand; node 0 is the root.
  struct Node: Sendable {
    var kind = Kind.any
    var isNullable = false
    /// What narrows it, as an index into ``TablePlan/narrowings``; -1 for nothing.
    var narrowing: Int32 = -1
    /// Its first member among ``TablePlan/members``, and how many there are.
    var firstMember: Int32 = 0
    var memberCount: Int32 = 0
    /// The bits of the members that must be there; bit 63 where only the general form may end it.
    var needed: UInt64 = 0
    /// The node of a list's items, or of an open object's other members; -1 for none.
    var inner: Int32 = -1
    /// Its first state.
    var state: Int32 = 0
    /// The node that owns the states: itself, but for a type inside itself.
    var owner: Int32 = 0
    /// The object or list that it stands in; -1 for the root.
    var parent: Int32 = -1
  }

  /// A documented member of an object.
  struct Member: Sendable {
    var nameOffset: Int32
    var nameLength: Int32
    var node: Int32
    var isOptional: Bool
  }

  /// What a report says of a node.
  struct RowText: Sendable {
    /// The row without indices: `/occupation/*/title`.
    var field: String
    /// The last part of the row as people say it: `job_zone.code`.
    var name: String
    /// The number of the row in its table, from 1; `nil` for the root, items and other members.
    var number: Int?
    var isOptional: Bool
    /// The documented type, in the notation's words.
    var documented: String
    var place: SourcePlace
  }

  /// The most members of one object that have a bit of their own.
  static let bitLimit = 62

  /// The bit that keeps an object from ending in the fast walk.
  static let generalEnd: UInt64 = 1 << 63

  let nodes: [Node]
  let members: [Member]
  /// The names of all members in UTF-8, one after the other.
  let names: [UInt8]
  let rows: [RowText]
  let narrowings: [Narrowing]
  /// The node that each state belongs to.
  let stateNodes: [Int32]
  /// The slot on the tape of each node; -1 where nothing speaks of it.
  let slots: [Int32]
  /// Whether of each node only texts that may be addresses go to the tape.
  let addressesOnly: [Bool]
  /// The places that promises speak of, and their number.
  let tape: TapePlan
  let slotCount: Int
  /// What was read last in each state: -1 nothing, a member's rank, or one more for another.
  let statePrevious: [Int32]

  /// Takes over what a planner has put together.
  init(_ draft: Draft) {
    nodes = draft.nodes
    members = draft.members
    names = draft.names
    rows = draft.rows
    narrowings = draft.narrowings
    tape = draft.tape
    slotCount = draft.tape.paths.count
    var slots = [Int32](repeating: -1, count: draft.nodes.count)
    for (slot, path) in draft.tape.paths.enumerated() {
      if let node = Self.node(at: path, in: draft) { slots[Int(node)] = Int32(slot) }
    }
    self.slots = slots
    addressesOnly = slots.map { draft.tape.addressSlots.contains($0) }
    stateNodes = draft.stateNodes
    statePrevious = draft.statePrevious
  }

  /// A plan in the making.
  struct Draft {
    var nodes: [Node] = []
    var members: [Member] = []
    var names: [UInt8] = []
    var rows: [RowText] = []
    var narrowings: [Narrowing] = []
    var tape = TapePlan()
    var stateNodes: [Int32] = []
    var statePrevious: [Int32] = []
  }

  /// The node of a place; `nil` when no row is there.
  private static func node(at path: FieldPath, in draft: Draft) -> Int32? {
    var node: Int32 = 0
    for step in path.steps {
      let current = draft.nodes[Int(node)]
      switch step {
      case .items:
        guard current.kind == .list else { return nil }
        node = current.inner
      case .member(let name):
        guard current.kind == .object else { return nil }
        let first = Int(current.firstMember)
        let members = draft.members[first..<(first + Int(current.memberCount))]
        let match = members.first { member in
          let start = Int(member.nameOffset)
          return draft.names[start..<(start + Int(member.nameLength))].elementsEqual(name.utf8)
        }
        guard let match else { return nil }
        node = match.node
      }
    }
    return node
  }

  /// The name of a member.
  func name(of member: Member) -> String {
    let start = Int(member.nameOffset)
    return String(decoding: names[start..<(start + Int(member.nameLength))], as: UTF8.self)
  }

  /// The name of the member that a node documents; `nil` for the root, items and other members.
  func lastName(of node: Int) -> String? {
    let parent = nodes[node].parent
    guard parent >= 0 else { return nil }
    return members(of: parent).first { Int(members[$0].node) == node }
      .map { name(of: members[$0]) }
  }

  /// The members of an object's node.
  func members(of node: Int32) -> Range<Int> {
    let first = Int(nodes[Int(node)].firstMember)
    return first..<(first + Int(nodes[Int(node)].memberCount))
  }
}
