import PlumbModel

/// The places of a table that promises speak of.
struct TapePlan: Sendable {
  /// The places; a path that ends in `[]` is where each item of a list begins.
  private(set) var paths: [FieldPath] = []

  /// The slots of which nothing is asked but addresses: of these, only texts that may be one are
  /// noted.
  private(set) var addressSlots: Set<Int32> = []

  /// The slot of a place; `nil` when nothing speaks of it.
  func slot(of path: FieldPath) -> Int32? { paths.firstIndex(of: path).map(Int32.init) }

  /// Adds a place and every list around it; the slot.
  @discardableResult
  mutating func add(_ path: FieldPath) -> Int32 {
    let slot = place(path)
    addressSlots.remove(slot)
    return slot
  }

  /// Adds a place where only addresses are looked for, and every list around it; the slot.
  mutating func add(addressesAt path: FieldPath) -> Int32 {
    if let known = slot(of: path) { return known }
    let slot = place(path)
    addressSlots.insert(slot)
    return slot
  }

  private mutating func place(_ path: FieldPath) -> Int32 {
    for (index, step) in path.steps.enumerated()
    where step == .items && index + 1 < path.steps.count {
      add(FieldPath(steps: Array(path.steps[...index])))
    }
    if let known = slot(of: path) { return known }
    paths.append(path)
    return Int32(paths.count - 1)
  }
}
