import PlumbModel
import PlumbText

/// Finds operations that no request could tell apart.
struct OperationLint {
  let contracts: [Contract]
  let log: DiagnosticLog

  func run() {
    var seen: [[String]: Contract] = [:]
    for contract in contracts {
      let shape = [contract.method] + contract.path.segments.map(shape)
      guard let first = seen[shape] else {
        seen[shape] = contract
        continue
      }
      log.error(
        "no request can tell `\(contract.id)` from `\(first.id)`: both are "
          + "\(contract.method) \(first.path.text)",
        at: contract.place,
        remedy: "make them one contract, or their paths different"
      )
    }
  }

  private func shape(_ segment: PathTemplate.Segment) -> String {
    switch segment {
    case .literal(let text): "/" + text
    case .parameter(_, let prefix, let suffix): "{\(prefix)}{\(suffix)}"
    }
  }
}
