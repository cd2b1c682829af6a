import PlumbChecking
import PlumbModel
import PlumbText

/// Compares what two documents promise.
struct DocumentComparison {
  let before: Documents
  let after: Documents

  /// The changes: by operation, in the order of the later document, then what is gone.
  func changes() -> [Change] {
    var pairs = OperationPairs(before.contracts, after.contracts)
    pairs.leaveOutAPIs(notIn: before.apis, after.apis)
    var changes: [Change] = []
    for (one, other) in pairs.common {
      var comparison = ContractComparison(
        before: one,
        after: other,
        oldTypes: before.types(of: one.api),
        newTypes: after.types(of: other.api),
        name: pairs.name(one, other, before, after),
        comparesOpenness: before.speaksOfPromises == after.speaksOfPromises
      )
      comparison.compare(promises: before.speaksOfPromises && after.speaksOfPromises)
      changes += comparison.changes
    }
    if before.isWhole {
      changes += pairs.added.map { contract in
        Change(
          .operationAdded,
          of: pairs.name(contract, before, after),
          .operation,
          before: "no such operation",
          after: contract.request,
          contract: contract.place
        )
      }
    }
    if after.isWhole {
      changes += pairs.removed.map { contract in
        Change(
          .operationRemoved,
          of: pairs.name(contract, before, after),
          .operation,
          before: contract.request,
          after: "no such operation",
          contract: contract.place
        )
      }
    }
    return changes
  }
}

extension Contract {
  /// `GET /books/{code}`
  var request: String { "\(method) \(path.text)" }
}
