import PlumbText

/// Finds the values that the address at one place is made of, as the addresses are met in order.
struct LinkValues {
  /// Where a member's search stands.
  private struct Cursor {
    var scope: Int
    var value: Int
  }

  private let target: LinkPlan.Target
  private var cursors: [Cursor]

  init(_ target: LinkPlan.Target, _ index: TapeIndex) {
    self.target = target
    cursors = target.members.map { member in
      Cursor(
        scope: member.scope < 0 ? 0 : index.positions(of: member.scope).lowerBound,
        value: index.positions(of: member.place.slot).lowerBound
      )
    }
  }

  /// The rank of the first value of a member in the item that an address stands in; `nil` when it
  /// is absent.
  mutating func rank(of member: Int, for address: Int, in index: TapeIndex) -> Int? {
    let known = target.members[member]
    let values = index.positions(of: known.place.slot)
    var start = 0
    var end = Int.max
    if known.scope >= 0 {
      let scopes = index.positions(of: known.scope)
      guard !scopes.isEmpty else { return nil }
      var scope = cursors[member].scope
      while scope + 1 < scopes.upperBound, index.rank(at: scope + 1) <= address { scope += 1 }
      cursors[member].scope = scope
      start = index.rank(at: scope)
      if scope + 1 < scopes.upperBound { end = index.rank(at: scope + 1) }
    }
    var value = cursors[member].value
    while value < values.upperBound, index.rank(at: value) < start { value += 1 }
    cursors[member].value = value
    guard value < values.upperBound, index.rank(at: value) < end else { return nil }
    return index.rank(at: value)
  }
}
