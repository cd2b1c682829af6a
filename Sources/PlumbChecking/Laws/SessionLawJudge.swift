import PlumbModel
import PlumbText

/// One exchange of a session, as the laws over whole listings see it.
struct LawPage: Hashable, Sendable {
  /// The operation, by its rank among the contracts.
  var operation: Int
  /// The chain that it belongs to; a number that is unique in the session.
  var chain: Int
  /// Whether the whole chain is there.
  var isComplete: Bool
  /// Whether nothing narrows the listing, so that a complete chain holds all there is.
  var isUnfiltered: Bool
  var columns: [LawColumn]

  func column(_ number: Int) -> LawColumn? { columns.first { $0.column == number } }
}

/// What a session says of the laws over whole listings.
struct SessionVerdict: Hashable, Sendable {
  /// The broken laws: one finding for each, or for each chain that is judged by itself; ``ConversationFinding/page`` is the rank of the page
  /// among those that were handed over.
  var findings: [Broken] = []
  /// For each law of the book, how often it was judged; 0 for what is judged within exchanges.
  var exercised: [Int]

  /// A broken law.
  struct Broken: Hashable, Sendable {
    /// The law, by its rank in the book.
    var entry: Int
    var finding: RelationFinding
  }
}

/// Judges the laws over whole listings, from the columns of one session.
struct SessionLawJudge {
  let book: LawBook
  let contracts: [Contract]

  /// Judges one session.
  ///
  /// - Parameter pages: Its exchanges, in their order.
  func judge(_ pages: [LawPage]) -> SessionVerdict {
    var verdict = SessionVerdict(exercised: [Int](repeating: 0, count: book.entries.count))
    for (rank, entry) in book.entries.enumerated() {
      guard let sides = entry.session else { continue }
      let reading = SessionReading(
        entry: entry,
        sides: sides,
        book: book,
        contracts: contracts,
        pages: pages
      )
      var chains: [Int?] = [nil]
      if sides.isWithinChain {
        let whole = pages.filter { $0.operation == entry.operation && $0.isComplete }
        chains = Set(whole.map(\.chain)).sorted()
      }
      var unbroken = 0
      var broken: [SessionVerdict.Broken] = []
      for chain in chains {
        let judged = reading.judge(chain: chain)
        verdict.exercised[rank] += judged.times
        guard let first = judged.first else {
          unbroken += judged.of
          continue
        }
        let finding = RelationFinding(finding: first, count: judged.count, of: judged.of)
        broken.append(SessionVerdict.Broken(entry: rank, finding: finding))
      }
      if !broken.isEmpty { broken[0].finding.of += unbroken }
      verdict.findings += broken
    }
    return verdict
  }
}

/// What judging one law over a session found.
struct SessionBreaks {
  var first: ConversationFinding?
  var count = 0
  var of = 0
  /// How often the law was judged.
  var times = 0

  mutating func add(_ other: SessionBreaks) {
    first = first ?? other.first
    count += other.count
    of += other.of
    times += other.times
  }
}
