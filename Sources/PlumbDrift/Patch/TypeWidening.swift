import PlumbChecking
import PlumbModel
import PlumbText

/// Changes documented types as little as it takes for what was seen to conform.
struct TypeWidening {
  /// The API's own types; they are never changed, as other rows lean on them.
  let types: [String: FieldType]
  /// The rows whose texts leave their pattern or format, or whose lists repeat items.
  let formless: Set<String>
  /// Where new rows are said to stand.
  let place: SourcePlace

  /// Returns the type that a row should have.
  func widened(_ type: FieldType, by value: ObservedValue, at row: String) -> FieldType {
    guard value.count > 0 else { return type }
    let written = type.resolved(by: types)
    guard written.shape != .any else { return type }
    var widened = written
    if value.nulls > 0 { widened.isNullable = true }
    let kinds = SeenTypes(value)
    if !kinds.kinds.isEmpty { widen(&widened, by: value, kinds.kinds, at: row) }
    return widened == written ? type : widened
  }

  private func widen(
    _ type: inout FieldType,
    by value: ObservedValue,
    _ kinds: Set<String>,
    at row: String
  ) {
    guard kinds.isSubset(of: type.kinds) else {
      type = replacement(type, by: value, kinds, at: row)
      return
    }
    switch type.shape {
    case .object(let object): type.shape = .object(widened(object, by: value, at: row))
    case .list(let item):
      if let seen = value.items.first {
        let inner = widened(item, by: seen, at: RowPointer.items(of: row))
        type.shape = .list(inner.isSayable ? inner : FieldType(.any))
      }
    default: break
    }
    widen(&type.narrowing, by: value, at: row)
  }

  /// The type of values of other kinds than documented.
  private func replacement(
    _ type: FieldType,
    by value: ObservedValue,
    _ kinds: Set<String>,
    at row: String
  ) -> FieldType {
    // A widened number takes integers too.
    if kinds == ["number"], type.shape == .integer {
      var number = FieldType(.number, isNullable: type.isNullable, narrowing: type.narrowing)
      widen(&number.narrowing, by: value, at: row)
      return number
    }
    let isMixed = !kinds.isDisjoint(with: type.kinds) || kinds.count > 1
    guard !isMixed else { return FieldType(.any) }
    var seen = ObservedTypes(place: place).type(of: value)
    seen.isNullable = seen.isNullable || type.isNullable
    return seen
  }

  // MARK: - Narrowings

  private func widen(_ narrowing: inout Narrowing, by value: ObservedValue, at row: String) {
    if let numbers = value.numbers {
      narrowing.minimum = narrowing.minimum.map { min($0, numbers.least) }
      narrowing.maximum = narrowing.maximum.map { max($0, numbers.greatest) }
    }
    if let sizes = value.lengths ?? value.sizes {
      narrowing.minimumLength = narrowing.minimumLength.map { min($0, sizes.least) }
      narrowing.maximumLength = narrowing.maximumLength.map { max($0, sizes.greatest) }
    }
    if !narrowing.values.isEmpty {
      if let values = value.values {
        let known = Set(narrowing.values)
        narrowing.values += values.map(\.text).filter { !known.contains($0) }
      } else {
        narrowing.values = []
      }
    }
    guard formless.contains(row) else { return }
    narrowing.pattern = nil
    narrowing.format = nil
    narrowing.isUnique = false
  }

  // MARK: - Members

  private func widened(
    _ object: ObjectType,
    by value: ObservedValue,
    at row: String
  ) -> ObjectType {
    var object = object
    var members: [String: ObservedValue] = [:]
    for member in value.members { members[member.name] = member.value }
    let isWhole = !value.isOpen && value.others.isEmpty
    object.rows = object.rows.compactMap { documented in
      var documented = documented
      let seen = members[documented.name]
      if let seen {
        let at = RowPointer.member(documented.name, of: row)
        documented.type = widened(documented.type, by: seen, at: at)
      }
      guard isWhole, !documented.isOptional, seen?.count ?? 0 < value.objects else {
        return documented
      }
      // What never came is no row of this answer.
      guard seen != nil else { return nil }
      documented.isOptional = true
      return documented
    }
    guard isWhole else {
      object.others = object.others ?? FieldType(.any)
      return object
    }
    guard object.others == nil else { return object }
    guard ObservedTypes.areSayable(value.members) else {
      object.others = FieldType(.any)
      return object
    }
    let known = Set(object.rows.map(\.name))
    var previous: String?
    for member in value.members {
      defer { previous = member.name }
      guard !known.contains(member.name) else { continue }
      let added = Row(
        name: member.name,
        isOptional: member.value.count < value.objects,
        type: ObservedTypes(place: place).type(of: member.value),
        place: place
      )
      let index = previous.flatMap { name in object.rows.firstIndex { $0.name == name } }
      object.rows.insert(added, at: index.map { $0 + 1 } ?? 0)
    }
    return object
  }
}

extension FieldType {
  /// The kinds of values that the type takes, as ``SeenTypes`` names them.
  fileprivate var kinds: Set<String> {
    shape == .number ? ["number", "integer"] : [word]
  }
}
