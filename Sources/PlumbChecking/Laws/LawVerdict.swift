import PlumbModel

/// What a relation says of two sides whose values are equal or not; sizes are compared elsewhere.
struct LawVerdict {
  /// The values that break the law; of the right side for `contains`, otherwise of the left.
  var broken: [Int] = []
  /// How many values were judged; 0 when the law was not.
  var judged = 0

  /// Judges two sides by equality.
  ///
  /// - Parameter isEither: Whether `=` holds with any right value, as it does for the values of a
  ///   parameter, and not only with all.
  init(_ relation: Law.Relation, _ left: LawSide, _ right: LawSide, isEither: Bool) {
    switch relation {
    case .equal: equal(left, right, isEither: isEither)
    case .within: within(left, right)
    case .contains: within(right, left)
    case .apartFrom: apart(left, right)
    case .unique: unique(left)
    case .atMost(let most):
      guard left.count > 0 || left.isWhole else { return }
      judged = max(1, left.count)
      broken = left.count > most ? [min(most, left.count - 1)] : []
    case .moreThan(let least):
      guard left.isWhole else { return }
      judged = max(1, left.count)
      broken = left.count > least ? [] : [max(0, left.count - 1)]
    case .less, .atMostEqual: break
    }
  }

  private mutating func equal(_ left: LawSide, _ right: LawSide, isEither: Bool) {
    guard LawSide.areComparable(left, right), !right.values.isEmpty else { return }
    judged = left.values.count
    let hashes = right.values
    for (index, value) in left.values.enumerated() {
      let holds =
        isEither
        ? hashes.contains { $0.hash == value.hash } : hashes.allSatisfy { $0.hash == value.hash }
      if !holds { broken.append(index) }
    }
  }

  private mutating func within(_ parts: LawSide, _ whole: LawSide) {
    guard whole.isWhole, LawSide.areComparable(parts, whole) else { return }
    judged = parts.values.count
    let set = HashSet(whole.values)
    for (index, value) in parts.values.enumerated() where !set.contains(value.hash) {
      broken.append(index)
    }
  }

  private mutating func apart(_ left: LawSide, _ right: LawSide) {
    guard LawSide.areComparable(left, right), !right.values.isEmpty else { return }
    judged = left.values.count
    let set = HashSet(right.values)
    for (index, value) in left.values.enumerated() where set.contains(value.hash) {
      broken.append(index)
    }
  }

  private mutating func unique(_ left: LawSide) {
    judged = left.values.count
    var seen: Set<UInt64> = []
    seen.reserveCapacity(left.values.count)
    for (index, value) in left.values.enumerated() where !seen.insert(value.hash).inserted {
      broken.append(index)
    }
  }
}
