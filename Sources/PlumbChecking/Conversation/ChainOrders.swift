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
      let asked = chains.filter { $0.asks(for: choice) }
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
          if !verdict.findings.isEmpty { found.append(said(verdict.findings, of: part)) }
        }
      }
      for change in judge.readingChanges(verdicts) {
        let (run, earlier) = (runs[change.chain], runs[change.earlier])
        var judged = said([change.finding], of: run)
        // Of two runs of one listing, what stands in both may stand on other pages.
        let isSame = run.summary.isSameListing(as: earlier.summary)
        judged.findings[0].finding.others = isSame ? Array(run.pages.indices) : []
        found.append(judged)
      }
    }
    return found.filter { !$0.findings.isEmpty }
  }

  private func orderPages(of chain: JudgedChain) -> [OrderPage] {
    var end: Int?
    return zip(chain.pages, chain.summary.pages).map { page, seen in
      let adjoins = end == nil || seen.shown == nil || seen.shown?.start == end.map { $0 + 1 }
      end = seen.shown?.end
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
      // Where the order is another one, every page has it.
      let isWhole =
        [.orderReversed, .orderIgnored].contains(order.finding.rule)
        || order.items.count == 1
          && order.finding.rule == .orderAmbiguous
      for item in order.items {
        let items = chain.pages[item.page].items
        var finding = order.finding
        finding.page = item.page
        finding.others = isWhole ? Array(chain.pages.indices) : neighbours(of: item, in: chain)
        finding.pointer = "\(items.pointer)/\(item.index)\(suffix)"
        if let place = items.place(of: item.index) { finding.range = place }
        weighed.append(ConversationWriter.Weighed(finding))
      }
    }
    return ConversationWriter.Judged(
      operation: operation,
      pages: chain.pages.map { ConversationWriter.Page($0) },
      findings: weighed
    )
  }

  /// The pages on the other side of the seam where an item stands.
  private func neighbours(of item: ChainKeys.Item, in chain: JudgedChain) -> [Int] {
    var pages: [Int] = []
    if item.index == 0, item.page > 0 { pages.append(item.page - 1) }
    let isLast = item.index + 1 == chain.pages[item.page].items.count
    if isLast, item.page + 1 < chain.pages.count { pages.append(item.page + 1) }
    return pages
  }
}

extension ChainSummary {
  /// Whether another summary is of pages of the same listing.
  fileprivate func isSameListing(as other: ChainSummary) -> Bool {
    session == other.session && path == other.path && query == other.query
  }
}

extension JudgedChain {
  /// Whether a page asks for an order; the pages of a listing mostly ask for the same one.
  fileprivate func asks(for choice: Int) -> Bool {
    pages.indices.contains { pages[$0].choice == choice }
  }

  /// Some of the pages, as a chain of their own without findings.
  fileprivate func pages(_ indices: [Int]) -> JudgedChain {
    var part = self
    part.findings = []
    if indices.count == pages.count, zip(indices, pages.indices).allSatisfy(==) { return part }
    part.pages = indices.map { pages[$0] }
    part.summary.pages = indices.map { summary.pages[$0] }
    return part
  }
}
