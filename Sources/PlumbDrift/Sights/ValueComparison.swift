import PlumbChecking
import PlumbText

/// Compares what was seen of the values of one response with what was seen of them later.
///
/// Only what chance does not explain is a change: fewer than ``fewest`` objects tell nothing of a
/// member that is there sometimes.
struct ValueComparison {
  /// The fewest values or objects on each side from which anything is concluded.
  static let fewest = 20

  let operation: String
  let status: Int
  private(set) var changes: [Change] = []

  init(operation: String, status: Int) {
    self.operation = operation
    self.status = status
  }

  /// Compares what stands in one place.
  mutating func compare(_ before: ObservedValue, _ after: ObservedValue, at row: String) {
    guard before.count > 0, after.count > 0 else { return }
    let isSame = compareTypes(before, after, at: row)
    if isSame { compareTexts(before, after, at: row) }
    if before.objects > 0, after.objects > 0, before.others.isEmpty, after.others.isEmpty,
      !before.isOpen, !after.isOpen
    {
      compareMembers(before, after, at: row)
    }
    if let one = before.items.first, let other = after.items.first {
      compare(one, other, at: RowPointer.items(of: row))
    }
  }

  private mutating func note(
    _ rule: ChangeRule,
    _ row: String,
    _ before: String,
    _ after: String,
    evidence: [String] = [],
    place: Place? = nil
  ) {
    var change = Change(
      rule,
      of: operation,
      .row(row, status: status),
      before: before,
      after: after,
      evidence: evidence
    )
    change.places = place.map { [$0] } ?? []
    changes.append(change)
  }

  // MARK: - Types

  /// Compares the types; returns whether they are the same.
  private mutating func compareTypes(
    _ before: ObservedValue,
    _ after: ObservedValue,
    at row: String
  ) -> Bool {
    let (old, new) = (SeenTypes(before), SeenTypes(after))
    if old.hasNull != new.hasNull, new.hasNull || after.count >= Self.fewest {
      let rule: ChangeRule = new.hasNull ? .nullAdded : .nullRemoved
      note(
        rule,
        row,
        old.words(of: before),
        new.words(of: after),
        place: after.example?.place
      )
    }
    // Null alone says nothing of the type.
    guard !old.kinds.isEmpty, !new.kinds.isEmpty, old.kinds != new.kinds else {
      return old.kinds == new.kinds
    }
    let rule: ChangeRule =
      old.holds(new) ? .typeNarrowed : new.holds(old) ? .typeWidened : .typeChanged
    // Fewer types may be chance.
    guard rule != .typeNarrowed || after.count >= Self.fewest else { return false }
    note(rule, row, old.words(of: before), new.words(of: after), place: after.example?.place)
    return false
  }

  // MARK: - Texts

  private mutating func compareTexts(
    _ before: ObservedValue,
    _ after: ObservedValue,
    at row: String
  ) {
    if let old = ValueList(before), let new = after.values.map(ValueList.init(all:)) {
      let added = new.texts.subtracting(old.texts).sorted()
      if !added.isEmpty {
        let words = added.map { "`\($0)`" }.joined(separator: ", ")
        note(.valueAdded, row, old.words, "\(words) besides", place: after.example?.place)
      }
      guard let whole = ValueList(after) else { return }
      let removed = old.texts.subtracting(whole.texts).sorted()
      if !removed.isEmpty {
        let words = removed.map { "`\($0)`" }.joined(separator: ", ")
        note(.valueRemoved, row, "\(words) besides", whole.words, place: after.example?.place)
      }
      return
    }
    guard before.strings >= Self.fewest, after.strings >= Self.fewest, before.form != after.form
    else { return }
    let rule: ChangeRule =
      before.form == nil ? .formTightened : after.form == nil ? .formLoosened : .formChanged
    // Texts that had no form in common had one by chance.
    guard rule != .formTightened else { return }
    let words = (before.form?.words ?? "any text", after.form?.words ?? "any text")
    note(rule, row, words.0, words.1, place: after.example?.place)
  }

  // MARK: - Members

  private mutating func compareMembers(
    _ before: ObservedValue,
    _ after: ObservedValue,
    at row: String
  ) {
    // By their bytes: names that look alike are names of their own.
    let old = Dictionary(before.members.map { (Array($0.name.utf8), $0.value) }) { one, _ in one }
    let new = Dictionary(after.members.map { (Array($0.name.utf8), $0.value) }) { one, _ in one }
    var gone: [RenameFinder.Member] = []
    for member in before.members {
      let at = RowPointer.member(member.name, of: row)
      guard let later = new[Array(member.name.utf8)] else {
        gone.append(RenameFinder.Member(row: at, value: member.value, of: before.objects))
        continue
      }
      let shift = PresenceShift(
        before: member.value.count,
        of: before.objects,
        after: later.count,
        of: after.objects
      )
      if let rule = shift.rule { note(rule, at, shift.beforeWords, shift.afterWords) }
      compare(member.value, later, at: at)
    }
    let come = after.members.filter { old[Array($0.name.utf8)] == nil }
      .map { member in
        RenameFinder.Member(
          row: RowPointer.member(member.name, of: row),
          value: member.value,
          of: after.objects
        )
      }
    let renames = RenameFinder.pairs(gone, come)
    for (one, other) in renames {
      note(
        .rowRenamed,
        one.row,
        RowPointer.name(of: one.row),
        RowPointer.name(of: other.row),
        evidence: [RenameFinder.evidence(one, other)],
        place: other.value.example?.place
      )
      compare(one.value, other.value, at: one.row)
    }
    for member in gone where !renames.contains(where: { $0.0.row == member.row }) {
      let shift = PresenceShift(
        before: member.value.count,
        of: member.of,
        after: 0,
        of: after.objects
      )
      guard shift.isCertain else { continue }
      note(.rowRemoved, member.row, shift.beforeWords, shift.afterWords)
    }
    for member in come where !renames.contains(where: { $0.1.row == member.row }) {
      let shift = PresenceShift(
        before: 0,
        of: before.objects,
        after: member.value.count,
        of: member.of
      )
      guard shift.isCertain else { continue }
      let place = member.value.example?.place
      note(.rowAdded, member.row, shift.beforeWords, shift.afterWords, place: place)
    }
  }
}
