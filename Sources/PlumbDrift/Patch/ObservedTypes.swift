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
      // The notation has no words for an item that is null or an object.
      let isSaid = !item.isNullable || item.isScalar
      return FieldType(.list(isSaid ? item : FieldType(.any)), isNullable: isNullable)
    default: return FieldType(.object(object(of: value)), isNullable: isNullable)
    }
  }

  private func object(of value: ObservedValue) -> ObjectType {
    guard !value.isOpen, value.others.isEmpty,
      // The notation has no words for members of these names.
      !value.members.contains(where: { $0.name.isEmpty || $0.name == "......" })
    else { return ObjectType(rows: [], others: FieldType(.any)) }
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

extension FieldType {
  /// Whether values of the type hold no others.
  fileprivate var isScalar: Bool {
    switch shape {
    case .object, .list: false
    default: true
    }
  }
}
