import PlumbModel
import PlumbText

/// What the sentences of a page promise of a listing, as lines that a person has to confirm.
struct PageSuggestions {
  /// The service that the sentences are of.
  let service: PageService
  /// All services of the page.
  let services: [PageService]
  /// The contracts of the page, in the same order.
  let contracts: [Contract]
  let api: API

  /// The lines for one contract, in the notation and with what they rest on; none for nothing.
  func lines(for contract: Contract) -> [String] {
    guard case .json(let type)? = contract.responses.first?.body,
      let listing = ListingGuess(body: type, parameters: contract.parameters)
    else { return [] }
    var lines: [String] = []
    var suggested = contract
    (suggested.paging, suggested.identity, suggested.order) = (nil, nil, nil)
    suggested.links = links(contract, listing)
    lines += block(["link"], suggested)
    suggested.links = []
    if let dialect = listing.dialect {
      suggested.paging = Paging(dialect: dialect, items: listing.items)
      suggested.identity = listing.identity
      lines += block(["page", "first", "per request"], suggested)
      (suggested.paging, suggested.identity) = (nil, nil)
    }
    if let parameter = OrderGuess.parameter(among: contract.parameters) {
      let guess = OrderGuess.order(by: parameter, rows: listing.rows)
      suggested.order = guess.order
      lines += block(["sort", "order"], suggested)
      for value in guess.unmatched {
        lines.append("  No row is called \(value): say what it sorts by.")
      }
    }
    return lines
  }

  /// The dialect that most listings of the page seem to use.
  static func dialect(of contracts: [Contract]) -> PagingDialect? {
    contracts.lazy.compactMap { contract -> PagingDialect? in
      guard case .json(let type)? = contract.responses.first?.body else { return nil }
      return ListingGuess(body: type, parameters: contract.parameters)?.dialect
    }.first
  }

  /// What the page says with one of some words, and the lines that follow from it.
  private func block(_ words: [String], _ suggested: Contract) -> [String] {
    var shared = api
    shared.paging = suggested.paging?.dialect
    let lines = SuggestedLines.lines(of: suggested, api: shared)
    guard !lines.isEmpty else { return [] }
    let sentences = service.sentences.filter { sentence in
      words.contains { sentence.lowercased().contains($0) }
    }
    let said = sentences.prefix(3).flatMap { Text.wrapped("The page: \($0)", width: 84) }
      .map { "  \($0)" }
    let head = said.isEmpty ? "To be confirmed; the page does not say it:" : "To be confirmed."
    return [head] + said + lines.map { "  \($0)" }
  }

  /// The addresses in items that a sentence says lead to another service of the page.
  private func links(_ contract: Contract, _ listing: ListingGuess) -> [Link] {
    guard let identity = listing.identity else { return [] }
    for sentence in service.sentences where sentence.contains("link") {
      let addresses = listing.rows.filter { $0.type.shape == .string }.map(\.name)
      let names = PageSentence.names(in: sentence, among: addresses)
      for (other, target) in zip(services, contracts) where target.id != contract.id {
        guard let name = names.first, sentence.contains(other.title),
          target.path.parameterNames.count == 1
        else { continue }
        let at = FieldPath(steps: listing.items.steps + [.items, .member(name)])
        return [link(at, to: target, identity)]
      }
    }
    return []
  }

  private func link(_ at: FieldPath, to target: Contract, _ identity: FieldPath) -> Link {
    let parts = target.path.text.split(separator: "{", maxSplits: 1).map(String.init)
    let tail = parts.count > 1 ? parts[1].drop { $0 != "}" }.dropFirst() : ""
    let head = parts.first ?? ""
    return Link(
      at: at,
      target: "\(head){.\(identity)}\(tail)",
      parts: [.text(head), .member(levelsUp: 0, identity), .text(String(tail))],
      place: target.place
    )
  }
}
