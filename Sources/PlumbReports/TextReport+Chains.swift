import PlumbChecking

extension TextReport {
  /// How many listings there are and how many are whole.
  func wholeness(of chains: [Report.Chain]) -> String {
    let whole = chains.count(where: \.isComplete)
    let counts = "\(chains.count.of("listing")), \(whole.grouped) whole"
    guard whole < chains.count else { return counts }
    return "\(counts); \((chains.count - whole).grouped) with pages missing"
  }

  /// What is missing of a listing, in one line.
  func missing(of chain: Report.Chain) -> String {
    let windows = chain.missing.map { window in
      window.end > window.start ? "\(window.start)–\(window.end)" : "\(window.start)"
    }
    let targets = chain.missingTargets
    let parts = windows + targets
    let most = 4
    let shown = parts.count > most ? most - 1 : parts.count
    let more = parts.count > shown ? " and \((parts.count - shown).grouped) more" : ""
    let what = shown == 0 ? "its end" : parts.prefix(shown).joined(separator: ", ") + more
    return "\(chain.address): \(what)"
  }
}

extension Report.Chain {
  /// The path and what is asked besides the page.
  fileprivate var address: String {
    query.isEmpty ? path : "\(path)?\(query)"
  }
}
