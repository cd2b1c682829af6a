/// Finds members that stand in another object than before.
enum MoveFinder {
  /// Takes a member that is gone and one of its name that is new elsewhere for one that moved, when
  /// there is only one of each.
  static func joined(_ changes: [Change]) -> [Change] {
    var changes = changes
    for change in changes where change.rule == .rowRemoved {
      let gone = changes.indices.filter { isAlike(changes[$0], change, .rowRemoved) }
      let come = changes.indices.filter { isAlike(changes[$0], change, .rowAdded) }
      guard gone.count == 1, come.count == 1, let place = changes[come[0]].row, let row = change.row
      else { continue }
      var moved = change
      moved.rule = .rowMoved
      moved.consequence = moved.rule.consequence
      moved.before = row
      moved.after = place
      moved.evidence = [
        "the only member of this name that is gone, and the only one that is new: before "
          + "\(change.before), after \(changes[come[0]].after)"
      ]
      moved.places = changes[come[0]].places
      changes[gone[0]] = moved
      changes.remove(at: come[0])
    }
    return changes
  }

  private static func isAlike(_ one: Change, _ other: Change, _ rule: ChangeRule) -> Bool {
    guard one.rule == rule, one.operation == other.operation,
      case .row(let row, let status) = one.subject,
      case .row(let place, let otherStatus) = other.subject
    else { return false }
    return status == otherStatus && RowPointer.name(of: row) == RowPointer.name(of: place)
  }
}
