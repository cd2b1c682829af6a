import PlumbChecking

extension TextReport {
  /// How many listings there are and how many are whole.
  func wholeness(of chains: [Report.Chain]) -> String {
    let whole = chains.count(where: \.isComplete)
    let counts = "\(chains.count.of("listing")), \(whole.grouped) whole"
    guard whole < chains.count else { return counts }
    return "\(counts); \((chains.count - whole).grouped) with pages missing"
  }

  /// What was seen of a listing and what is missing of it, in one line.
  func missing(of chain: Report.Chain) -> String {
    "\(chain.address): \(seenAndMissing(of: chain))"
  }

  /// What was seen of a listing, and what is missing unless it is whole.
  func seenAndMissing(of chain: Report.Chain) -> String {
    let seen = "seen \(seen(of: chain))"
    return chain.isComplete ? seen : "\(seen); missing \(rest(of: chain))"
  }

  /// The places that were seen, or how many items where pages do not say their places.
  private func seen(of chain: Report.Chain) -> String {
    let total = chain.total.map { " of \($0.grouped)" } ?? ""
    let pages = " in \(chain.pages.count.of("page"))"
    let windows = chain.pages.compactMap(\.window).filter { $0.end >= $0.start }
    guard windows.count == chain.pages.count else {
      let items = chain.pages.reduce(0) { $0 + $1.items }
      return (total.isEmpty ? items.of("item") : items.grouped + total) + pages
    }
    return Self.listed(Self.joined(windows).map(Self.words)) + total + pages
  }

  private func rest(of chain: Report.Chain) -> String {
    var parts = chain.missing.map(Self.words)
    if parts.isEmpty, !chain.hasFirst { parts.append("the first page") }
    parts += chain.missingTargets.map { "the page at \($0)" }
    return parts.isEmpty ? "its end" : Self.listed(parts)
  }

  /// Windows in their order, those that meet or overlap as one.
  private static func joined(_ windows: [Report.Chain.Window]) -> [Report.Chain.Window] {
    windows.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.reduce(into: []) { all, window in
      if let last = all.last, window.start <= last.end + 1 {
        all[all.count - 1].end = max(last.end, window.end)
      } else {
        all.append(window)
      }
    }
  }

  private static func words(_ window: Report.Chain.Window) -> String {
    window.end > window.start ? "\(window.start)–\(window.end)" : "\(window.start)"
  }

  /// The first few of several parts.
  private static func listed(_ parts: [String]) -> String {
    let most = 4
    let shown = parts.count > most ? most - 1 : parts.count
    let more = parts.count > shown ? " and \((parts.count - shown).grouped) more" : ""
    return parts.prefix(shown).joined(separator: ", ") + more
  }
}

extension Report.Chain {
  /// The path and what is asked besides the page.
  var address: String {
    query.isEmpty ? path : "\(path)?\(query)"
  }
}
