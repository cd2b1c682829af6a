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

  /// Adds a change of one row.
  ///
  /// - Parameter example: A value after that shows it.
  mutating func note(
    _ rule: ChangeRule,
    _ row: String,
    _ before: String,
    _ after: String,
    evidence: [String] = [],
    example: ObservedValue.Example? = nil
  ) {
    var change = Change(
      rule,
      of: operation,
      .row(row, status: status),
      before: before,
      after: after,
      evidence: evidence + Self.words(of: example)
    )
    change.places = example.map { [$0.place] } ?? []
    changes.append(change)
  }

  private static func words(of example: ObservedValue.Example?) -> [String] {
    guard let example, example.isSimple else { return [] }
    return ["for example `\(example.json)`"]
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
        example: new.hasNull ? after.firsts[.null] : nil
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
    let example = Self.firstExample(in: after, besides: old)
    note(rule, row, old.words(of: before), new.words(of: after), example: example)
    return false
  }

  /// The first value of a type that was not there before.
  private static func firstExample(
    in after: ObservedValue,
    besides old: SeenTypes
  ) -> ObservedValue.Example? {
    let kinds: [(ObservedValue.Kind, String)] = [
      (.boolean, "boolean"), (.digits, "integer"), (.number, "number"), (.string, "string"),
      (.object, "object"), (.list, "list"),
    ]
    let new = kinds.filter { kind, word in
      !old.kinds.contains(word) && !(kind == .digits && old.kinds.contains("number"))
    }
    return new.compactMap { after.firsts[$0.0] }.first
  }
}
