import PlumbChecking

extension ValueComparison {
  /// Compares the members of objects: those that stayed, that have other names, are gone, or new.
  mutating func compareMembers(
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
        example: other.value.example
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
      let last = member.value.last.map { ["seen last in `\($0.address)`"] } ?? []
      note(.rowRemoved, member.row, shift.beforeWords, shift.afterWords, evidence: last)
    }
    for member in come where !renames.contains(where: { $0.1.row == member.row }) {
      let shift = PresenceShift(
        before: 0,
        of: before.objects,
        after: member.value.count,
        of: member.of
      )
      guard shift.isCertain else { continue }
      let example = member.value.example
      note(.rowAdded, member.row, shift.beforeWords, shift.afterWords, example: example)
    }
  }
}
