import PlumbChecking
import PlumbModel
import PlumbText

/// The plainest types that what was seen conforms to.
struct ObservedTypes {
  /// Where the rows are said to stand.
  let place: SourcePlace

  /// The type of values.
  func type(of value: ObservedValue) -> FieldType {
    let kinds = SeenTypes(value).kinds
    let isNullable = value.nulls > 0
    guard kinds.count == 1, let kind = kinds.first else { return FieldType(.any) }
    switch kind {
    case "boolean": return FieldType(.boolean, isNullable: isNullable)
    case "integer": return FieldType(.integer, isNullable: isNullable)
    case "number": return FieldType(.number, isNullable: isNullable)
    case "string": return FieldType(.string, isNullable: isNullable)
    case "list":
      let item = value.items.first.map(type) ?? FieldType(.any)
      return FieldType(.list(item.isSayable ? item : FieldType(.any)), isNullable: isNullable)
    default: return FieldType(.object(object(of: value)), isNullable: isNullable)
    }
  }

  private func object(of value: ObservedValue) -> ObjectType {
    guard !value.isOpen, value.others.isEmpty, Self.areSayable(value.members) else {
      return ObjectType(rows: [], others: FieldType(.any))
    }
    return ObjectType(
      rows: value.members.map { member in
        Row(
          name: member.name,
          isOptional: member.value.count < value.objects,
          type: type(of: member.value),
          place: place
        )
      }
    )
  }
}

extension ObservedTypes {
  /// Whether the notation has words for all members: not for an empty name, nor for two names that
  /// differ in their bytes only.
  static func areSayable(_ members: [ObservedValue.Member]) -> Bool {
    Set(members.map(\.name)).count == members.count
      && !members.contains { $0.name.isEmpty || $0.name == "......" }
  }
}

extension FieldType {
  /// Whether the notation has words for the type where no row stands: not for null beside an object
  /// or a list.
  var isSayable: Bool {
    switch shape {
    case .object, .list: !isNullable
    default: true
    }
  }
}
