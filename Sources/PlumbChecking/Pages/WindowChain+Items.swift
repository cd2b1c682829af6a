extension WindowChain {
  /// The items that stand twice, by ranks of pages.
  func duplicates() -> [Duplicates] {
    var covered = 0
    var inputs: [(identities: [UInt64], repeated: Int)] = []
    inputs.reserveCapacity(pages.count)
    for page in pages {
      let identities = extracts[page.index].items.identities
      let end = page.asked.end ?? (page.asked.start + page.count - 1)
      inputs.append((identities, max(0, covered - page.asked.start + 1)))
      covered = max(covered, end)
    }
    return DuplicateFinder.find(inputs)
  }

  /// Looks for items that stand twice in the listing.
  func judgeItems(_ duplicates: [Duplicates], _ words: PageWords, _ ledger: inout PageLedger) {
    for found in duplicates {
      let (first, second) = (pages[found.first], pages[found.second])
      let end = first.asked.end ?? (first.asked.start + first.count - 1)
      let finding = words.duplicates(
        found,
        first: first.index,
        second: second.index,
        isAdjacent: found.first != found.second && second.asked.start == end + 1
      )
      ledger.add(
        duplicates: finding,
        count: found.items.count,
        isWholePage: found.items.count == second.count,
        on: first.index == second.index ? [second.index] : [second.index, first.index]
      )
    }
  }
}

/// Says how far the pages of a listing reach.
struct WindowSummary {
  let chain: WindowChain
  let total: Int?

  /// The summary, from one that says which listing it is.
  func summary(_ frame: ChainSummary) -> ChainSummary {
    var summary = frame
    summary.total = total
    var covered = 0
    for page in chain.pages {
      let expected = page.expected(total: total)
      summary.pages.append(seen(page))
      if total == 0 || (page.asked.start == 1 && page.count == 0) { summary.hasEmpty = true }
      guard let expected else { continue }
      if page.asked.start > covered + 1, expected.count > 0 {
        summary.missing.append(PageWindow(start: covered + 1, end: page.asked.start - 1))
      }
      covered = max(covered, expected.end)
      let isFirst = page.asked.start == 1
      let isLast = total.map { expected.end >= $0 } ?? (page.count < page.asked.size ?? 0)
      if isFirst { summary.hasFirst = true }
      if isLast { summary.hasLast = true }
      if !isFirst, !isLast { summary.hasMiddle = true }
    }
    if let total, covered < total {
      summary.missing.append(PageWindow(start: covered + 1, end: total))
    }
    return summary
  }

  private func seen(_ page: WindowPage) -> ChainSummary.Page {
    var answered: PageWindow?
    if let start = page.start, let end = page.end { answered = PageWindow(start: start, end: end) }
    return ChainSummary.Page(
      asked: page.asked.window,
      answered: answered,
      cursor: nil,
      items: page.count
    )
  }
}
