import PlumbModel

/// Decides how many items a listing has: the number that leaves the least to be wrong.
struct ListingTotal {
  let terms: PagingTerms
  let pages: [WindowPage]
  /// The ranks of pages that only show the items of others: they say nothing of the listing's end.
  var again: Set<Int> = []

  /// A number of items with what is wrong if it is right.
  struct Reading {
    var total: Int?
    /// Whether a page says so.
    var isClaimed: Bool
    var cost: Int
    var diagnoses: [PageDiagnosis]
  }

  /// The best reading; with it another one that explains the pages just as well, if there is one.
  func decide() -> (best: Reading, rival: Reading?) {
    let claims = self.claims()
    guard !claims.isEmpty else { return (reading(nil, claims: claims), nil) }
    var readings = claims.prefix(4).map { reading($0.total, claims: claims) }
    if readings.contains(where: { $0.cost == 0 }) || evidence().isEmpty {
      return (Self.best(of: readings), nil)
    }
    let claimed = Self.best(of: readings)
    let known = Set(claims.map(\.total))
    for total in evidence() where !known.contains(total) {
      readings.append(reading(total, claims: claims))
    }
    let best = Self.best(of: readings)
    let rival = readings.first { $0.total != best.total && !$0.isClaimed && $0.cost == best.cost }
    return (best, best.total == claimed.total ? rival : nil)
  }

  /// The totals on the pages, the most frequent first, then the earliest.
  private func claims() -> [(total: Int, count: Int)] {
    if let first = pages.first?.total, pages.allSatisfy({ $0.total == first }) {
      return [(first, pages.count)]
    }
    var counts: [Int: (count: Int, first: Int)] = [:]
    for (rank, page) in pages.enumerated() {
      guard let total = page.total else { continue }
      counts[total, default: (0, rank)].count += 1
    }
    return counts.sorted { ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first) }
      .map { ($0.key, $0.value.count) }
  }

  /// What the last page that holds something says about the whole, apart from its total.
  private func evidence() -> [Int] {
    let shown = pages.enumerated().filter { !again.contains($0.offset) }.map(\.element)
    guard let last = shown.last(where: { $0.count > 0 }) else {
      return pages.contains { $0.asked.start == 1 } ? [0] : []
    }
    let byCount = last.asked.start + last.count - 1
    guard let end = last.end, end != byCount, end >= last.asked.start else { return [byCount] }
    return [byCount, end]
  }

  private func reading(_ total: Int?, claims: [(total: Int, count: Int)]) -> Reading {
    let diagnoses = pages.map {
      PageDiagnoser(terms: terms, page: $0, total: total).diagnosis()
    }
    var cost = diagnoses.reduce(0) { $0 + $1.cost }
    let isClaimed = claims.contains { $0.total == total }
    if isClaimed {
      if claims.count > 1 { cost += 10 }
    } else if total != nil {
      cost += wholeCost(claims, diagnoses)
    }
    return Reading(total: total, isClaimed: isClaimed, cost: cost, diagnoses: diagnoses)
  }

  /// What it takes to assume that the total is wrong wherever it stands.
  private func wholeCost(_ claims: [(total: Int, count: Int)], _ diagnoses: [PageDiagnosis]) -> Int
  {
    let pagesWithTotal = claims.reduce(0) { $0 + $1.count }
    if case .window = terms.dialect { return pagesWithTotal == 1 ? 10 : 12 }
    // Where the whole chain was fetched and only its end is short, nothing but the total says more.
    if let claimed = claims.first?.total, reachesContiguously(to: claimed) { return 9 }
    return pagesWithTotal == 1 ? 10 : 12
  }

  private func reachesContiguously(to total: Int) -> Bool {
    var covered = 0
    for page in pages {
      guard page.asked.start <= covered + 1, let end = page.asked.end else { break }
      covered = max(covered, end)
    }
    return covered >= total
  }

  private static func best(of readings: [Reading]) -> Reading {
    readings.dropFirst().reduce(readings[0]) { $1.cost < $0.cost ? $1 : $0 }
  }
}
