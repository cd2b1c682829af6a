import PlumbText

/// One page of a listing whose pages are known by their places.
struct WindowPage: Sendable {
  /// Its index among the chain's pages.
  let index: Int
  let asked: AskedWindow
  /// The number of items.
  let count: Int
  /// What the answer says.
  let start: Int?
  let end: Int?
  let total: Int?
  let pages: Int?
  /// The links to the neighbours, by role; an absent one is not here.
  let links: PageLinks

  init(_ extract: PageExtract, _ index: Int, _ asked: AskedWindow, _ terms: PagingTerms) {
    self.index = index
    self.asked = asked
    count = extract.items.count
    start = extract.integer(.start)
    end = extract.integer(.end)
    total = extract.integer(.total)
    pages = extract.integer(.pages)
    if let known = extract.links {
      links = known
      return
    }
    var links = PageLinks()
    if let page = URLReference(extract.url) {
      let filters = terms.filters(of: Query(page.query ?? ""))
      func link(_ role: PageRole) -> PageLink? {
        guard terms.member(role) != nil, let text = extract.text(role) else { return nil }
        return PageLink(text, from: page, filters: filters, terms: terms)
      }
      links = PageLinks(next: link(.next), prev: link(.prev))
    }
    self.links = links
  }

  /// The window that the page should show when the listing has so many items; `nil` when the
  /// window asked for lies past the end, or nothing tells where it should end.
  func expected(total: Int?) -> PageWindow? {
    if total == 0 { return PageWindow(start: 1, end: 0) }
    if let total, asked.start > total { return nil }
    guard let end = asked.end else { return votedEnd(total) }
    if let total { return PageWindow(start: asked.start, end: min(end, total)) }
    let isFull = count >= end - asked.start + 1 || links.next != nil
    let isFollowed = pages.map { $0 > (asked.start - 1) / max(end - asked.start + 1, 1) + 1 }
    if isFull || isFollowed == true { return PageWindow(start: asked.start, end: end) }
    if count == 0 { return asked.start == 1 ? PageWindow(start: 1, end: 0) : nil }
    return PageWindow(start: asked.start, end: asked.start + count - 1)
  }

  /// Where no documented default says it, most of the values that know the end decide.
  private func votedEnd(_ total: Int?) -> PageWindow? {
    let votes = endVotes(total)
    guard let best = votes.values.max() else { return nil }
    let winners = votes.filter { $0.value == best }.keys.sorted()
    guard let end = winners.first else { return nil }
    return PageWindow(start: asked.start, end: max(end, asked.start - 1))
  }

  /// The places at which the page could end, with the number of values that say so.
  func endVotes(_ total: Int?) -> [Int: Int] {
    var votes = [asked.start + count - 1: 1]
    if let end { votes[end, default: 0] += 1 }
    if let next = links.next?.asked?.start {
      votes[next - 1, default: 0] += 1
    } else if let total, links.next == nil, hasLinks {
      votes[total, default: 0] += 1
    }
    return votes
  }

  private var hasLinks: Bool { start != nil || !links.isEmpty }
}

extension PageExtract {
  /// A member's value as a number.
  func integer(_ role: PageRole) -> Int? {
    members.integer(role)?.clamped
  }

  /// A member's value as a text; an empty one counts as none.
  func text(_ role: PageRole) -> String? {
    guard case .text(let value)? = members[role]?.value, !value.isEmpty else { return nil }
    return value
  }
}
