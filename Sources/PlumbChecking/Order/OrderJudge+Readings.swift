import PlumbModel
import PlumbText

extension OrderJudge {
  /// The chains that only other readings hold for than for the chains before them.
  ///
  /// - Parameter chains: All chains of the operation that asked for this order, as ``judge(_:)``
  ///   found them, in any order that stays the same.
  func readingChanges(_ chains: [(pages: [OrderPage], verdict: OrderVerdict)]) -> [ReadingChange] {
    var changes: [ReadingChange] = []
    var open: Set<Int>?
    var earlier = 0
    for (index, chain) in chains.enumerated() where !chain.verdict.holding.isEmpty {
      let holding = Set(chain.verdict.holding)
      guard let before = open else {
        (open, earlier) = (holding, index)
        continue
      }
      let both = before.intersection(holding)
      if both.isEmpty {
        let words = OrderWording(plan: plan, choice: choice, pages: chain.pages)
        let finding = words.readingChanged(from: before.min() ?? 0, to: holding.min() ?? 0)
        changes.append(ReadingChange(chain: index, earlier: earlier, finding: finding))
        (open, earlier) = (holding, index)
      } else if both.count < before.count {
        (open, earlier) = (both, index)
      }
    }
    return changes
  }

  /// The reading that a chain was found to follow, as contracts write it; `nil` when the
  /// documentation leaves none open, or the chain does not tell them apart.
  func settledReading(_ verdict: OrderVerdict) -> String? {
    let readings = plan.choices[choice].readings
    guard readings.count > 1, verdict.holding.count == 1 else { return nil }
    return readings[verdict.holding[0]].text
  }
}
