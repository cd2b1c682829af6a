/// Compares what the pages from the first one on hold with the total, and with where they end.
struct RunTotal {
  let chain: FollowedChain
  let run: PageRun
  let words: FollowedWords

  private var held: Int { run.pages.reduce(0) { $0 + chain.pages[$1].count } }

  /// Judges the run; it has no items twice.
  func judge(_ ledger: inout PageLedger) {
    guard let last = run.pages.last else { return }
    switch run.end {
    case .loop, .joins: return
    case .unseen:
      guard let total = chain.total else { return }
      if held == total {
        ledger.add(words.unexpected(last, held: held))
      } else if held > total {
        ledger.add(words.words.totalWrong(last, found: total, held: held))
      }
    case .end:
      if chain.pages[last].isReadable { judgeEnd(last, &ledger) }
    }
  }

  private func judgeEnd(_ last: Int, _ ledger: inout PageLedger) {
    if let rank = skippingRank() {
      ledger.add(words.skips(run.pages[rank]))
      return
    }
    if hasOthers() {
      ledger.add(words.missing(last, held: held, total: chain.total))
      return
    }
    guard let total = chain.total else { return }
    if held > total {
      ledger.add(words.words.totalWrong(last, found: total, held: held))
    } else if held < total {
      judgeShort(last, total, &ledger)
    } else if let rank = fullRank(total), rank + 1 < run.pages.count {
      ledger.add(words.unexpected(run.pages[rank], held: held))
    }
  }

  /// The total promises more than the run holds.
  private func judgeShort(_ last: Int, _ total: Int, _ ledger: inout PageLedger) {
    let page = chain.pages[last]
    let isFull = page.limit == page.count && page.count > 0
    let claims = chain.pages.count { $0.total == total }
    if isFull, claims > 1 {
      ledger.add(words.missing(last, held: held, total: total))
    } else if isFull {
      ledger.add(words.undecided(last, total: total, held: held))
    } else if let short = shortPage(by: total - held), claims > 1,
      let limit = chain.pages[short].limit
    {
      ledger.add(words.tooFew(short, limit: limit), hidesDuplicates: true)
    } else if page.count == 0, run.pages.count == 1 {
      ledger.add(words.emptyButTotal(last, total: total))
    } else {
      ledger.add(words.words.totalWrong(last, found: total, held: held))
    }
  }

  /// The only page before the last that is not full, when it lacks exactly so many.
  private func shortPage(by count: Int) -> Int? {
    let short = run.pages.dropLast().filter { index in
      chain.pages[index].limit.map { chain.pages[index].count < $0 } ?? true
    }
    guard short.count == 1, let index = short.first, let limit = chain.pages[index].limit else {
      return nil
    }
    return limit - chain.pages[index].count == count ? index : nil
  }

  /// The rank of the page with which the total is reached.
  private func fullRank(_ total: Int) -> Int? {
    var sum = 0
    return run.pages.indices.first { rank in
      sum += chain.pages[run.pages[rank]].count
      return sum >= total
    }
  }

  /// The rank of the page whose cursor leads past pages that were recorded and lead to the same
  /// page.
  private func skippingRank() -> Int? {
    guard let total = chain.total, held < total else { return nil }
    for other in chain.runs where !other.isRooted {
      guard case .joins(let target) = other.end, let rank = run.pages.firstIndex(of: target),
        rank > 0
      else { continue }
      let more = other.pages.reduce(0) { $0 + chain.pages[$1].count }
      if held + more <= total, !isKnown(other) { return rank - 1 }
    }
    return nil
  }

  /// Whether there are pages of the listing that this run does not lead to.
  private func hasOthers() -> Bool {
    if let total = chain.total, held >= total { return false }
    return chain.runs.contains { !$0.isRooted && !isKnown($0) }
  }

  /// Whether the run shows at least one item of another one, or the other one shows none.
  private func isKnown(_ other: PageRun) -> Bool {
    let own = Set(run.pages.flatMap { chain.pages[$0].extract.items.identities })
    return other.pages.allSatisfy { index in
      chain.pages[index].extract.items.identities.allSatisfy { own.contains($0) }
    }
  }
}
