/// How much more or less often a member is there than before.
struct PresenceShift {
  /// In how many objects it was, of how many, before and after.
  let before: Int
  let ofBefore: Int
  let after: Int
  let ofAfter: Int

  init(before: Int, of ofBefore: Int, after: Int, of ofAfter: Int) {
    self.before = before
    self.ofBefore = ofBefore
    self.after = after
    self.ofAfter = ofAfter
  }

  /// The rule, when the shift is more than chance; `nil` when it may be chance.
  var rule: ChangeRule? {
    guard isCertain else { return nil }
    return Double(after) * Double(ofBefore) < Double(before) * Double(ofAfter)
      ? .presenceFell : .presenceRose
  }

  /// Whether chance would show such a shift less than once in a million times: by the two-sided
  /// test of two proportions, at a distance of 4.9 standard errors. A shift by less than a tenth of
  /// all objects is none, but for a member that was always or never there.
  var isCertain: Bool {
    guard ofBefore >= ValueComparison.fewest, ofAfter >= ValueComparison.fewest else {
      return false
    }
    let (one, other) = (Double(before) / Double(ofBefore), Double(after) / Double(ofAfter))
    let distance = (one - other).magnitude
    guard distance > 0 else { return false }
    let isOfAll = [0, ofBefore].contains(before) || [0, ofAfter].contains(after)
    guard isOfAll || distance >= 0.1 else { return false }
    let share = Double(before + after) / Double(ofBefore + ofAfter)
    let error = share * (1 - share) * (1 / Double(ofBefore) + 1 / Double(ofAfter))
    return distance * distance >= 4.9 * 4.9 * error
  }

  /// `100 % (940 of 940)`
  var beforeWords: String { Self.words(before, ofBefore) }

  /// `71 % (15 of 21)`
  var afterWords: String { Self.words(after, ofAfter) }

  private static func words(_ count: Int, _ total: Int) -> String {
    guard count > 0 else { return "never (0 of \(total))" }
    guard count < total else { return "always (\(count) of \(total))" }
    // What is not always or never there is never said to be 100 or 0 %.
    let percent = min(max((count * 200 + total) / (2 * total), 1), 99)
    return "\(percent) % (\(count) of \(total))"
  }
}
