extension ValueSketch {
  /// How many places are described, this one included.
  var places: Int {
    var total = 1
    forEachPart { total += $0.places }
    return total
  }

  /// Keeps only so many places: the shallowest, and of those of one depth the first by name.
  ///
  /// Which ones these are depends only on the names, so that whoever keeps more of them before
  /// comes to the same.
  mutating func keep(_ most: Int) {
    var levels: [Int] = []
    countLevels(0, &levels)
    var room = most
    for level in levels.indices {
      levels[level] = min(levels[level], room)
      room -= levels[level]
    }
    keep(1, &levels)
  }

  private func forEachPart(_ body: (ValueSketch) -> Void) {
    for part in items { body(part) }
    for part in others { body(part) }
    for member in members.values { body(member.value) }
  }

  private func countLevels(_ level: Int, _ levels: inout [Int]) {
    if level == levels.count { levels.append(0) }
    levels[level] += 1
    forEachPart { $0.countLevels(level + 1, &levels) }
  }

  private mutating func keep(_ level: Int, _ room: inout [Int]) {
    guard room.indices.contains(level) else { return }
    func takesRoom() -> Bool {
      room[level] -= 1
      return room[level] >= 0
    }
    for name in members.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if takesRoom() {
        members[name]?.value.keep(level + 1, &room)
      } else {
        members[name] = nil
        isOpen = true
      }
    }
    if !items.isEmpty {
      if takesRoom() { items[0].keep(level + 1, &room) } else { (items, isOpen) = ([], true) }
    }
    if !others.isEmpty {
      if takesRoom() { others[0].keep(level + 1, &room) } else { (others, isOpen) = ([], true) }
    }
  }
}
