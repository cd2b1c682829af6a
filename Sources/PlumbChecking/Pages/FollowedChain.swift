import PlumbModel
import PlumbText

/// The pages of one listing that are reached by following cursors or `Link` fields.
struct FollowedChain {
  let terms: PagingTerms
  /// The pages in the order of the listing, as far as known.
  let pages: [FollowedPage]
  let runs: [PageRun]
  /// The total that most pages say.
  let total: Int?

  init(
    _ extracts: [PageExtract],
    _ filters: Query,
    _ terms: PagingTerms,
    _ positions: LinkPositions
  ) {
    self.terms = terms
    let read = extracts.map { FollowedPage($0, filters, terms, positions) }
    let inRuns = PageRun.runs(of: read).flatMap(\.pages)
    let rest = Set(read.indices).subtracting(inRuns).sorted()
    let sorted = (inRuns + rest).map { read[$0] }
    pages = sorted
    runs = PageRun.runs(of: sorted)
    total = Self.total(sorted, runs)
  }

  /// The most frequent total; of several, the one that the pages bear out, else the earliest.
  private static func total(_ pages: [FollowedPage], _ runs: [PageRun]) -> Int? {
    let held = runs.first.map { run in run.pages.reduce(0) { $0 + pages[$1].count } }
    var counts: [Int: Int] = [:]
    for page in pages { if let total = page.total { counts[total, default: 0] += 1 } }
    guard let most = counts.values.max() else { return nil }
    let best = Set(counts.filter { $0.value == most }.keys)
    if let held, best.contains(held) { return held }
    return pages.lazy.compactMap(\.total).first { best.contains($0) }
  }

  /// Judges the pages together.
  func judge(_ frame: ChainSummary) -> JudgedChain {
    let words = FollowedWords(
      words: PageWords(terms: terms, pages: pages.map(\.extract)),
      terms: terms,
      chain: self
    )
    var ledger = PageLedger(pageCount: pages.count)
    for index in pages.indices { judgePage(index, words, &ledger) }
    judgeTotals(words, &ledger)
    for run in runs { judge(run, words, &ledger) }
    return JudgedChain(
      pages: pages.map(\.extract),
      findings: ledger.findings,
      summary: summary(frame)
    )
  }

  /// What one page says by itself.
  ///
  /// A limit is the most that a page may hold. That it is filled while more follow is promised
  /// nowhere, and servers that filter what they have read send less; so a short page is not blamed,
  /// unless the total needs the items that it lacks (``RunTotal``). A default that no longer holds
  /// shows where the session has the same request with the limit written out.
  private func judgePage(_ index: Int, _ words: FollowedWords, _ ledger: inout PageLedger) {
    let page = pages[index]
    if let limit = page.limit, page.count > limit {
      ledger.add(
        words.tooMany(index, limit: limit),
        hidesDuplicates: true,
        surplus: page.count - limit
      )
    }
    if let current = page.extract.text(.currentCursor), !page.key.isEmpty, current != page.key {
      ledger.add(words.mismatch(index, current), hidesDuplicates: true)
    }
    if let current = page.extract.text(.currentCursor), page.key.isEmpty, page.next == current {
      ledger.add(words.loop(index, to: index), hidesDuplicates: true)
    }
    if !page.isReadable { ledger.add(words.unreadable(index)) }
    for role in [PageRole.next, .prev] {
      guard let link = page.links[role] else { continue }
      if link.leavesHost {
        ledger.add(words.link(index, role, .host))
      } else if let change = link.change {
        ledger.add(words.link(index, role, .parameters(change)))
      }
    }
  }

  private func judgeTotals(_ words: FollowedWords, _ ledger: inout PageLedger) {
    let differing = pages.indices.filter { index in
      pages[index].total.map { $0 != total } ?? false
    }
    guard let first = differing.first, let total, let found = pages[first].total else { return }
    let others = differing.count { pages[$0].total != found }
    var finding = words.words.totalChanged(first, found: found, expected: total, others: others)
    finding.others = Array(differing.dropFirst())
    ledger.add(finding)
  }

  private func judge(_ run: PageRun, _ words: FollowedWords, _ ledger: inout PageLedger) {
    judgePrev(run, words, &ledger)
    if case .loop(let rank) = run.end, let last = run.pages.last {
      ledger.add(words.loop(last, to: run.pages[rank]), hidesDuplicates: true)
    }
    let duplicates = DuplicateFinder.find(run.pages.map { (pages[$0].extract.items.identities, 0) })
    for found in duplicates {
      let (first, second) = (run.pages[found.first], run.pages[found.second])
      let finding = words.words.duplicates(
        found,
        first: first,
        second: second,
        isAdjacent: found.second == found.first + 1
      )
      ledger.add(
        duplicates: finding,
        count: found.items.count,
        isWholePage: found.items.count == pages[second].count,
        on: first == second ? [second] : [second, first]
      )
    }
    if run.isRooted, duplicates.isEmpty {
      RunTotal(chain: self, run: run, words: words).judge(&ledger)
    }
  }

  /// The links back, where the page before is known.
  private func judgePrev(_ run: PageRun, _ words: FollowedWords, _ ledger: inout PageLedger) {
    guard case .linkHeader = terms.dialect else { return }
    let isUsual = pages.contains { $0.prev != nil }
    for (rank, index) in run.pages.enumerated() {
      let page = pages[index]
      if page.links[.prev].map({ $0.leavesHost || $0.change != nil }) ?? false { continue }
      if page.key.isEmpty {
        if page.prev != nil { ledger.add(words.link(index, .prev, .unexpected)) }
        continue
      }
      guard rank > 0 else { continue }
      let before = pages[run.pages[rank - 1]].key
      if let prev = page.prev {
        if prev == page.key {
          ledger.add(words.link(index, .prev, .loop))
        } else if prev != before, !before.isEmpty {
          ledger.add(words.link(index, .prev, .window(expected: nil)))
        }
      } else if isUsual, page.isReadable {
        ledger.add(words.link(index, .prev, .missing))
      }
    }
  }

  private func summary(_ frame: ChainSummary) -> ChainSummary {
    var summary = frame
    summary.total = total
    var inRun = pages.indices.map { runs.count + $0 }
    for (number, run) in runs.enumerated() {
      for index in run.pages { inRun[index] = number }
    }
    summary.pages = zip(pages, inRun).map { page, run in
      ChainSummary.Page(
        asked: nil,
        answered: nil,
        cursor: page.key.isEmpty ? nil : page.key,
        items: page.count,
        run: run
      )
    }
    summary.hasFirst = pages.contains { $0.key.isEmpty }
    summary.hasEmpty = pages.contains { $0.key.isEmpty && $0.count == 0 }
    summary.hasMiddle = pages.contains { !$0.key.isEmpty && $0.next != nil }
    summary.hasLast = runs.contains { $0.end == .end }
    summary.missingTargets = runs.compactMap { run in
      if case .unseen(let target) = run.end { target } else { nil }
    }
    return summary
  }
}
