import PlumbText

/// The pages of one listing that are known by their places: windows, offsets, page numbers.
struct WindowChain {
  let terms: PagingTerms
  /// All pages in the order of the listing; those whose request asks for no window come last.
  let extracts: [PageExtract]
  /// The pages that ask for a window.
  let pages: [WindowPage]

  init(_ extracts: [PageExtract], _ terms: PagingTerms) {
    self.terms = terms
    var places: [Place] = []
    places.reserveCapacity(extracts.count)
    for (index, extract) in extracts.enumerated() {
      let asked =
        extract.listing != nil
        ? extract.asked : AskedWindow(Query(URLReference(extract.url)?.query ?? ""), terms)
      places.append(Place(index: index, asked: asked))
    }
    let isSorted = zip(places, places.dropFirst()).allSatisfy { lhs, rhs in
      !Place.isBefore(rhs, lhs, extracts)
    }
    if !isSorted { places.sort { Place.isBefore($0, $1, extracts) } }
    let sorted = isSorted ? extracts : places.map { extracts[$0.index] }
    self.extracts = sorted
    pages = places.enumerated().compactMap { index, place in
      place.asked.map { WindowPage(sorted[index], index, $0, terms) }
    }
  }

  /// A page by the window that it asks for; those that ask for none come last.
  private struct Place {
    var index: Int
    var asked: AskedWindow?

    static func isBefore(_ lhs: Self, _ rhs: Self, _ extracts: [PageExtract]) -> Bool {
      let left = (lhs.asked?.start ?? Int.max, lhs.asked?.end ?? Int.max)
      let right = (rhs.asked?.start ?? Int.max, rhs.asked?.end ?? Int.max)
      if left != right { return left < right }
      return extracts[lhs.index].isBefore(extracts[rhs.index])
    }
  }

  /// Judges the pages together.
  func judge(_ frame: ChainSummary) -> JudgedChain {
    guard !pages.isEmpty else {
      return JudgedChain(pages: extracts, findings: [], summary: frame)
    }
    let duplicates = duplicates()
    let again = Set(duplicates.filter { $0.items.count == pages[$0.second].count }.map(\.second))
    let (reading, rival) = ListingTotal(terms: terms, pages: pages, again: again).decide()
    let words = PageWords(terms: terms, pages: extracts)
    var ledger = PageLedger(pageCount: extracts.count)
    if let (rank, fault) = Self.onlyFault(reading), rival != nil || isEven(fault, rank) {
      ledger.add(words.inconsistent(pages[rank], [fault.role, .total], nil))
    } else {
      judgeTotals(reading, words, &ledger)
      for (rank, diagnosis) in reading.diagnoses.enumerated() {
        judge(rank, diagnosis, reading, words, &ledger)
      }
    }
    judgeItems(duplicates, words, &ledger)
    return JudgedChain(
      pages: extracts,
      findings: ledger.findings,
      summary: WindowSummary(chain: self, total: reading.total).summary(frame)
    )
  }

  private static func onlyFault(_ reading: ListingTotal.Reading) -> (Int, PageFault)? {
    var only: (Int, PageFault)?
    for (rank, diagnosis) in reading.diagnoses.enumerated() {
      for fault in diagnosis.faults {
        guard only == nil else { return nil }
        only = (rank, fault)
      }
    }
    return only
  }

  /// Whether a link onwards says that there is more, and nothing but this page's total that there
  /// is not: either may be wrong.
  private func isEven(_ fault: PageFault, _ rank: Int) -> Bool {
    guard case .link(.next, .unexpected) = fault, pages.count == 1 else { return false }
    let page = pages[rank]
    return page.asked.size == page.count && page.total == page.end && page.count > 0
  }

  private func judgeTotals(
    _ reading: ListingTotal.Reading,
    _ words: PageWords,
    _ ledger: inout PageLedger
  ) {
    guard let total = reading.total,
      pages.contains(where: { $0.total != nil && $0.total != total })
    else { return }
    let differing = pages.enumerated().filter {
      $0.element.total != nil && $0.element.total != total
    }
    guard let (rank, first) = differing.first, let found = first.total else { return }
    if reading.isClaimed {
      let others = differing.count { $0.element.total != found }
      var finding = words.totalChanged(first.index, found: found, expected: total, others: others)
      finding.others = differing.dropFirst().map(\.element.index)
      for (rank, page) in differing {
        finding.symptoms += reading.diagnoses[rank].symptoms.map {
          words.symptom($0, on: page, total: total)
        }
      }
      ledger.add(finding)
      return
    }
    let last = pages.last { $0.count > 0 && $0.total != nil } ?? pages[rank]
    let isEmpty = total == 0 && pages.allSatisfy { $0.count == 0 }
    var finding = words.totalWrong(last.index, found: last.total ?? found, held: total)
    if isEmpty { finding.rule = .pageEmpty }
    finding.symptoms = zip(pages, reading.diagnoses).flatMap { page, diagnosis in
      diagnosis.symptoms.map { words.symptom($0, on: page, total: total) }
    }
    ledger.add(finding)
  }

  private func judge(
    _ rank: Int,
    _ diagnosis: PageDiagnosis,
    _ reading: ListingTotal.Reading,
    _ words: PageWords,
    _ ledger: inout PageLedger
  ) {
    let page = pages[rank]
    for (order, fault) in diagnosis.faults.enumerated() {
      var finding = words.finding(fault, on: page, total: reading.total)
      if let hole = gap(rank, fault, reading) {
        let symptom = words.symptom(fault, on: page, total: reading.total)
        finding = words.gap(page, hole)
        finding.symptoms = [symptom]
      }
      if order == 0, page.total == nil || page.total == reading.total {
        finding.symptoms += diagnosis.symptoms.map {
          words.symptom($0, on: page, total: reading.total)
        }
      }
      ledger.add(finding, hidesDuplicates: fault.movesItems, surplus: surplus(fault, page))
    }
  }

  private func surplus(_ fault: PageFault, _ page: WindowPage) -> Int? {
    guard case .count(let expected) = fault, page.count > expected else { return nil }
    return page.count - expected
  }

  /// The window that should have followed the page before, when that page is there and the one
  /// answered leaves a hole.
  private func gap(_ rank: Int, _ fault: PageFault, _ reading: ListingTotal.Reading) -> PageWindow?
  {
    guard case .window(let expected) = fault, let start = pages[rank].start,
      start > expected.start
    else { return nil }
    let before = pages[..<rank].indices.last { pages[$0].asked.start < expected.start }
    guard let before, pages[before].asked.end == expected.start - 1,
      reading.diagnoses[before].faults.isEmpty
    else { return nil }
    return expected
  }
}

extension PageFault {
  /// The part of the value that it blames; `nil` for the items.
  var role: PageRole? {
    switch self {
    case .end: .end
    case .start: .start
    case .link(let role, _): role
    case .pages: .pages
    case .beyond: .total
    case .count, .window, .empty, .inconsistent: nil
    }
  }

  /// Whether items of other pages are to be expected on the page because of it.
  var movesItems: Bool {
    switch self {
    case .window, .inconsistent, .beyond, .count: true
    default: false
    }
  }
}

extension PageExtract {
  /// Returns whether it stands before another one in the recordings.
  func isBefore(_ other: PageExtract) -> Bool {
    if rank != other.rank { return rank < other.rank }
    let (left, right) = (entry ?? 0, other.entry ?? 0)
    return left == right ? url < other.url : left < right
  }
}
