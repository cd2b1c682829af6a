import PlumbChecking

extension TextReport {
  /// Returns the closing lines: the verdict, and how much it rests on.
  func summary(of report: Report) -> [String] {
    let totals = report.summary
    var lines = Phrase.verdict(of: totals).wrapped(to: width, then: width - 2)
    let isWhole = totals.unread == 0 && totals.exchanges > totals.unjudged
    let role: Ink.Role =
      totals.errors > 0
      ? .severity(.error) : totals.warnings > 0 || !isWhole ? .severity(.warning) : .good
    lines = lines.enumerated().map { index, line in
      (index == 0 ? "" : "  ") + ink.paint(line, as: role)
    }
    lines += fact("seen", seen(totals))
    lines += exercised(report.coverage)
    lines += chains(report.chains)
    lines += accepted(report)
    lines += unjudged(report)
    lines += never(report.coverage.never)
    return lines
  }

  private func seen(_ totals: Report.Summary) -> String {
    var parts = [
      totals.exchanges.of("exchange"), totals.files.of("file"), Phrase.size(totals.bytes),
    ]
    if totals.chains > 0 { parts.insert(totals.chains.of("chain"), at: 1) }
    if totals.unread > 0 { parts.append("\(totals.unread.of("file")) not to the end") }
    return parts.joined(separator: ", ")
  }

  private func exercised(_ coverage: Report.Coverage) -> [String] {
    let documented = [
      ("operations", coverage.operations), ("responses", coverage.responses),
      ("rows", coverage.rows),
    ]
    let conversations = [
      ("orders", coverage.orders), ("laws", coverage.laws), ("last pages", coverage.lastPages),
      ("empty results", coverage.emptyResults),
    ].filter { $1.of > 0 }
    let lines = fact("exercised", ratios(documented))
    return conversations.isEmpty ? lines : lines + fact("", ratios(conversations))
  }

  private func ratios(_ ratios: [(name: String, ratio: Report.Coverage.Ratio)]) -> String {
    ratios.map { "\($0.ratio.exercised.grouped) of \($0.ratio.of.grouped) \($0.name)" }
      .joined(separator: ", ")
  }

  private func chains(_ chains: [Report.Chain]) -> [String] {
    guard !chains.isEmpty else { return [] }
    let open = chains.filter { !$0.isComplete }
    return fact("chains", wholeness(of: chains)) + list(open.map(missing(of:)), most: 5)
  }

  private func unjudged(_ report: Report) -> [String] {
    guard !report.unjudged.isEmpty else { return [] }
    var lines: [String] = []
    for reason in Report.Unjudged.Reason.allCases {
      let entries = report.unjudged.filter { $0.reason == reason }
      guard !entries.isEmpty else { continue }
      let count = entries.reduce(0) { $0 + $1.count }
      lines += fact(lines.isEmpty ? "unjudged" : "", "\(count.grouped) \(Phrase.reason(reason))")
      lines += list(grouped(entries))
    }
    return lines
  }

  private func accepted(_ report: Report) -> [String] {
    var lines: [String] = []
    if !report.accepted.isEmpty {
      lines += fact("accepted", report.accepted.count.of("finding"))
      lines += list(report.accepted.map { Phrase.accepted($0.acceptance) })
    }
    for reason in Report.Lapsed.Reason.allCases {
      let entries = report.lapsed.filter { $0.reason == reason }
      guard !entries.isEmpty else { continue }
      let count = entries.count.of("acceptance")
      lines += fact(lines.isEmpty ? "accepted" : "", "\(count) \(Phrase.lapsed(reason))")
      lines += list(entries.map { Phrase.lapsed($0.acceptance) })
    }
    return lines
  }

  private func never(_ never: [String]) -> [String] {
    guard !never.isEmpty else { return [] }
    return fact("untried", "\(never.count.grouped) never exercised") + list(byOperation(never))
  }

  private func fact(_ name: String, _ text: String) -> [String] {
    let label = name.isEmpty ? "" : "\(name):"
    let indent = 13
    let lines = text.wrapped(to: width - indent)
    return lines.enumerated().map { index, line in
      let start = "  " + (index == 0 ? label : "")
      return start + String(repeating: " ", count: indent - start.count) + line
    }
  }

  private func list(_ entries: [String], most: Int = 8) -> [String] {
    let indent = String(repeating: " ", count: 15)
    let shown = entries.count > most ? most - 1 : entries.count
    var lines = entries.prefix(shown).flatMap { entry in
      entry.wrapped(to: width - 15, then: width - 17).enumerated().map { index, line in
        indent + (index == 0 ? "" : "  ") + line
      }
    }
    if shown < entries.count {
      lines.append("\(indent)and \((entries.count - shown).grouped) more; --report json lists all")
    }
    return lines.map { ink.paint($0, as: .faint) }
  }
}
