import PlumbModel
import PlumbText

/// Says what was found between exchanges as findings: one for each cause, however often.
struct ConversationWriter {
  /// What was found in one chain, or in one exchange by itself.
  struct Judged {
    /// The operation, by its index in the plan.
    var operation: Int
    /// The exchanges, in the order that ``ConversationFinding/page`` speaks of.
    var pages: [Page]
    var findings: [Weighed]
  }

  /// A finding, how often it occurs at its place, and what it means.
  struct Weighed {
    var finding: ConversationFinding
    var count = 1
    var of: Int?
    /// What the break means; `nil` for what the rule says.
    var severity: Rule.Severity?

    init(_ finding: ConversationFinding) {
      self.finding = finding
    }

    init(_ relation: RelationFinding) {
      finding = relation.finding
      count = relation.count
      of = relation.of
      severity = relation.severity
    }
  }

  /// Where an exchange comes from.
  struct Page: Hashable, Sendable {
    var rank: Int
    var entry: Int?
    var url: String

    init(rank: Int, entry: Int?, url: String) {
      self.rank = rank
      self.entry = entry
      self.url = url
    }

    init(_ page: PageExtract) {
      self.init(rank: page.rank, entry: page.entry, url: page.url)
    }

    /// Hashes what tells most exchanges apart; the rest is left to the comparison.
    func hash(into hasher: inout Hasher) {
      hasher.combine(rank)
      hasher.combine(entry)
    }
  }

  private struct Key: Hashable {
    var rule: String
    var operation: Int
    var field: String?
    var kind: String
    var severity: Rule.Severity
  }

  let plan: CheckPlan
  let extract: Extract

  /// The findings, grouped by rule, operation, row and kind.
  func findings(_ judged: [Judged]) -> [Finding] {
    var groups: [Key: Group] = [:]
    for chain in judged {
      for finding in chain.findings { add(finding, of: chain, to: &groups) }
    }
    return groups.map { finding(for: $0.key, $0.value) }
  }

  private func add(_ weighed: Weighed, of chain: Judged, to groups: inout [Key: Group]) {
    let finding = weighed.finding
    let page = chain.pages[finding.page]
    let key = Key(
      rule: plan.id(of: finding, in: chain.operation),
      operation: chain.operation,
      field: finding.field,
      kind: finding.kind,
      severity: weighed.severity ?? finding.rule.rule.severity
    )
    let place = place(of: finding, in: page)
    groups[key, default: Group(place, page, finding)]
      .add(weighed, at: place, in: page, limit: extract.placeLimit)
  }

  private func place(of finding: ConversationFinding, in page: Page) -> LogPlace {
    var place = Place(
      recording: extract.names[page.rank] ?? "",
      entry: page.entry,
      pointer: finding.pointer,
      line: 0,
      column: 0,
      offset: finding.range?.lowerBound ?? 0,
      length: max(1, finding.range?.count ?? 1)
    )
    // What a line of a stream named cannot be read again by that name.
    if !extract.namedByLines.contains(page.rank) { place.bodyRange = finding.range ?? 0..<1 }
    return LogPlace(rank: page.rank, place: place, found: finding.found, request: nil)
  }

  private func finding(for key: Key, _ group: Group) -> Finding {
    let operation = plan.operations[key.operation]
    let (_, page, first) = group.first
    let judged = extract.judged[key.operation]
    let places = group.places.sorted().prefix(extract.placeLimit).map(\.place)
    let symptoms = group.symptoms.map { symptom, count in
      Finding.Symptom(
        rule: symptom.law ?? symptom.rule.rule.id,
        field: symptom.field,
        message: symptom.message,
        count: count
      )
    }
    let request = LogPlace.RequestLine(method: operation.contract.method, url: page.url)
    return Finding(
      rule: key.rule,
      severity: key.severity,
      operation: operation.name,
      field: key.field,
      message: first.message,
      expected: first.expected,
      found: first.found,
      kind: key.kind,
      occurrences: Finding.Occurrences(
        count: group.count,
        of: group.of,
        unit: "places",
        exchanges: group.pages.count,
        ofExchanges: judged
      ),
      places: Array(places),
      contract: contractPlace(of: first, operation, key.operation),
      symptoms: symptoms.sorted {
        ($0.rule, $0.message, $0.field ?? "") < ($1.rule, $1.message, $1.field ?? "")
      },
      fingerprint: Fingerprint.of(
        rule: key.rule,
        operation: operation.name,
        field: key.field ?? "",
        kind: key.kind
      ),
      reproduce: Reproduction.command(
        request,
        api: operation.api,
        operation.contract,
        showsHead: false
      ),
      ranks: first.ranks
    )
  }

  private func contractPlace(
    of finding: ConversationFinding,
    _ operation: CheckPlan.Operation,
    _ index: Int
  ) -> ContractPlace {
    let title = operation.contract.title
    if let place = finding.contract {
      return ContractPlace(place: place, row: nil, title: title)
    }
    let table = operation.responses.first { !$0.isError }?.table
    if let field = finding.field, let table {
      let row = plan.tables[table].plan.rows.first { $0.field == field && $0.number != nil }
      if let row { return ContractPlace(place: row.place, row: row.number, title: title) }
    }
    return ContractPlace(place: operation.contract.place, row: nil, title: title)
  }
}

extension CheckPlan {
  /// The id that a finding between responses has in reports: of a law, which one.
  func id(of finding: ConversationFinding, in operation: Int) -> String {
    finding.law.map { "law:\(operations[operation].contract.id).\($0)" } ?? finding.rule.rule.id
  }
}
