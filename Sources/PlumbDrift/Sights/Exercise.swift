import PlumbChecking
import PlumbText

/// What recordings have met: of what was not, nothing is known.
struct Exercise {
  private let sight: Sight
  private let never: Set<String>

  init(_ sight: Sight) {
    self.sight = sight
    never = Set(sight.report.coverage.never)
  }

  /// Whether what a change is about was met.
  func holds(_ change: Change) -> Bool {
    guard sight.operations.contains(change.operation) else { return false }
    return switch change.subject {
    case .operation, .response, .parameter: true
    case .row(let row, let status): holds(row, of: change.operation, status)
    case .promise(let name): holds(promise: name, of: change.operation)
    }
  }

  /// Whether there was an object that could have held a row.
  private func holds(_ row: String, of operation: String, _ status: Int?) -> Bool {
    sight.report.observations.contains { table in
      guard table.operation == operation, table.bodies > 0,
        status.map({ $0 == table.status }) ?? true
      else { return false }
      if let known = table.rows.first(where: { $0.field == row }) { return known.of > 0 }
      // A row that no document names stands in one that is.
      let parent = RowPointer.parent(of: row)
      guard let object = table.rows.first(where: { $0.field == parent }) else { return true }
      return object.present > 0
    }
  }

  private func holds(promise: String, of operation: String) -> Bool {
    let words = promise.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return true }
    switch words[0] {
    case "order": return !never.contains("\(operation) order \(words[1].dropFirst(3))")
    case "law": return !never.contains("\(operation) \(promise)")
    case "link": return holds(words[1], of: operation, nil)
    default: return true
    }
  }
}
