import PlumbChecking
import PlumbModel
import PlumbText

/// Makes the tables in which two sides stand beside each other.
struct TableMaker {
  let documents: Documents
  let changes: [Change]

  /// The tables of all responses that both sides speak of, or that a change is about.
  func tables(_ before: DriftSide, _ after: DriftSide) -> [DriftTable] {
    let contracts = self.contracts(before, after)
    return contracts.flatMap { old, new -> [DriftTable] in
      let own = changes.indices.filter { index in
        [old, new].contains { $0?.qualifiedName == changes[index].operation }
      }
      // As the changes name it.
      let named = [old, new].first { contract in
        own.contains { changes[$0].operation == contract?.qualifiedName }
      }
      guard let contract = named ?? old ?? new else { return [] }
      var rest = own
      var tables: [DriftTable] = []
      for status in statuses(old, new) {
        guard let one = root(before, old, status), let other = root(after, new, status) else {
          continue
        }
        let ofTable = own.filter { changes[$0].status == status }
        let rows = TableRows(changes: changes, indices: ofTable).rows(one, other)
        rest.removeAll { ofTable.contains($0) }
        tables.append(
          DriftTable(
            operation: contract.qualifiedName,
            title: contract.title,
            status: status,
            rows: rows,
            changes: []
          )
        )
      }
      if tables.isEmpty, !rest.isEmpty {
        tables.append(
          DriftTable(
            operation: contract.qualifiedName,
            title: contract.title,
            status: contract.responses.first?.status ?? 200,
            rows: [],
            changes: []
          )
        )
      }
      if !tables.isEmpty { tables[0].changes = rest }
      return tables
    }
  }

  private func contracts(_ before: DriftSide, _ after: DriftSide) -> [(Contract?, Contract?)] {
    switch (before.content, after.content) {
    case (.documented(let old), .documented(let new)):
      let pairs = OperationPairs(old.contracts, new.contracts)
      return pairs.common.map { ($0, $1) }
    case (.documented(let old), .observed): return old.contracts.map { ($0, $0) }
    case (.observed, .documented(let new)): return new.contracts.map { ($0, $0) }
    case (.observed, .observed): return documents.contracts.map { ($0, $0) }
    }
  }

  private func statuses(_ old: Contract?, _ new: Contract?) -> [Int] {
    let responses = (old?.allResponses ?? []) + (new?.allResponses ?? [])
    return responses.reduce(into: []) { statuses, response in
      if !statuses.contains(response.status) { statuses.append(response.status) }
    }
  }

  /// What a side says of a response; `nil` when it says nothing.
  private func root(_ side: DriftSide, _ contract: Contract?, _ status: Int) -> TableNode? {
    guard let contract else { return nil }
    switch side.content {
    case .documented(let documents):
      let response = contract.allResponses.first { $0.status == status }
      guard case .json(let type)? = response?.body else { return nil }
      return TableNode(documented: type, types: documents.types(of: contract.api))
    case .observed(let sight):
      return sight.body(of: contract.qualifiedName, status: status)
        .map { TableNode(observed: $0) }
    }
  }
}

extension Change {
  /// The status of the row; `nil` when the change is about no row.
  fileprivate var status: Int? {
    if case .row(_, let status) = subject { status } else { nil }
  }
}
