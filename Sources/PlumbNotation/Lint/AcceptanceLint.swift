import PlumbModel
import PlumbText

/// Finds accepted drift that no report can ever hold.
struct AcceptanceLint {
  let acceptances: [Acceptance]
  let contracts: [Contract]
  let log: DiagnosticLog

  func run() {
    let names = contracts.map(\.qualifiedName)
    for acceptance in acceptances {
      guard let operation = acceptance.operation, !names.contains(operation) else { continue }
      let near = Suggestion.nearest(to: operation, among: names)
      log.error(
        "`\(operation)` is no operation under contract, so nothing of it can be accepted",
        at: acceptance.place,
        remedy: near.map { "did you mean `\($0)`?" } ?? "drop the acceptance"
      )
    }
  }
}
