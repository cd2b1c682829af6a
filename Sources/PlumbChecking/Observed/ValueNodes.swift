import PlumbText

/// The places of bodies, found by their names: a tree in flat form.
struct ValueNodes {
  /// What finding the next place takes.
  struct Node {
    /// Of an object: the bytes from its opening to its first member's value, and that member.
    var opening = Stretch()
    var openingLength = 0
    var first: Int32 = -1
    /// Of a member: the bytes from behind its value to the next member's, and that member.
    var after = Stretch()
    var afterLength = 0
    var next: Int32 = -1
    /// The member's bit among those of its object.
    var bit = SIMD2<UInt64>()
    /// The items of a list; -1 for none.
    var items: Int32 = -1
    /// The members of an object whose names are too many; -1 for none.
    var others: Int32 = -1
  }

  /// What is only looked at when a place is new, and at the end.
  struct Label {
    var name: [UInt8] = []
    var parent: Int32 = -1
    /// Where it was seen first, and the member that stood before it there; -1 for none.
    var first: ValueOrder
    var previous: Int32 = -1
    var members: [Int32] = []
  }

  private(set) var labels: [Label] = []
  var nodes: [Node] = []
  /// Members by a hash of object and name.
  private var index: [UInt64: Int32] = [:]

  /// Begins with the root.
  init() {
    _ = add(Label(first: ValueOrder(rank: 0, entry: 0, offset: 0)))
  }

  /// The number of places.
  var count: Int { nodes.count }

  /// Adds a place, and returns it.
  mutating func add(_ label: Label) -> Int32 {
    nodes.append(Node())
    labels.append(label)
    return Int32(nodes.count - 1)
  }

  /// The member of an object by its name; `nil` when it has none of that name.
  func member(of object: Int32, _ bytes: RawSpan, _ name: Range<Int>) -> Int32? {
    guard let found = index[Self.hash(object, bytes, name)] else { return nil }
    if isMember(found, of: object, bytes, name) { return found }
    return labels[Int(object)].members.first { isMember($0, of: object, bytes, name) }
  }

  private func isMember(
    _ member: Int32,
    of object: Int32,
    _ bytes: RawSpan,
    _ name: Range<Int>
  ) -> Bool {
    labels[Int(member)].parent == object && labels[Int(member)].name.count == name.count
      && bytes.holds(labels[Int(member)].name, at: name.lowerBound)
  }

  /// Adds a member to an object that may have one more.
  mutating func addMember(
    _ name: [UInt8],
    to object: Int32,
    first: ValueOrder,
    previous: Int32
  ) -> Int32 {
    let rank = labels[Int(object)].members.count
    let member = add(Label(name: name, parent: object, first: first, previous: previous))
    labels[Int(object)].members.append(member)
    let bit: UInt64 = 1 << UInt64(rank & 63)
    nodes[Int(member)].bit = rank < 64 ? SIMD2(bit, 0) : SIMD2(0, bit)
    let hash = Self.hash(object, name.span.bytes, name.indices)
    if index[hash] == nil { index[hash] = member }
    return member
  }

  /// Remembers the bytes that lead from a place to a member.
  ///
  /// - Parameter isOpening: Whether the place is the object; else it is the member before, or -1.
  mutating func remember(
    _ bytes: RawSpan,
    _ range: Range<Int>,
    from place: Int32,
    isOpening: Bool,
    to member: Int32
  ) {
    guard place >= 0 else { return }
    var node = nodes[Int(place)]
    let stretch = Stretch(bytes, range)
    if isOpening {
      (node.first, node.opening, node.openingLength) = (member, stretch, range.count)
    } else {
      (node.next, node.after, node.afterLength) = (member, stretch, range.count)
    }
    nodes[Int(place)] = node
  }

  /// Takes back all places from the given number on.
  mutating func remove(from start: Int) {
    guard start < nodes.count else { return }
    for label in labels[start...] where !label.name.isEmpty || label.parent >= 0 {
      let hash = Self.hash(label.parent, label.name.span.bytes, label.name.indices)
      if let found = index[hash], found >= start { index[hash] = nil }
    }
    nodes.removeLast(nodes.count - start)
    labels.removeLast(labels.count - start)
    for place in nodes.indices {
      while let last = labels[place].members.last, last >= start {
        labels[place].members.removeLast()
      }
      if nodes[place].items >= start { nodes[place].items = -1 }
      if nodes[place].others >= start { nodes[place].others = -1 }
      if nodes[place].first >= start { nodes[place].first = -1 }
      if nodes[place].next >= start { nodes[place].next = -1 }
    }
  }

  private static func hash(_ object: Int32, _ bytes: RawSpan, _ name: Range<Int>) -> UInt64 {
    XXH64.hash(bytes, name, seed: UInt64(truncatingIfNeeded: object))
  }
}
