import PlumbChecking
import PlumbModel
import PlumbText

/// Compares what two documents say of the parameters of one operation.
struct ParameterComparison {
  let operation: String

  /// The changes, in the order of the later document, then what is gone.
  func changes(_ before: [Parameter], _ after: [Parameter]) -> [Change] {
    // The parameters of a path are the same by their place, whatever they are called.
    let (oldPath, newPath) = (before.filter(\.isOfPath), after.filter(\.isOfPath))
    var changes = zip(oldPath, newPath).flatMap { compare($0, $1) }
    let (oldRest, newRest) = (before.filter { !$0.isOfPath }, after.filter { !$0.isOfPath })
    for new in newRest {
      if let old = oldRest.first(where: { $0.isSame(as: new) }) {
        changes += compare(old, new)
      } else {
        changes.append(
          change(
            .parameterAdded,
            new,
            "not documented",
            words(new),
            consequence: new.isOptional ? nil : .breaking
          )
        )
      }
    }
    for old in oldRest where !newRest.contains(where: { $0.isSame(as: old) }) {
      changes.append(change(.parameterRemoved, old, words(old), "not documented"))
    }
    return changes
  }

  private func compare(_ old: Parameter, _ new: Parameter) -> [Change] {
    var rules: [ChangeRule] = []
    if old.isOptional != new.isOptional {
      rules.append(new.isOptional ? .parameterOptional : .parameterRequired)
    }
    if old.type.shape != new.type.shape || old.list != new.list {
      rules.append(.parameterChanged)
    } else {
      rules += Set(
        NarrowingComparison(before: old.type.narrowing, after: new.type.narrowing).rules.map(
          \.ofRequest
        )
      )
      .sorted { $0.rawValue < $1.rawValue }
    }
    if old.defaultValue != new.defaultValue { rules.append(.parameterDefault) }
    return rules.map { change($0, new, words(old), words(new)) }
  }

  private func change(
    _ rule: ChangeRule,
    _ parameter: Parameter,
    _ before: String,
    _ after: String,
    consequence: Consequence? = nil
  ) -> Change {
    Change(
      rule,
      of: operation,
      .parameter(parameter.name),
      before: before,
      after: after,
      consequence: consequence,
      contract: parameter.place
    )
  }

  private func words(_ parameter: Parameter) -> String {
    let type = TypeText.describe(parameter.type)
    let list = parameter.list.map { "list of \(type), \($0.rawValue)" } ?? type
    let value =
      switch parameter.defaultValue {
      case .text(let text)?: " = \(text)"
      case .relative(let name, let plus)?: " = \(name) \(plus < 0 ? "-" : "+") \(plus.magnitude)"
      case nil: ""
      }
    return list + value + (parameter.isOptional ? ", optional" : "")
  }
}

extension Parameter {
  fileprivate var isOfPath: Bool { location == .path }

  fileprivate func isSame(as other: Parameter) -> Bool {
    guard location == other.location else { return false }
    return location == .header
      ? name.lowercased() == other.name.lowercased() : name == other.name
  }
}

extension ChangeRule {
  /// The rule for a parameter where a row would have this one.
  fileprivate var ofRequest: ChangeRule {
    switch self {
    case .valueAdded, .formLoosened, .rangeWidened: .parameterWidened
    case .valueRemoved, .formTightened, .rangeNarrowed: .parameterNarrowed
    default: .parameterChanged
    }
  }
}
