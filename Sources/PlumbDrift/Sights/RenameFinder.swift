import PlumbChecking
import PlumbText

/// Finds members that only changed their names.
enum RenameFinder {
  /// A member that is gone, or new.
  struct Member {
    var row: String
    var value: ObservedValue
    /// How many objects could have held it.
    var of: Int
  }

  /// Pairs what is gone with what came in its place: of one type, about as often there, and with a
  /// similar name or the same values.
  static func pairs(_ gone: [Member], _ come: [Member]) -> [(Member, Member)] {
    var rest = come
    var pairs: [(Member, Member)] = []
    for member in gone {
      let index = rest.firstIndex { isPair(member, $0) }
      guard let index else { continue }
      pairs.append((member, rest.remove(at: index)))
    }
    return pairs
  }

  private static func isPair(_ one: Member, _ other: Member) -> Bool {
    guard SeenTypes(one.value).kinds == SeenTypes(other.value).kinds else { return false }
    let shift = PresenceShift(
      before: one.value.count,
      of: one.of,
      after: other.value.count,
      of: other.of
    )
    guard !shift.isCertain else { return false }
    return haveSimilarNames(one, other) || haveSameValues(one.value, other.value)
  }

  /// What speaks for a pair, as a sentence.
  static func evidence(_ one: Member, _ other: Member) -> String {
    let names = "`\(RowPointer.name(of: one.row))` is gone from \(one.of) objects"
    let new = "`\(RowPointer.name(of: other.row))` is new in \(other.value.count) of \(other.of)"
    let same = haveSameValues(one.value, other.value) ? ", with the same values" : ""
    return "\(names), \(new), of the same type\(same)"
  }

  /// Whether two names differ only in how words are written, or in a letter or two.
  static func areSimilar(_ one: String, _ other: String) -> Bool {
    if Spelling.foldedEqual(one, other) { return true }
    guard min(one.utf8.count, other.utf8.count) >= 4 else { return false }
    return Suggestion.nearest(to: one, among: [other]) != nil
  }

  private static func haveSimilarNames(_ one: Member, _ other: Member) -> Bool {
    areSimilar(RowPointer.name(of: one.row), RowPointer.name(of: other.row))
  }

  private static func haveSameValues(_ one: ObservedValue, _ other: ObservedValue) -> Bool {
    if let old = one.values, let new = other.values, old.count > 1 {
      return Set(old.map(\.text)) == Set(new.map(\.text))
    }
    if let form = one.form, form != .digits, form != .uri { return form == other.form }
    let names = Set(one.members.map(\.name))
    return names.count > 1 && names == Set(other.members.map(\.name))
  }
}
