import PlumbText

/// What was seen of the values in one place: of which kinds they were, and the same of what is in
/// them. Its size does not depend on how many values were seen.
final class ValueSketch {
  /// How many values were seen of each kind.
  private(set) var nulls = 0
  private(set) var booleans = 0
  private(set) var integers = 0
  private(set) var fractions = 0
  private(set) var objects = 0
  private(set) var lists = 0

  /// What was seen of the texts.
  private(set) var texts = TextSketch()

  /// What was seen of the items of lists; `nil` when there was none.
  private(set) var items: ValueSketch?

  /// The names of members, in the order in which they stand.
  private(set) var names: [String] = []

  /// What was seen of the members, by name.
  private(set) var members: [String: ValueSketch] = [:]

  /// What was seen of all members together, once their names are too many to be rows.
  private(set) var others: ValueSketch?

  /// Whether the values were too deep or too many to be described.
  private(set) var isOpen = false

  /// How many values were seen.
  var count: Int { nulls + booleans + integers + fractions + texts.count + objects + lists }

  /// Adds a value.
  ///
  /// - Parameter room: How many more places may be described.
  func add(_ node: JSONNode, depth: Int = 0, room: inout Int) {
    switch node.value {
    case .null: nulls += 1
    case .boolean: booleans += 1
    case .number(let number):
      let isPlain = number.text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- 0x30 < 10 }
      if isPlain { integers += 1 } else { fractions += 1 }
    case .string(let text): texts.add(text)
    case .array(let elements):
      lists += 1
      guard depth < Thresholds.depth, elements.isEmpty || !isOpen else { return isOpen = true }
      for element in elements {
        guard let items = items ?? place(&room) else { return isOpen = true }
        self.items = items
        items.add(element, depth: depth + 1, room: &room)
      }
    case .object(let found):
      objects += 1
      guard depth < Thresholds.depth, found.isEmpty || !isOpen else { return isOpen = true }
      add(found, depth: depth, room: &room)
    }
  }

  private func add(_ found: [JSONMember], depth: Int, room: inout Int) {
    var previous: String?
    for member in found {
      if let sketch = members[member.name] ?? others {
        sketch.add(member.value, depth: depth + 1, room: &room)
      } else if let sketch = place(&room) {
        members[member.name] = sketch
        // New names stand behind the one that they were first seen behind.
        let index = previous.flatMap(names.firstIndex).map { $0 + 1 } ?? 0
        names.insert(member.name, at: index)
        sketch.add(member.value, depth: depth + 1, room: &room)
        if names.count > Thresholds.memberNames { joinMembers() }
      } else {
        isOpen = true
        return
      }
      previous = member.name
    }
  }

  private func place(_ room: inout Int) -> ValueSketch? {
    guard room > 0 else { return nil }
    room -= 1
    return ValueSketch()
  }

  /// Takes all members together: their names are keys.
  private func joinMembers() {
    let joined = ValueSketch()
    for name in names { members[name].map(joined.merge) }
    (names, members, others) = ([], [:], joined)
  }

  /// Adds all values of another sketch.
  func merge(_ other: ValueSketch) {
    nulls += other.nulls
    booleans += other.booleans
    integers += other.integers
    fractions += other.fractions
    objects += other.objects
    lists += other.lists
    texts.merge(other.texts)
    isOpen = isOpen || other.isOpen
    if let added = other.items {
      if let items { items.merge(added) } else { items = added }
    }
    if let added = other.others {
      if others == nil { joinMembers() }
      others?.merge(added)
    }
    for name in other.names {
      guard let added = other.members[name] else { continue }
      if let known = members[name] ?? others {
        known.merge(added)
      } else {
        members[name] = added
        names.append(name)
      }
    }
    if names.count > Thresholds.memberNames { joinMembers() }
  }
}
