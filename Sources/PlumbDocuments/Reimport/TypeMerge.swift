import PlumbModel
import PlumbText

/// Joins what a contract says of a type with what a description says of it now.
///
/// The description decides, but for what it leaves open: where the contract is tighter and says
/// nothing that the description forbids, it stays as it is.
struct TypeMerge {
  let oldTypes: [String: FieldType]
  let newTypes: [String: FieldType]

  /// The pairs of names that are being compared, so that trees of two names end.
  private var open: Set<[String]> = []

  init(oldTypes: [String: FieldType], newTypes: [String: FieldType]) {
    self.oldTypes = oldTypes
    self.newTypes = newTypes
  }

  /// Returns the type that the contract should have.
  func merge(_ old: FieldType, _ new: FieldType) -> FieldType {
    if case .named(let one) = old.shape, case .named(let other) = new.shape {
      if one == other || open.contains([one, other]) {
        return FieldType(.named(one), isNullable: new.isNullable)
      }
      var inner = self
      inner.open.insert([one, other])
      let written = old.resolved(by: oldTypes)
      let merged = inner.merge(written, new.resolved(by: newTypes))
      return merged.placeless == written.placeless ? old : new
    }
    if case .named = old.shape {
      let written = old.resolved(by: oldTypes)
      let merged = merge(written, new)
      return merged.placeless == written.placeless ? old : merged
    }
    if case .named = new.shape {
      let merged = merge(old, new.resolved(by: newTypes))
      return merged.placeless == old.placeless ? old : new
    }
    var merged = new
    switch (old.shape, new.shape) {
    case (_, .any): return old
    case (.list(let one), .list(let other)): merged.shape = .list(merge(one, other))
    case (.object(let one), .object(let other)): merged.shape = .object(merge(one, other))
    case (.integer, .number): merged.shape = .integer
    default:
      guard old.shape == new.shape else { return new }
    }
    merged.narrowing = merge(old.narrowing, new.narrowing)
    return merged
  }

  private func merge(_ old: ObjectType, _ new: ObjectType) -> ObjectType {
    // Of an object of which the description says no more, the contract may say more.
    if new.rows.isEmpty, new.others == FieldType(.any) { return old }
    var object = ObjectType(rows: [], others: new.others)
    switch (old.others, new.others) {
    case (let one?, let other?): object.others = merge(one, other)
    case (nil, .some): object.others = nil
    default: break
    }
    for row in new.rows {
      var merged = row
      if let mine = old.rows.first(where: { $0.name == row.name }) {
        merged.type = merge(mine.type, row.type)
        merged.source = mine.source ?? row.source
        merged.isSecret = mine.isSecret || row.isSecret
        merged.place = mine.place
      }
      object.rows.append(merged)
    }
    object.rows = Ordering.keeping(old.rows.map(\.name), in: object.rows, by: \.name)
    return object
  }

  /// Keeps what is tighter than the description, facet by facet.
  func merge(_ old: Narrowing, _ new: Narrowing) -> Narrowing {
    var merged = new
    merged.minimum = tighter(old.minimum, new.minimum, isLeast: true)
    merged.maximum = tighter(old.maximum, new.maximum, isLeast: false)
    merged.minimumLength = tighter(old.minimumLength, new.minimumLength, isLeast: true)
    merged.maximumLength = tighter(old.maximumLength, new.maximumLength, isLeast: false)
    if !old.values.isEmpty, new.values.isEmpty || Set(old.values).isSubset(of: new.values) {
      merged.values = old.values
    }
    merged.pattern = new.pattern ?? old.pattern
    merged.format = new.format ?? old.format
    merged.isUnique = new.isUnique || old.isUnique
    return merged
  }

  private func tighter<Bound: Comparable>(_ old: Bound?, _ new: Bound?, isLeast: Bool) -> Bound? {
    guard let old, let new else { return old ?? new }
    return isLeast ? max(old, new) : min(old, new)
  }
}

/// Keeps things in the order that people know.
enum Ordering {
  /// Returns the items in a known order; those that are new stand behind the one before them.
  static func keeping<Item>(
    _ known: [String],
    in items: [Item],
    by name: (Item) -> String
  ) -> [Item] {
    var places: [String: Int] = [:]
    for (index, name) in known.enumerated() { places[name] = index }
    var sorted = items.filter { places[name($0)] != nil }
      .sorted { places[name($0)] ?? 0 < places[name($1)] ?? 0 }
    for (index, item) in items.enumerated() where places[name(item)] == nil {
      let previous = index > 0 ? name(items[index - 1]) : nil
      let at = previous.flatMap { previous in sorted.lastIndex { name($0) == previous } }
      sorted.insert(item, at: at.map { $0 + 1 } ?? 0)
    }
    return sorted
  }
}
