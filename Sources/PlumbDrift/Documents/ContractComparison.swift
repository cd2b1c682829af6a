import PlumbChecking
import PlumbModel
import PlumbText

/// Compares what two documents promise of one operation.
struct ContractComparison {
  let before: Contract
  let after: Contract
  let oldTypes: [String: FieldType]
  let newTypes: [String: FieldType]
  /// The name of the operation in reports.
  let name: String
  /// Whether both documents say of objects whether they may hold further members.
  let comparesOpenness: Bool
  private(set) var changes: [Change] = []

  init(
    before: Contract,
    after: Contract,
    oldTypes: [String: FieldType],
    newTypes: [String: FieldType],
    name: String,
    comparesOpenness: Bool
  ) {
    self.before = before
    self.after = after
    self.oldTypes = oldTypes
    self.newTypes = newTypes
    self.name = name
    self.comparesOpenness = comparesOpenness
  }

  /// Compares everything.
  ///
  /// - Parameter promises: Whether both documents can speak of pages, orders, links and laws.
  mutating func compare(promises: Bool) {
    changes += ParameterComparison(operation: name)
      .changes(before.parameters, after.parameters)
    compareResponses()
    if promises {
      changes += PromiseComparison(operation: name, before: before, after: after).changes()
    }
  }

  private mutating func compareResponses() {
    let operation = name
    for response in after.allResponses {
      let subject = Change.Subject.response(status: response.status)
      guard let old = before.allResponses.first(where: { $0.status == response.status }) else {
        changes.append(
          Change(
            .responseAdded,
            of: operation,
            subject,
            before: "not documented",
            after: "documented",
            contract: response.place
          )
        )
        continue
      }
      guard case .json(let one) = old.body, case .json(let other) = response.body else { continue }
      var comparison = TypeComparison(
        operation: operation,
        status: response.status,
        oldTypes: oldTypes,
        newTypes: newTypes,
        comparesOpenness: comparesOpenness
      )
      comparison.compare(one, other, at: "", place: response.place)
      changes += comparison.changes
    }
    // A document that names no refusal at all does not speak of them.
    let known = after.errors.isEmpty ? before.responses : before.allResponses
    for response in known
    where !after.allResponses.contains(where: { $0.status == response.status }) {
      changes.append(
        Change(
          .responseRemoved,
          of: operation,
          .response(status: response.status),
          before: "documented",
          after: "not documented",
          contract: response.place
        )
      )
    }
  }
}
