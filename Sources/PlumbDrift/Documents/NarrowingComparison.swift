import PlumbModel
import PlumbText

/// Compares what narrows a type with what narrows it later.
struct NarrowingComparison {
  let before: Narrowing
  let after: Narrowing

  /// The rules that the difference falls under, each once.
  var rules: [ChangeRule] { values + form + range }

  private var values: [ChangeRule] {
    guard before.values != after.values else { return [] }
    // A list that begins or ends is a form that texts take or leave.
    if before.values.isEmpty { return [.formTightened] }
    if after.values.isEmpty { return [.formLoosened] }
    let (old, new) = (Set(before.values), Set(after.values))
    return (new.subtracting(old).isEmpty ? [] : [.valueAdded])
      + (old.subtracting(new).isEmpty ? [] : [.valueRemoved])
  }

  private var form: [ChangeRule] {
    let old = before.pattern?.source ?? before.format?.rawValue
    let new = after.pattern?.source ?? after.format?.rawValue
    guard old != new else { return [] }
    if old == nil { return [.formTightened] }
    return new == nil ? [.formLoosened] : [.formChanged]
  }

  /// A range that moves is widened and narrowed.
  private var range: [ChangeRule] {
    var isWider = !after.isUnique && before.isUnique
    var isNarrower = after.isUnique && !before.isUnique
    func compare<Bound: Comparable>(_ old: Bound?, _ new: Bound?, isLeast: Bool) {
      switch (old, new) {
      case (nil, nil): break
      case (nil, _?): isNarrower = true
      case (_?, nil): isWider = true
      case (let old?, let new?):
        if isLeast ? new < old : old < new { isWider = true }
        if isLeast ? old < new : new < old { isNarrower = true }
      }
    }
    compare(before.minimum, after.minimum, isLeast: true)
    compare(before.maximum, after.maximum, isLeast: false)
    compare(before.minimumLength, after.minimumLength, isLeast: true)
    compare(before.maximumLength, after.maximumLength, isLeast: false)
    return (isWider ? [.rangeWidened] : []) + (isNarrower ? [.rangeNarrowed] : [])
  }
}
