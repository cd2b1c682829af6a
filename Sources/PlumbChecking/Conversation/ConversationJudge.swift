import PlumbModel
import PlumbText

/// Judges exchanges together: chains of pages, their orders, and what relates whole listings.
struct ConversationJudge {
  /// What came of it.
  struct Outcome {
    /// What is wrong, chain by chain.
    var judged: [ConversationWriter.Judged] = []
    /// The listing that each page belongs to, as a number.
    var listings: [ConversationWriter.Page: Int] = [:]
    /// How far the recordings of each listing reach, in the order of the recordings.
    var chains: [ChainSummary] = []
    /// How often each law of the book was judged.
    var lawsJudged: [Int]
    /// For each order of each operation, how many chains could show it.
    var ordersJudged: [OrderKey: Int] = [:]
  }

  /// One documented order of one operation.
  struct OrderKey: Hashable {
    var operation: Int
    var choice: Int
  }

  let plan: CheckPlan
  let extract: Extract

  /// Judges all sessions.
  func judge() -> Outcome {
    var outcome = Outcome(lawsJudged: extract.lawsJudged)
    outcome.judged = relations()
    for pages in Self.groups(of: extract.pages, by: \.session).values.sorted(by: Self.isBefore) {
      outcome.judged += judge(session: pages, &outcome)
    }
    outcome.judged += defaults() + refusedLinks()
    return outcome
  }

  private static func isBefore(_ lhs: [PageExtract], _ rhs: [PageExtract]) -> Bool {
    let left = lhs.map { ($0.rank, $0.entry ?? 0) }.min(by: <) ?? (0, 0)
    let right = rhs.map { ($0.rank, $0.entry ?? 0) }.min(by: <) ?? (0, 0)
    return left < right
  }

  /// The pages by what most often is the same for long stretches, or for all.
  private static func groups<Key: Hashable>(
    of pages: [PageExtract],
    by key: (PageExtract) -> Key
  ) -> [Key: [PageExtract]] {
    guard let first = pages.first else { return [:] }
    let only = key(first)
    if pages.allSatisfy({ key($0) == only }) { return [only: pages] }
    return Dictionary(grouping: pages, by: key)
  }

  private func relations() -> [ConversationWriter.Judged] {
    extract.relations.map { relation in
      ConversationWriter.Judged(
        operation: relation.operation,
        pages: [relation.page],
        findings: [ConversationWriter.Weighed(relation.finding)]
      )
    }
  }

  private func judge(
    session pages: [PageExtract],
    _ outcome: inout Outcome
  ) -> [ConversationWriter.Judged] {
    var judged: [ConversationWriter.Judged] = []
    var book = SessionPages()
    let byOperation = Self.groups(of: pages, by: \.operation)
    for (operation, pages) in byOperation.sorted(by: { $0.key < $1.key }) {
      let contract = plan.operations[operation].contract
      guard contract.paging != nil else {
        let inOrder = pages.sorted { $0.isBefore($1) }
        for page in inOrder { book.add(single: page) }
        let singles = inOrder.filter { $0.choice != nil }.map { JudgedChain(single: $0) }
        let orders = ChainOrders(plan: plan, operation: operation)
        judged += orders.judge(singles, &outcome.ordersJudged)
        continue
      }
      let api = plan.operations[operation].api
      let chains = PageJudge(contract: contract, api: api).judge(pages)
      for chain in chains {
        let pages = chain.pages.map { ConversationWriter.Page($0) }
        for page in pages { outcome.listings[page] = outcome.chains.count }
        outcome.chains.append(chain.summary)
        book.add(chain, of: contract)
        if chain.findings.isEmpty { continue }
        judged.append(
          ConversationWriter.Judged(
            operation: operation,
            pages: pages,
            findings: chain.findings.map { ConversationWriter.Weighed($0) }
          )
        )
      }
      judged += ChainOrders(plan: plan, operation: operation).judge(chains, &outcome.ordersJudged)
    }
    return judged + laws(book, &outcome.lawsJudged)
  }

  private func laws(
    _ book: SessionPages,
    _ exercised: inout [Int]
  ) -> [ConversationWriter.Judged] {
    let contracts = plan.operations.map(\.contract)
    let verdict = SessionLawJudge(book: plan.laws, contracts: contracts).judge(book.pages)
    for index in exercised.indices { exercised[index] += verdict.exercised[index] }
    return verdict.findings.map { broken in
      ConversationWriter.Judged(
        operation: plan.laws.entries[broken.entry].operation,
        pages: book.sources,
        findings: [ConversationWriter.Weighed(broken.finding)]
      )
    }
  }

  /// Requests that were refused, though an answer of the same session leads there.
  private func refusedLinks() -> [ConversationWriter.Judged] {
    guard !extract.refusals.isEmpty else { return [] }
    var links = extract.given.mapValues { Set($0) }
    for page in extract.pages {
      let hashes = targets(of: page).map { GivenAddress.hash($0) }
      links[page.session, default: []].formUnion(hashes)
    }
    let refused = extract.refusals.filter { refusal in
      links[refusal.session]?.contains(GivenAddress.hash(refusal.page.url)) == true
    }
    return refused.map { refusal in
      let finding = ConversationFinding(
        rule: .refusedGoodRequest,
        page: 0,
        pointer: "",
        message: "this request is a link that the API itself gave, "
          + "the API refuses it with status \(refusal.status)",
        expected: "a documented success",
        found: "status \(refusal.status)",
        kind: "link \(refusal.status)"
      )
      return ConversationWriter.Judged(
        operation: refusal.operation,
        pages: [refusal.page],
        findings: [ConversationWriter.Weighed(finding)]
      )
    }
  }

  /// The neighbours that a page names, in its body or in its `Link` field.
  private func targets(of page: PageExtract) -> [String] {
    let members = [PageRole.next, .prev].compactMap { role -> String? in
      if case .text(let url) = page.members[role]?.value { url } else { nil }
    }
    guard let field = page.linkField.flatMap({ LinkField($0) }),
      let own = URLReference(page.url)
    else { return members }
    let related = ["next", "prev", "first", "last"].compactMap { field.target(of: $0) }
    return members
      + related.compactMap { URLReference($0)?.resolved(against: own).description }
  }

  private func defaults() -> [ConversationWriter.Judged] {
    let pages = comparable()
    guard !pages.isEmpty else { return [] }
    let records = pages.enumerated().map { index, page in
      DefaultRecord(
        operation: page.operation,
        session: page.session,
        path: page.path,
        query: Query(URLReference(page.url)?.query ?? "").items,
        body: page.content,
        reference: index
      )
    }
    var exercised = [Int](repeating: 0, count: plan.operations.count)
    let judge = DefaultJudge(contracts: plan.operations.map(\.contract))
    return judge.breaks(records, exercised: &exercised).map { found in
      var finding = found.finding
      finding.page = 0
      finding.others = [1]
      return ConversationWriter.Judged(
        operation: found.operation,
        pages: [found.bare, found.given].map { ConversationWriter.Page(pages[$0]) },
        findings: [ConversationWriter.Weighed(finding)]
      )
    }
  }
}

extension ConversationJudge {
  /// The pages that are not alone in what they ask for besides defaults, in the order of the
  /// recordings.
  private func comparable() -> [PageExtract] {
    let pages = extract.pages
    var standings: [(standing: UInt64, index: Int)] = []
    for (index, page) in pages.enumerated() where page.content != 0 {
      standings.append((page.standing, index))
    }
    standings.sort { ($0.standing, $0.index) < ($1.standing, $1.index) }
    var found: [PageExtract] = []
    for rank in standings.indices {
      let standing = standings[rank].standing
      let isLikeLast = rank > 0 && standings[rank - 1].standing == standing
      let isLikeNext = rank + 1 < standings.count && standings[rank + 1].standing == standing
      if isLikeLast || isLikeNext { found.append(pages[standings[rank].index]) }
    }
    return found.sorted { $0.isBefore($1) }
  }
}

/// The exchanges of one session as the laws over whole listings see them.
struct SessionPages {
  private(set) var pages: [LawPage] = []
  private(set) var sources: [ConversationWriter.Page] = []
  private var chains = 0

  /// Adds the exchange of an operation that is no listing.
  mutating func add(single page: PageExtract) {
    append(
      page,
      isComplete: true,
      isUnfiltered: Query(URLReference(page.url)?.query ?? "").items.isEmpty
    )
    chains += 1
  }

  /// Adds a chain; whatever is asked besides page and sort narrows it.
  mutating func add(_ chain: JudgedChain, of contract: Contract) {
    let sizes = contract.paging?.dialect.requestNames ?? []
    let filters = chain.summary.query.items.filter {
      $0.name != contract.order?.parameter && !sizes.contains($0.name)
    }
    let runs = ListingRuns(chain)
    for (run, indices) in runs.runs.enumerated() {
      let isWhole = runs.isWhole(run, of: chain)
      for index in indices {
        append(chain.pages[index], isComplete: isWhole, isUnfiltered: filters.isEmpty)
      }
      chains += 1
    }
  }

  private mutating func append(_ page: PageExtract, isComplete: Bool, isUnfiltered: Bool) {
    pages.append(
      LawPage(
        operation: page.operation,
        chain: chains,
        isComplete: isComplete,
        isUnfiltered: isUnfiltered,
        columns: page.columns
      )
    )
    sources.append(ConversationWriter.Page(page))
  }
}
