import PlumbModel

/// Judges the orders of one operation's chains.
struct ChainOrders {
  let plan: CheckPlan
  let operation: Int

  /// What is wrong with the orders; what was shown is counted.
  func judge(
    _ chains: [JudgedChain],
    _ judged: inout [ConversationJudge.OrderKey: Int]
  ) -> [ConversationWriter.Judged] {
    guard let order = plan.operations[operation].conversation.order?.plan else { return [] }
    var found: [ConversationWriter.Judged] = []
    for choice in order.choices.indices {
      let asked = chains.filter { $0.pages.contains { $0.choice == choice } }
      let judge = OrderJudge(plan: order, choice: choice)
      var verdicts: [(pages: [OrderPage], verdict: OrderVerdict)] = []
      var runs: [JudgedChain] = []
      for chain in asked {
        for run in ListingRuns(chain).runs {
          let part = chain.pages(run)
          let pages = orderPages(of: part)
          let verdict = judge.judge(pages)
          runs.append(part)
          verdicts.append((pages, verdict))
          if verdict.distinct > 1 {
            let key = ConversationJudge.OrderKey(operation: operation, choice: choice)
            judged[key, default: 0] += 1
          }
          found.append(said(verdict.findings, of: part))
        }
      }
      for change in judge.readingChanges(verdicts) {
        found.append(said([change.finding], of: runs[change.chain]))
      }
    }
    return found.filter { !$0.findings.isEmpty }
  }

  private func orderPages(of chain: JudgedChain) -> [OrderPage] {
    var end: Int?
    return zip(chain.pages, chain.summary.pages).map { page, seen in
      let adjoins = end == nil || seen.answered == nil || seen.answered?.start == end.map { $0 + 1 }
      end = seen.answered?.end
      return OrderPage(pointer: page.items.pointer, columns: page.order, adjoins: adjoins)
    }
  }

  /// Each item that stands wrong, with its place.
  private func said(
    _ findings: [OrderFinding],
    of chain: JudgedChain
  ) -> ConversationWriter.Judged {
    var weighed: [ConversationWriter.Weighed] = []
    for order in findings {
      let first = order.items.first
      let prefix = first.map { "\(chain.pages[$0.page].items.pointer)/\($0.index)" } ?? ""
      let suffix =
        order.finding.pointer.hasPrefix(prefix)
        ? String(order.finding.pointer.dropFirst(prefix.count)) : ""
      for item in order.items {
        let items = chain.pages[item.page].items
        var finding = order.finding
        finding.page = item.page
        finding.pointer = "\(items.pointer)/\(item.index)\(suffix)"
        if items.offsets.indices.contains(item.index) {
          finding.range = items.offsets[item.index]..<(items.offsets[item.index] + 1)
        }
        weighed.append(ConversationWriter.Weighed(finding))
      }
      if order.items.isEmpty { weighed.append(ConversationWriter.Weighed(order.finding)) }
    }
    return ConversationWriter.Judged(
      operation: operation,
      pages: chain.pages.map { ConversationWriter.Page($0) },
      findings: weighed
    )
  }
}

extension JudgedChain {
  /// Some of the pages, as a chain of their own without findings.
  fileprivate func pages(_ indices: [Int]) -> JudgedChain {
    var part = self
    part.pages = indices.map { pages[$0] }
    part.summary.pages = indices.map { summary.pages[$0] }
    part.findings = []
    return part
  }
}
