import PlumbModel
import PlumbText

/// The findings about the order of one chain, in words.
struct OrderWording {
  let plan: OrderPlan
  let choice: Int
  let pages: [OrderPage]

  /// Items that stand wrong, at these positions.
  func broken(
    _ chain: ChainKeys,
    _ candidate: OrderJudge.Candidate,
    _ wrong: [Int],
    _ collated: OtherCollation?
  ) -> OrderFinding {
    let first = wrong[0]
    let left = Set(wrong)
    let before = stride(from: first - 1, through: 0, by: -1).first { !left.contains($0) }
    let item = chain.shown(chain.judged[first])
    var found = "`\(item)` stands wrong"
    var other = first
    if let before, chain.compare(before, first, candidate.falls) > 0 {
      found = "`\(item)` after `\(chain.shown(chain.judged[before]))`"
      other = before
    } else if let after = (first..<chain.judged.count).first(where: { !left.contains($0) }) {
      found = "`\(item)` before `\(chain.shown(chain.judged[after]))`"
      other = after
    }
    let hint = collated.map { "; by `\($0.collation.rawValue)` they are in order" } ?? ""
    return finding(
      .orderBroken,
      chain,
      wrong.map { chain.judged[$0] },
      key: chain.decisiveKey(first, other),
      found: found,
      says: "\(wrong.count) of \(chain.judged.count) items stand wrong, the first is \(found)"
        + hint,
      kind: "broken",
      ranks: chain.ranks(candidate.falls)
    )
  }

  /// Pages that are in order by themselves, but begin too early at these positions.
  func seams(
    _ chain: ChainKeys,
    _ candidate: OrderJudge.Candidate,
    _ seams: [Int]
  ) -> OrderFinding {
    let position = seams[0]
    let items = seams.map { chain.judged[$0] }
    let before = chain.shown(chain.judged[position - 1])
    let found = "`\(chain.shown(items[0]))` after `\(before)`"
    let seam =
      pages[chain.place(items[0]).page].adjoins
      ? "where one page follows another" : "where pages between are not recorded"
    return finding(
      .orderAtSeam,
      chain,
      items,
      key: chain.decisiveKey(position - 1, position),
      found: found,
      says: "each page keeps it by itself, \(seam) stands \(found)",
      kind: "seam",
      ranks: chain.ranks(candidate.falls)
    )
  }

  /// A chain that runs the other way.
  func reversed(_ chain: ChainKeys, _ candidate: OrderJudge.Candidate) -> OrderFinding {
    let position = firstBreak(chain, candidate)
    let way = candidate.falls.first == true ? "ascending" : "descending"
    return finding(
      .orderReversed,
      chain,
      [chain.judged[position]],
      key: chain.decisiveKey(position - 1, position),
      found: way,
      says: "all \(chain.judged.count) items stand the other way round, \(way)",
      kind: "reversed",
      ranks: chain.ranks(candidate.falls)
    )
  }

  /// A chain in the order of other values of the parameter.
  func ignored(
    _ chain: ChainKeys,
    _ candidate: OrderJudge.Candidate,
    by values: [String]
  ) -> OrderFinding {
    let position = firstBreak(chain, candidate)
    let names = values.map { "`\(plan.parameter ?? "")=\($0)`" }.joined(separator: " and ")
    return finding(
      .orderIgnored,
      chain,
      [chain.judged[position]],
      key: chain.decisiveKey(position - 1, position),
      found: "the order of \(names)",
      says: "the items stand in the order of \(names)",
      kind: "ignored by \(values.joined(separator: ", "))",
      ranks: chain.ranks(candidate.falls)
    )
  }

  /// A chain that is in order under a collation that is not documented.
  func collated(_ chain: ChainKeys, _ other: OtherCollation) -> OrderFinding {
    let position = firstBreak(chain, other.candidate)
    let name = other.collation.rawValue
    return finding(
      .orderAmbiguous,
      chain,
      [chain.judged[position]],
      key: chain.decisiveKey(position - 1, position),
      found: "the order by `\(name)`",
      says: "the items are not in order by `text`, as is usual, they are by `\(name)`",
      kind: "collation \(name)",
      ranks: chain.ranks(other.candidate.falls)
    )
  }

  /// Items that cannot be placed and stand amid others.
  func unplaced(_ chain: ChainKeys, _ items: [(item: Int, isMissing: Bool)]) -> OrderFinding {
    let key = chain.unplacedKey(items[0].item)
    let isMissing = items[0].isMissing
    let name = chain.keys[key].text
    let what = isMissing ? "have none" : "have one of another kind"
    return finding(
      .orderAmbiguous,
      chain,
      items.map(\.item),
      key: isMissing ? nil : key,
      field: key,
      found: isMissing ? "nothing" : "`\(chain.shown(items[0].item))`",
      says: "\(items.count) of \(chain.count) items that stand amid the others \(what), "
        + "their place by `\(name)` cannot be judged",
      kind: isMissing ? "missing" : "mixed"
    )
  }

  /// A chain that another reading holds for than for an earlier one.
  func readingChanged(from before: Int, to now: Int) -> OrderFinding {
    let readings = plan.choices[choice].readings
    let page = pages.firstIndex { $0.columns.count > 0 } ?? 0
    let found = "the order of `\(readings[now].text)`"
    let finding = ConversationFinding(
      rule: .orderReadingChanged,
      page: page,
      pointer: pages[page].pointer,
      contract: plan.choices[choice].place,
      message: "\(plan.promise(choice)), another chain is in the order of "
        + "`\(readings[before].text)` only, this one in \(found) only",
      expected: "the order of `\(readings[before].text)`",
      found: found,
      kind: plan.name(choice)
    )
    return OrderFinding(finding: finding, items: [ChainKeys.Item(page: page, index: 0)])
  }

  // MARK: - Parts

  private func firstBreak(_ chain: ChainKeys, _ candidate: OrderJudge.Candidate) -> Int {
    chain.breaks(candidate.falls, limit: 1).first ?? 1
  }

  /// - Parameters:
  ///   - key: The key that the pointer leads to; `nil` for the item itself.
  ///   - field: The key whose row is concerned, when it is not `key`.
  private func finding(
    _ rule: RuleID,
    _ chain: ChainKeys,
    _ items: [Int],
    key: Int?,
    field: Int? = nil,
    found: String,
    says: String,
    kind: String,
    ranks: [Int] = []
  ) -> OrderFinding {
    let places = items.map(chain.place)
    let list = pages[places[0].page].pointer
    let term = (key ?? field).map { chain.keys[$0].terms[0] }
    var finding = ConversationFinding(
      rule: rule,
      page: places[0].page,
      pointer: "\(list)/\(places[0].index)" + (key == nil ? "" : term?.pointer ?? ""),
      field: term.map { "\(list)/*\($0.field)" },
      contract: plan.choices[choice].place,
      message: "\(plan.promise(choice)), \(says)",
      expected: plan.choices[choice].readings.map { "the order of `\($0.text)`" }
        .joined(separator: " or "),
      found: found,
      kind: "\(plan.name(choice)) \(kind)"
    )
    finding.ranks = ranks
    return OrderFinding(finding: finding, items: places)
  }
}
