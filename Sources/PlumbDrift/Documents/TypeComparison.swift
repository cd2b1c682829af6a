import PlumbChecking
import PlumbModel
import PlumbText

/// Compares two documented types, row by row.
struct TypeComparison {
  let operation: String
  let status: Int
  let oldTypes: [String: FieldType]
  let newTypes: [String: FieldType]
  /// Whether both documents say of objects whether they may hold further members.
  let comparesOpenness: Bool
  private(set) var changes: [Change] = []

  /// The pairs of names that are being compared, so that trees end.
  private var open: Set<[String]> = []

  /// The pairs of names that are the same, so that types which hold each other end soon.
  private var same: Set<[String]> = []

  /// How often each pair of names that differ was met; in so many places at most they are told.
  private var told: [[String]: Int] = [:]
  private static let most = 20

  init(
    operation: String,
    status: Int,
    oldTypes: [String: FieldType],
    newTypes: [String: FieldType],
    comparesOpenness: Bool
  ) {
    self.operation = operation
    self.status = status
    self.oldTypes = oldTypes
    self.newTypes = newTypes
    self.comparesOpenness = comparesOpenness
  }

  /// Compares the types of one row.
  mutating func compare(
    _ before: FieldType,
    _ after: FieldType,
    at row: String,
    place: SourcePlace
  ) {
    let names = [before.name ?? "", after.name ?? ""]
    let isNamed = before.name != nil || after.name != nil
    if isNamed {
      guard !same.contains(names), told[names, default: 0] < Self.most,
        open.insert(names).inserted
      else { return }
    }
    let count = changes.count
    defer {
      if isNamed {
        open.remove(names)
        if changes.count == count { same.insert(names) } else { told[names, default: 0] += 1 }
      }
    }
    let (old, new) = (before.resolved(by: oldTypes), after.resolved(by: newTypes))
    if old.isNullable != new.isNullable, old.shape != .any, new.shape != .any {
      note(new.isNullable ? .nullAdded : .nullRemoved, row, old, new, place)
    }
    switch (old.shape, new.shape) {
    case (.object(let one), .object(let other)): compare(one, other, at: row, place)
    case (.list(let one), .list(let other)):
      compare(old.narrowing, new.narrowing, old, new, row, place)
      compare(one, other, at: RowPointer.items(of: row), place: place)
    case (.any, .any): break
    case (.any, _), (.number, .integer): note(.typeNarrowed, row, old, new, place)
    case (_, .any), (.integer, .number): note(.typeWidened, row, old, new, place)
    default:
      guard old.word == new.word else { return note(.typeChanged, row, old, new, place) }
      compare(old.narrowing, new.narrowing, old, new, row, place)
    }
  }

  private mutating func note(
    _ rule: ChangeRule,
    _ row: String,
    _ before: FieldType,
    _ after: FieldType,
    _ place: SourcePlace
  ) {
    note(rule, row, TypeText.describe(before), TypeText.describe(after), place)
  }

  private mutating func note(
    _ rule: ChangeRule,
    _ row: String,
    _ before: String,
    _ after: String,
    _ place: SourcePlace,
    evidence: [String] = [],
    consequence: Consequence? = nil
  ) {
    changes.append(
      Change(
        rule,
        of: operation,
        .row(row, status: status),
        before: before,
        after: after,
        consequence: consequence,
        evidence: evidence,
        contract: place
      )
    )
  }

  // MARK: - Narrowings

  private mutating func compare(
    _ before: Narrowing,
    _ after: Narrowing,
    _ old: FieldType,
    _ new: FieldType,
    _ row: String,
    _ place: SourcePlace
  ) {
    for rule in NarrowingComparison(before: before, after: after).rules {
      note(rule, row, old, new, place)
    }
  }

  // MARK: - Members

  private mutating func compare(
    _ before: ObjectType,
    _ after: ObjectType,
    at row: String,
    _ place: SourcePlace
  ) {
    if (before.others == nil) != (after.others == nil), comparesOpenness {
      let isOpen = after.others != nil
      note(
        isOpen ? .objectOpened : .objectClosed,
        row,
        isOpen ? "no other members" : "other members too",
        isOpen ? "other members too" : "no other members",
        place
      )
    } else if let one = before.others, let other = after.others {
      compare(one, other, at: RowPointer.items(of: row), place: place)
    }
    var gone = before.rows.filter { old in !after.rows.contains { $0.name == old.name } }
    for new in after.rows {
      let at = RowPointer.member(new.name, of: row)
      if let old = before.rows.first(where: { $0.name == new.name }) {
        compare(old, new, at: at)
        continue
      }
      let index = gone.firstIndex { old in
        old.type.placeless == new.type.placeless && RenameFinder.areSimilar(old.name, new.name)
      }
      guard let index else {
        note(.rowAdded, at, "not documented", words(new), new.place)
        continue
      }
      let old = gone.remove(at: index)
      note(
        .rowRenamed,
        RowPointer.member(old.name, of: row),
        old.name,
        new.name,
        new.place,
        evidence: ["the row before and the row after have one type, \(words(new))"]
      )
    }
    for old in gone {
      // Nobody could rely on what may be left out.
      let consequence = old.isOptional ? Consequence.risky : nil
      note(
        .rowRemoved,
        RowPointer.member(old.name, of: row),
        words(old),
        "not documented",
        place,
        consequence: consequence
      )
    }
  }

  private mutating func compare(_ old: Row, _ new: Row, at row: String) {
    if old.isOptional != new.isOptional {
      let rule: ChangeRule = new.isOptional ? .rowOptional : .rowRequired
      note(rule, row, words(old), words(new), new.place)
    }
    compare(old.type, new.type, at: row, place: new.place)
  }

  private func words(_ row: Row) -> String {
    TypeText.describe(row.type) + (row.isOptional ? ", optional" : "")
  }
}

extension FieldType {
  /// The name of the API's type that it is; `nil` when it is written out.
  var name: String? {
    if case .named(let name) = shape { name } else { nil }
  }
}
