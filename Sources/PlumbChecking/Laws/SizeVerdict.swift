import PlumbModel
import PlumbText

/// What `<` and `<=` say of two sides: each left value against each right one.
struct SizeVerdict {
  /// The left values that break the law.
  private(set) var broken: [Int] = []
  /// How many left values were judged.
  private(set) var judged = 0

  init(
    _ law: LawPlan.BodyLaw,
    _ left: LawSide,
    _ right: LawSide,
    _ reading: SideReading,
    _ bytes: RawSpan
  ) {
    guard !left.values.isEmpty, !right.values.isEmpty, let side = law.right else { return }
    let allowsEqual = law.law.relation == .atMostEqual
    if let one = Self.plain(left, reading, bytes), let other = Self.plain(right, reading, bytes) {
      judged = 1
      broken = one < other || (allowsEqual && one == other) ? [] : [0]
      return
    }
    let lefts = reading.values(law.left, left, as: right.kind, bytes)
    let rights = reading.values(side, right, as: left.kind, bytes)
    for (index, one) in lefts.enumerated() {
      let verdicts = rights.compactMap { Self.holds(one, $0, allowsEqual: allowsEqual) }
      judged += verdicts.isEmpty ? 0 : 1
      if verdicts.contains(false) { broken.append(index) }
    }
  }

  /// Whether one value is less than another, or equal where that is allowed; `nil` when they cannot
  /// be compared.
  static func holds(_ left: LawValue, _ right: LawValue, allowsEqual: Bool) -> Bool? {
    if allowsEqual { return LawValue.isLess(right, than: left).map { !$0 } }
    return LawValue.isLess(left, than: right)
  }

  /// The only value of a side, when it is a plain whole number of the body.
  private static func plain(_ side: LawSide, _ reading: SideReading, _ bytes: RawSpan) -> Int? {
    guard side.values.count == 1, side.kind == .number, side.values[0].rank >= 0 else { return nil }
    return PlainInteger.read(reading.tape.entries[side.values[0].rank].range, in: bytes)
  }
}
