import PlumbModel
import PlumbText

/// Says an entry of the log as a finding.
struct FindingWriter {
  let plan: CheckPlan
  let extract: Extract

  /// The finding of an entry.
  func finding(for entry: FindingEntry) -> Finding {
    let subject = Subject(entry.key, plan)
    let rule = entry.key.rule.rule
    let first = entry.places.min()
    let wording = Wording(rule: entry.key.underlying ?? entry.key.rule, subject: subject)
      .words(found: first?.found ?? "", name: entry.name, kind: entry.key.kind)
    let field = subject.field.map { $0 + suffix(of: entry) }
    let isRenamed = (entry.key.underlying ?? entry.key.rule) == .fieldRenamed
    let kind = isRenamed ? entry.name ?? "…" : entry.key.kind
    var places = entry.places.sorted().map(\.place)
    if subject.table == nil { places = places.map(Self.withoutPointer) }
    var made = Finding(
      rule: rule.id,
      severity: severity(of: entry),
      operation: subject.operation.name,
      field: field,
      message: wording.message,
      expected: wording.expected,
      found: wording.found,
      kind: kind,
      occurrences: occurrences(of: entry, subject),
      places: places,
      contract: contractPlace(of: entry, subject),
      symptoms: symptoms(of: entry, subject),
      fingerprint: Fingerprint.of(
        rule: rule.id,
        operation: subject.operation.name,
        field: field ?? entry.name ?? String(entry.key.detail),
        kind: kind
      ),
      reproduce: first?.request.map {
        Reproduction.command(
          $0,
          api: subject.operation.api,
          subject.operation.contract,
          showsHead: rule.family == .http && rule.id != Rule.errorBody.id
        )
      }
    )
    made.status = subject.table.map { index in
      let table = plan.tables[index]
      return plan.operations[table.operation].responses[table.response].status
    }
    return made
  }

  /// Undocumented members are named below the object that they stand in.
  private func suffix(of entry: FindingEntry) -> String {
    let rule = entry.key.underlying ?? entry.key.rule
    guard rule == .fieldUndocumented else { return "" }
    return JSONPointer(tokens: [entry.name ?? "…"]).description
  }

  private static func withoutPointer(_ place: Place) -> Place {
    var place = place
    place.pointer = ""
    return place
  }

  private func severity(of entry: FindingEntry) -> Rule.Severity {
    let isUnknownParameter = entry.key.rule == .statusForBadRequest && entry.key.node < 0
    return isUnknownParameter ? .note : entry.key.rule.rule.severity
  }

  private func occurrences(of entry: FindingEntry, _ subject: Subject) -> Finding.Occurrences {
    let judged = extract.judged[subject.operationIndex]
    var of: Int?
    var unit = "exchanges"
    if let table = subject.table, let plan = subject.plan {
      let rule = entry.key.underlying ?? entry.key.rule
      let presence = extract.tables[table]
      (of, unit) = ObservedTotals(plan: plan, presence: presence, bodies: extract.bodies[table])
        .total(for: rule, node: Int(entry.key.node))
    } else {
      of = judged
    }
    return Finding.Occurrences(
      count: entry.count,
      of: of,
      unit: unit,
      exchanges: entry.exchanges,
      ofExchanges: judged
    )
  }

  private func contractPlace(of entry: FindingEntry, _ subject: Subject) -> ContractPlace {
    let contract = subject.operation.contract
    var place = contract.place
    var row: Int?
    if let plan = subject.plan {
      let text = plan.rows[Int(entry.key.node)]
      place = text.place
      row = text.number
    } else {
      let node = Int(entry.key.node)
      switch entry.key.rule {
      case .headerMissing, .contentType:
        place = subject.operation.responses[node].contract.place
      case .statusForBadRequest where node >= 0:
        place = contract.parameters[node].place
      default: break
      }
    }
    return ContractPlace(place: place, row: row, title: contract.title)
  }

  private func symptoms(of entry: FindingEntry, _ subject: Subject) -> [Finding.Symptom] {
    entry.symptoms.map { key, count in
      let words = Wording(rule: key.rule, subject: subject.at(node: key.node))
        .words(found: "something else", name: nil, kind: "")
      return Finding.Symptom(
        rule: key.rule.rule.id,
        field: subject.plan?.rows[Int(key.node)].field,
        message: words.message,
        count: count
      )
    }
    .sorted { ($0.rule, $0.field ?? "", $0.message) < ($1.rule, $1.field ?? "", $1.message) }
  }
}

/// What an entry is about.
struct Subject {
  let operation: CheckPlan.Operation
  let operationIndex: Int
  /// The table; `nil` when the finding is not in a documented body.
  let table: Int?
  let plan: TablePlan?
  let node: Int32
  let detail: UInt64
  /// The status of the response that the table belongs to, when there is one.
  let status: Int?

  init(_ key: FindingKey, _ plan: CheckPlan) {
    node = key.node
    detail = key.detail
    if key.table >= 0 {
      let table = plan.tables[Int(key.table)]
      self.table = Int(key.table)
      self.plan = table.plan
      operationIndex = table.operation
      operation = plan.operations[table.operation]
      status = operation.responses[table.response].contract.status
    } else {
      table = nil
      self.plan = nil
      operationIndex = Int(-1 - key.table)
      operation = plan.operations[operationIndex]
      status = nil
    }
  }

  private init(_ other: Subject, node: Int32) {
    operation = other.operation
    operationIndex = other.operationIndex
    table = other.table
    plan = other.plan
    status = other.status
    detail = other.detail
    self.node = node
  }

  /// The same table, another row.
  func at(node: Int32) -> Subject { Subject(self, node: node) }

  /// The row without indices.
  var field: String? { plan?.rows[Int(node)].field }

  /// What the report says of the row.
  var row: TablePlan.RowText? { plan?.rows[Int(node)] }
}
