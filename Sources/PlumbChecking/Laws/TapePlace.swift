import PlumbModel
import PlumbText

/// A path with its slots on a tape: its own, and those of the lists that it leads through.
struct TapePlace: Hashable, Sendable {
  /// A list on the way.
  struct Level: Hashable, Sendable {
    /// The slot of the list itself; -1 for the root, and where nobody asked for it.
    var list: Int32
    /// The slot where each of its items begins.
    var items: Int32
  }

  let path: FieldPath
  let slot: Int32
  /// The lists on the way, from the outside.
  let levels: [Level]
  /// Whether the documentation lets the value be absent where its object is there.
  var isOptional = false

  /// Puts a path on a tape's plan.
  ///
  /// - Parameters:
  ///   - withLists: Whether the lists themselves are wanted too, so that an empty list can be told
  ///     from an absent one.
  ///   - isAddress: Whether only addresses are looked for there.
  init(
    _ path: FieldPath,
    in plan: inout TapePlan,
    withLists: Bool = false,
    isAddress: Bool = false
  ) {
    self.path = path
    var levels: [Level] = []
    for (index, step) in path.steps.enumerated() where step == .items {
      let list = FieldPath(steps: Array(path.steps[..<index]))
      let items = FieldPath(steps: Array(path.steps[...index]))
      levels.append(
        Level(list: withLists && index > 0 ? plan.add(list) : -1, items: plan.add(items))
      )
    }
    self.levels = levels
    slot = isAddress ? plan.add(addressesAt: path) : plan.add(path)
  }

  /// The row without indices, as a pointer: `/occupation/*/href`.
  var field: String { pointer { _ in "*" } }

  /// The indices of an entry in the lists on the way, from 0 and from the outside.
  func indices(of rank: Int, in index: TapeIndex) -> [Int] {
    var lower = 0
    return levels.map { level in
      let positions = index.positions(of: level.items, from: lower, to: rank + 1)
      if let last = positions.last { lower = index.rank(at: last) }
      return max(0, positions.count - 1)
    }
  }

  /// The pointer to an entry.
  func pointer(of rank: Int, in index: TapeIndex) -> String {
    let indices = indices(of: rank, in: index)
    return pointer { String(indices[$0]) }
  }

  /// The pointer in which each list on the way has a token of its own.
  func pointer(_ token: (Int) -> String) -> String { path.pointer(token) }

  /// Whether so many values between two ranks are all that there should be; an empty list is whole,
  /// an absent one is not.
  ///
  /// - Parameter depth: The number of lists around the whole stretch.
  func isWhole(_ values: Int, in stretch: Range<Int>, below depth: Int, _ index: TapeIndex) -> Bool
  {
    func count(_ slot: Int32) -> Int {
      index.positions(of: slot, from: stretch.lowerBound, to: stretch.upperBound).count
    }
    var expected = 1
    for level in levels.dropFirst(depth) {
      if level.list >= 0, count(level.list) != expected { return false }
      expected = count(level.items)
    }
    return values == expected || (isOptional && values < expected)
  }
}

extension TapePlace {
  /// The place of a list on the way to another place.
  ///
  /// - Parameter level: The list, by its rank from the outside.
  static func upTo(list level: Int, of place: TapePlace) -> TapePlace {
    var seen = -1
    let steps = place.path.steps.prefix { step in
      if step == .items { seen += 1 }
      return seen < level
    }
    return TapePlace(
      path: FieldPath(steps: Array(steps)),
      slot: place.levels[level].list,
      levels: Array(place.levels.prefix(level))
    )
  }

  private init(path: FieldPath, slot: Int32, levels: [Level]) {
    self.path = path
    self.slot = slot
    self.levels = levels
  }
}

extension FieldPath {
  /// The pointer in which each list on the way has a token of its own, by its rank from the outside.
  func pointer(_ token: (Int) -> String) -> String {
    var level = 0
    var pointer = JSONPointer()
    for step in steps {
      switch step {
      case .member(let name): pointer.tokens.append(name)
      case .items:
        pointer.tokens.append(token(level))
        level += 1
      }
    }
    return pointer.description
  }
}
