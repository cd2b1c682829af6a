import PlumbModel
import PlumbText

/// A parameter made ready for judging requests.
final class ParameterPlan: Sendable {
  let name: [UInt8]
  let location: Parameter.Location
  let list: Parameter.ListStyle?
  let isOptional: Bool
  /// Whether recordings hold something else in place of its value.
  let isSecret: Bool
  /// The kind of its value, or of one item; ``TablePlan/Kind/any`` for what cannot be judged.
  let kind: TablePlan.Kind
  let narrowing: Narrowing
  /// Whether anything narrows it.
  let isNarrowed: Bool

  init(_ parameter: Parameter, types: [String: FieldType]) {
    name = Array(parameter.name.utf8)
    location = parameter.location
    list = parameter.list
    isOptional = parameter.isOptional
    isSecret = parameter.isSecret
    let type = parameter.type.resolved(by: types)
    narrowing = type.narrowing
    isNarrowed = !type.narrowing.isEmpty
    switch type.shape {
    case .string: kind = .string
    case .integer: kind = .integer
    case .number: kind = .number
    case .boolean: kind = .boolean
    default: kind = .any
    }
  }
}
