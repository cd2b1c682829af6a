import PlumbModel
import PlumbText

/// Finds the types that paths lead to.
struct FieldLookup {
  /// The API's own types.
  let types: [String: FieldType]

  enum Result {
    /// The type, with the names resolved.
    case found(FieldType)
    /// The path leads into an open object or `any`, where anything may be.
    case open
    /// Why the path leads nowhere, and what to write instead.
    case missing(String, remedy: String?)

    var type: FieldType? {
      if case .found(let type) = self { type } else { nil }
    }
  }

  /// Returns a type with its name resolved; a name that is not known, or circular, stays.
  func resolve(_ type: FieldType) -> FieldType { type.resolved(by: types) }

  /// Follows a path.
  func find(_ path: FieldPath, in type: FieldType) -> Result {
    var type = resolve(type)
    var walked = FieldPath(steps: [])
    for step in path.steps {
      switch (step, type.shape) {
      case (_, .any): return .open
      case (.items, .list(let item)): type = resolve(item)
      case (.member(let name), .object(let object)):
        if let row = object.rows.first(where: { $0.name == name }) {
          type = resolve(row.type)
        } else if object.others != nil {
          return .open
        } else {
          let names = object.rows.map(\.name)
          return .missing(
            "`\(path)` names no row",
            remedy: Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
              ?? "known here are \(names.map { "`\($0)`" }.joined(separator: ", "))"
          )
        }
      case (.member, .list):
        return .missing(
          "`\(path)` names no row: `\(walked)` is a list",
          remedy: "step into its items: `\(walked)[]`"
        )
      default:
        return .missing(
          "`\(path)` names no row: `\(walked)` is \(type.phrase)",
          remedy: nil
        )
      }
      walked.steps.append(step)
    }
    return .found(type)
  }

  /// Follows a path in each of several bodies; the first that has it wins.
  func find(_ path: FieldPath, inAnyOf bodies: [FieldType]) -> Result {
    var result = Result.open
    for (index, body) in bodies.enumerated() {
      let next = find(path, in: body)
      if case .missing = next {
        if index == 0 { result = next }
        continue
      }
      return next
    }
    return result
  }
}
