import PlumbModel

/// Judges whether the items of a chain are in the order that was asked for.
struct OrderJudge {
  /// The fewest distinct keys from which another order is recognised.
  static let leastDistinct = 8

  let plan: OrderPlan
  /// The order that was asked for, as an index into the plan's choices.
  let choice: Int

  /// One way to read the documentation: a reading, with the directions that it leaves open.
  struct Candidate {
    var reading: Int
    var falls: [Bool]
  }

  /// Judges one chain.
  ///
  /// - Parameter pages: The pages in the order of the chain. Where pages between are unknown, the
  ///   order must hold across the gap all the same.
  func judge(_ pages: [OrderPage]) -> OrderVerdict {
    guard !readings.isEmpty else { return OrderVerdict() }
    if let verdict = quickVerdict(pages) { return verdict }
    let chain = readings.indices.map { reading in
      ChainKeys(readings[reading], pages.map { $0.columns.asked(reading, keys: readings[reading]) })
    }
    let candidates = chain.indices.flatMap { reading in
      chain[reading].directions.map { Candidate(reading: reading, falls: $0) }
    }
    let holding = chain.indices.filter { reading in
      chain[reading].directions.contains { chain[reading].breaks($0, limit: 1).isEmpty }
    }
    var verdict = OrderVerdict(holding: holding, judged: chain.map(\.judged.count).max() ?? 0)
    let words = OrderWording(plan: plan, choice: choice, pages: pages)
    guard holding.isEmpty else {
      verdict.distinct = holding.map { chain[$0].distinct }.max() ?? 0
      if let note = unplaced(holding.map { chain[$0] }, words) { verdict.findings.append(note) }
      return verdict
    }
    verdict.distinct = chain.map(\.distinct).max() ?? 0
    verdict.findings.append(explain(chain, candidates, pages, words))
    return verdict
  }

  /// The verdict on a chain that holds in some reading, and whose items can all be placed; `nil`
  /// for any other.
  private func quickVerdict(_ pages: [OrderPage]) -> OrderVerdict? {
    var verdict = OrderVerdict()
    for (rank, keys) in readings.enumerated() {
      guard let quick = quickVerdict(pages, rank, keys) else { return nil }
      verdict.judged = quick.count
      if quick.holds {
        verdict.holding.append(rank)
        verdict.distinct = max(verdict.distinct, quick.distinct)
      }
    }
    return verdict.holding.isEmpty ? nil : verdict
  }

  private func quickVerdict(
    _ pages: [OrderPage],
    _ reading: Int,
    _ keys: [SortKey]
  ) -> QuickOrder.Verdict? {
    let isCounted = keys.count == 1 && pages.allSatisfy { $0.columns.turns.count > reading }
    if isCounted { return QuickOrder.verdict(ofCounted: pages, reading, keys[0]) }
    return QuickOrder.verdict(keys, pages.map { $0.columns.asked(reading, keys: keys) })
  }

  private var readings: [[SortKey]] { plan.choices[choice].readings }

  /// The most specific finding for a chain that is out of order in every reading.
  private func explain(
    _ chain: [ChainKeys],
    _ candidates: [Candidate],
    _ pages: [OrderPage],
    _ words: OrderWording
  ) -> OrderFinding {
    let collated = otherCollation(chain)
    if let collated, !collated.isDocumented {
      return words.collated(chain[collated.candidate.reading], collated)
    }
    if let candidate = reversed(chain, candidates) {
      return words.reversed(chain[candidate.reading], candidate)
    }
    if let other = otherChoice(pages) {
      return words.ignored(chain[candidates[0].reading], candidates[0], by: other)
    }
    if let (candidate, seams) = brokenSeams(chain, candidates) {
      return words.seams(chain[candidate.reading], candidate, seams)
    }
    let (candidate, wrong) = fewestWrong(chain, candidates)
    return words.broken(chain[candidate.reading], candidate, wrong, collated)
  }

  // MARK: - In order

  /// A note on items that cannot be placed and stand amid others, unless a reading places all.
  private func unplaced(_ chain: [ChainKeys], _ words: OrderWording) -> OrderFinding? {
    let unplaced = chain.map(\.unplaced)
    guard unplaced.allSatisfy({ !$0.isEmpty }) else { return nil }
    return words.unplaced(chain[0], unplaced[0])
  }

  // MARK: - Out of order

  /// The reading that holds under another collation than the documented one.
  private func otherCollation(_ chain: [ChainKeys]) -> OtherCollation? {
    for (reading, keys) in chain.enumerated() {
      if let found = OtherCollation(keys, reading: reading) { return found }
    }
    return nil
  }

  private func reversed(_ chain: [ChainKeys], _ candidates: [Candidate]) -> Candidate? {
    candidates.first { candidate in
      let keys = chain[candidate.reading]
      guard keys.breaks(candidate.falls.map { !$0 }, limit: 1).isEmpty else { return false }
      return keys.distinct >= Self.leastDistinct
    }
  }

  /// The values of the parameter whose order the items are in; `nil` for none.
  ///
  /// Pages that are in the order asked for keep no other keys; most items must be on other pages.
  private func otherChoice(_ pages: [OrderPage]) -> [String]? {
    let sampled = pages.map(\.columns).filter { !$0.sample.isEmpty }
    let all = pages.reduce(0) { $0 + $1.columns.count }
    guard 2 * sampled.reduce(0, { $0 + $1.count }) >= all else { return nil }
    var values: [String] = []
    for (index, other) in plan.choices.enumerated() where index != choice {
      guard let value = other.value, let reading = other.readings.first else { continue }
      let keys = ChainKeys(reading, sampled.compactMap { $0.sample[value] })
      guard keys.distinct >= Self.leastDistinct,
        keys.directions.contains(where: { keys.breaks($0, limit: 1).isEmpty })
      else { continue }
      values.append(value)
    }
    return values.isEmpty ? nil : values
  }

  /// The seams that are out of order, when each page is in order by itself.
  private func brokenSeams(
    _ chain: [ChainKeys],
    _ candidates: [Candidate]
  ) -> (Candidate, [Int])? {
    var least: (candidate: Candidate, seams: [Int])?
    for candidate in candidates where !chain[candidate.reading].hasOnlySeams {
      let keys = chain[candidate.reading]
      let breaks = keys.breaks(candidate.falls)
      guard breaks.allSatisfy(keys.isAtSeam) else { continue }
      if least.map({ breaks.count < $0.seams.count }) ?? true { least = (candidate, breaks) }
    }
    return least
  }

  /// The candidate under which the fewest items stand wrong, and their positions.
  private func fewestWrong(
    _ chain: [ChainKeys],
    _ candidates: [Candidate]
  ) -> (Candidate, [Int]) {
    var least = (candidates[0], chain[0].fewestWrong(candidates[0].falls))
    for candidate in candidates.dropFirst() {
      let wrong = chain[candidate.reading].fewestWrong(candidate.falls)
      if wrong.count < least.1.count { least = (candidate, wrong) }
    }
    return least
  }
}
