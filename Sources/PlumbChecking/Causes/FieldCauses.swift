import PlumbText

/// The broken fields that explain what does not hold between values.
struct FieldCauses {
  private typealias Page = ConversationWriter.Page

  /// One exchange of the recordings.
  private struct Exchange: Hashable {
    var recording: String
    var entry: Int?
  }

  /// A broken field.
  private struct Cause {
    /// Its rank among the findings.
    var index: Int
    /// The row, as a JSON Pointer with `*` for each index.
    var row: String
    var exchanges: Set<Exchange>
    /// The rank of the file after which more exchanges may have it; `nil` when all are known.
    var last: Int? = nil
  }

  private static let rules: Set<String> = [
    "field-missing", "field-null", "field-type", "field-renamed", "field-moved", "field-wrapped",
    "field-stringified",
  ]

  private let outcome: ConversationJudge.Outcome
  private let writer: ConversationWriter
  /// By the name of the operation, in the order of the findings.
  private var causes: [String: [Cause]] = [:]
  /// By listing, its pages.
  private var listings: [Int: [Page]] = [:]

  init(_ bodies: [Finding], _ outcome: ConversationJudge.Outcome, _ writer: ConversationWriter) {
    self.outcome = outcome
    self.writer = writer
    var ranks: [String: Int] = [:]
    for (index, finding) in bodies.enumerated() where Self.rules.contains(finding.rule) {
      guard let row = finding.field, let operation = finding.operation else { continue }
      let exchanges = Set(finding.places.map { Exchange(recording: $0.recording, entry: $0.entry) })
      var cause = Cause(index: index, row: row, exchanges: exchanges)
      if finding.occurrences.exchanges > exchanges.count {
        if ranks.isEmpty { for (rank, name) in writer.extract.names { ranks[name] = rank } }
        cause.last = finding.places.compactMap { ranks[$0.recording] }.max()
      }
      causes[operation, default: []].append(cause)
    }
    guard !causes.isEmpty else { return }
    for (page, listing) in outcome.listings { listings[listing, default: []].append(page) }
  }

  /// Takes out what a broken field explains, by the rank of that field's finding.
  func take(
    from judged: inout [ConversationWriter.Judged]
  ) -> [(cause: Int, symptoms: [ConversationWriter.Judged])] {
    guard !causes.isEmpty else { return [] }
    var taken: [Int: [ConversationWriter.Judged]] = [:]
    for index in judged.indices {
      let chain = judged[index]
      guard let causes = causes[writer.plan.operations[chain.operation].name] else { continue }
      judged[index].findings.removeAll { weighed in
        let cause = causes.first { isCause($0, of: weighed.finding, in: chain) }
        guard let cause else { return false }
        var symptom = chain
        symptom.findings = [weighed]
        taken[cause.index, default: []].append(symptom)
        return true
      }
    }
    return taken.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether a broken field is why something between values does not hold.
  private func isCause(
    _ cause: Cause,
    of symptom: ConversationFinding,
    in chain: ConversationWriter.Judged
  ) -> Bool {
    let row = cause.row
    let place = symptom.field ?? ""
    switch symptom.rule.rule.family {
    case .pages:
      // Paging is read off the root's members and the list itself.
      guard row.isEmpty || !row.dropFirst().contains("/") else { return false }
    case .order:
      guard place == row || place.hasPrefix(row + "/") else { return false }
    default:
      // A link or a law speaks of the members of one object.
      let owner = row.lastIndex(of: "/").map { String(row[..<$0]) } ?? ""
      guard row.isEmpty || place.hasPrefix(owner + "/") else { return false }
    }
    return exchanges(of: symptom, in: chain).contains { holds(cause, $0) }
  }

  /// The pages that a finding is about: those of the whole listing where a total is concerned.
  private func exchanges(
    of finding: ConversationFinding,
    in chain: ConversationWriter.Judged
  ) -> [Page] {
    if finding.rule == .pageTotalWrong || finding.rule == .pageTotalChanged,
      let listing = outcome.listings[chain.pages[finding.page]]
    {
      return listings[listing] ?? []
    }
    return ([finding.page] + finding.others).map { chain.pages[$0] }
  }

  private func holds(_ cause: Cause, _ page: Page) -> Bool {
    if let last = cause.last, page.rank >= last { return true }
    let recording = writer.extract.names[page.rank] ?? ""
    return cause.exchanges.contains(Exchange(recording: recording, entry: page.entry))
  }
}
