import PlumbModel
import PlumbText

/// What exchanges leave behind. Extracts merge in any order.
public struct Extract: Sendable {
  var exchanges = 0
  var bytes = 0
  /// The exchanges of each operation that were judged.
  var judged: [Int]
  /// How often each documented response of each operation was met.
  var responses: [[Int]]
  var tables: [PresenceCounts]
  var bodies: [Int]
  /// What was seen of the values of each documented response.
  var values: [ObservedKey: ValueSketch] = [:]
  var entries: [FindingEntry] = []
  var unjudged: [Report.Unjudged.Reason: UnjudgedTally] = [:]
  var answers: [Answer] = []
  var pages: [PageExtract] = []
  /// Good requests that were refused, though no example asks for them.
  var refusals: [Refusal] = []

  /// A request that keeps its contract, and was refused as documented.
  struct Refusal: Sendable {
    var operation: Int
    var session: UInt64
    var status: Int
    var page: ConversationWriter.Page
  }

  /// By session, hashes of addresses in answers that lead to operations under contract.
  var given: [UInt64: [UInt64]] = [:]

  /// The broken links and laws of single exchanges.
  var relations: [Relation] = []
  /// How often each law of the book was judged within an exchange.
  var lawsJudged: [Int]

  /// A broken link or law of one exchange.
  struct Relation: Sendable {
    var operation: Int
    var page: ConversationWriter.Page
    var finding: RelationFinding
  }
  let placeLimit: Int

  /// One answer, in order to find requests that are answered in two ways.
  struct Answer: Hashable, Sendable {
    /// A hash of session, method and URL.
    var request: UInt64
    /// A hash of the body.
    var body: UInt64
    var operation: Int32
    /// The rank of the file, and the entry in it; -1 for none.
    var rank: Int32
    var entry: Int32
  }

  /// The files, by rank.
  var names: [Int: String] = [:]
  /// The ranks of the files that exchanges themselves named; nothing can be looked up in these.
  var namedByLines: Set<Int> = []
  /// Which exchanges were read, when that is kept.
  var sources: [SourceRun] = []
  let keepsSources: Bool
  private var lastRank = -1

  init(plan: CheckPlan, placeLimit: Int, keepsSources: Bool = false) {
    self.keepsSources = keepsSources
    judged = [Int](repeating: 0, count: plan.operations.count)
    responses = plan.operations.map { [Int](repeating: 0, count: $0.responses.count) }
    tables = plan.tables.map { PresenceCounts(plan: $0.plan) }
    bodies = [Int](repeating: 0, count: plan.tables.count)
    lawsJudged = [Int](repeating: 0, count: plan.laws.entries.count)
    self.placeLimit = placeLimit
  }

  mutating func count(_ source: ExchangeSource, bytes count: Int) {
    exchanges += 1
    bytes += count
    if keepsSources { SourceRun.add(source, to: &sources) }
    guard lastRank != source.rank else { return }
    lastRank = source.rank
    names[source.rank] = source.file
    if source.isNamed { namedByLines.insert(source.rank) }
  }

  mutating func addUnjudged(
    _ reason: Report.Unjudged.Reason,
    _ what: String,
    _ source: ExchangeSource
  ) {
    let place = Place(
      recording: source.file,
      entry: source.entry,
      pointer: "",
      line: 0,
      column: 0,
      offset: 0
    )
    var first = LogPlace(rank: source.rank, place: place, found: "", request: nil)
    first.isByName = source.isNamed
    unjudged[reason, default: UnjudgedTally()].add(what, .init(count: 1, first: first))
  }

  /// Adds what another thread kept of other exchanges.
  public mutating func merge(_ other: Extract) {
    exchanges += other.exchanges
    bytes += other.bytes
    names.merge(other.names) { first, _ in first }
    namedByLines.formUnion(other.namedByLines)
    sources += other.sources
    for index in judged.indices { judged[index] += other.judged[index] }
    for index in responses.indices {
      for response in responses[index].indices {
        responses[index][response] += other.responses[index][response]
      }
    }
    for index in tables.indices {
      tables[index].merge(other.tables[index])
      bodies[index] += other.bodies[index]
    }
    mergeValues(other.values)
    for (reason, tally) in other.unjudged {
      unjudged[reason, default: UnjudgedTally()].merge(tally)
    }
    answers += other.answers
    pages += other.pages
    relations += other.relations
    refusals += other.refusals
    given.merge(other.given, uniquingKeysWith: +)
    for index in lawsJudged.indices { lawsJudged[index] += other.lawsJudged[index] }
    mergeEntries(other.entries)
  }

  private mutating func mergeValues(_ others: [ObservedKey: ValueSketch]) {
    for (key, added) in others {
      values[key, default: ValueSketch()].merge(added)
      values[key]?.keep(ObservationLimits.places)
    }
  }

  private mutating func mergeEntries(_ others: [FindingEntry]) {
    var known = Dictionary(
      entries.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    for entry in others {
      if let index = known[entry.key] {
        entries[index].merge(entry, placeLimit: placeLimit)
      } else {
        known[entry.key] = entries.count
        entries.append(entry)
      }
    }
  }
}
