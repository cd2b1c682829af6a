/// Finds the least that must be wrong with a page, given the number of items in the listing.
struct PageDiagnoser {
  let terms: PagingTerms
  let page: WindowPage
  /// How many items the listing has; `nil` when nothing tells.
  let total: Int?

  /// Judges the page.
  func diagnosis() -> PageDiagnosis {
    var diagnosis = PageDiagnosis()
    guard let expected = page.expected(total: total) else {
      // What a window past the end shows is not documented; but it cannot hold items.
      if let total, page.asked.start > total, page.count > 0 { diagnosis.faults = [.beyond] }
      return diagnosis
    }
    if isRight(expected) { return diagnosis }
    judgeWindow(expected, &diagnosis)
    judgePages(&diagnosis)
    judgeLinks(expected, &diagnosis)
    return diagnosis
  }

  /// Whether nothing at all is wrong, as with most pages.
  ///
  /// It only says yes where the rest of the diagnosis would find nothing; its no says nothing.
  private func isRight(_ expected: PageWindow) -> Bool {
    guard page.start ?? expected.start == expected.start,
      page.end ?? expected.end == expected.end, page.count == expected.count,
      page.total ?? total == total, page.pages == nil
    else { return false }
    return (!terms.hasNext || isRight(page.links.next, .next, expected))
      && (!terms.hasPrev || isRight(page.links.prev, .prev, expected))
  }

  private func isRight(_ link: PageLink?, _ role: PageRole, _ window: PageWindow) -> Bool {
    let isNext = role == .next
    let isDue: Bool? =
      total == 0 ? false : isNext ? total.map { window.end < $0 } : window.start > 1
    guard let link else { return isDue != true }
    guard isDue != false, !link.leavesHost, link.change == nil, let found = link.asked?.rawWindow,
      let size = page.asked.size, let end = page.asked.end
    else { return false }
    let shown = end - page.asked.start + 1
    guard found.count == size || found.count == shown else { return false }
    return isNext
      ? found.start == window.end + 1
      : found.start == max(1, window.start - found.count) && found.end == window.start - 1
  }

  /// The window as it would be if the total on this page were right, when it is not.
  private var claimed: PageWindow? {
    guard let own = page.total, own != total else { return nil }
    return page.expected(total: own)
  }

  private func judgeWindow(_ expected: PageWindow, _ diagnosis: inout PageDiagnosis) {
    if total == 0, page.asked.start > 1, page.count == 0 { return }
    let start = page.start ?? expected.start
    let end = page.end ?? expected.end
    let startHolds = start == expected.start
    var endHolds = end == expected.end
    var countHolds = page.count == expected.count
    if let claimed, startHolds {
      if !endHolds, page.end == claimed.end {
        endHolds = true
        diagnosis.symptoms.append(.end(expected: expected.end))
      }
      if !countHolds, page.count == claimed.count {
        countHolds = true
        diagnosis.symptoms.append(.count(expected: expected.count))
      }
    }
    if startHolds, endHolds, countHolds { return }
    if page.asked.end == nil, total != 0, let fault = undecided(expected) {
      diagnosis.faults.append(fault)
      return
    }
    switch (startHolds, endHolds, countHolds) {
    case (true, true, false): diagnosis.faults.append(.count(expected: expected.count))
    case (_, _, true) where total == 0: diagnosis.faults.append(.empty)
    case (true, false, true): diagnosis.faults.append(.end(expected: expected.end))
    case (false, true, true): diagnosis.faults.append(.start(expected: expected.start))
    case (true, _, false) where page.count == 0 && end <= start:
      diagnosis.faults.append(.count(expected: expected.count))
      diagnosis.symptoms.append(.end(expected: expected.end))
      diagnosis.surcharge = 5
    default:
      let agrees = end - start + 1 == page.count && start >= 1
      diagnosis.faults.append(
        agrees ? .window(expected: expected) : contradiction(startHolds, endHolds, countHolds)
      )
    }
  }

  /// Without a documented default, the values that know the end may be divided.
  private func undecided(_ expected: PageWindow) -> PageFault? {
    let votes = page.endVotes(total)
    guard let best = votes.values.max(), votes.count(where: { $0.value == best }) > 1 else {
      return nil
    }
    var roles: [PageRole?] = [nil]
    if page.end != nil { roles.append(.end) }
    if votes.count > 2, page.links[.next] != nil { roles.append(.next) }
    return .inconsistent(roles)
  }

  private func contradiction(_ start: Bool, _ end: Bool, _ count: Bool) -> PageFault {
    var roles: [PageRole?] = []
    if !start { roles.append(.start) }
    if !end { roles.append(.end) }
    if !count { roles.append(nil) }
    return .inconsistent(roles)
  }

  private func judgePages(_ diagnosis: inout PageDiagnosis) {
    guard let pages = page.pages, let total, let size = page.asked.size else { return }
    let shown = max(min(size, terms.atMost ?? size), 1)
    let expected = (total + shown - 1) / shown
    if pages == expected || (total == 0 && pages == 1) { return }
    if let own = page.total, own != total, pages == (own + shown - 1) / shown {
      diagnosis.symptoms.append(.pages(expected: expected))
    } else {
      diagnosis.faults.append(.pages(expected: expected))
    }
  }

  // MARK: Links

  private func judgeLinks(_ expected: PageWindow, _ diagnosis: inout PageDiagnosis) {
    for role in [PageRole.next, .prev] {
      guard let name = terms.member(role) else { continue }
      let windows = claims(expected, diagnosis)
      let verdicts = windows.map { fault(role, name, at: $0.window, total: $0.total) }
      guard let first = verdicts.first, let fault = first else { continue }
      // Where nobody knows the end, nobody knows where its neighbour begins.
      if verdicts.contains(nil) || (role == .next && isUndecided(diagnosis)) {
        diagnosis.symptoms.append(.link(role, fault))
      } else {
        diagnosis.faults.append(.link(role, fault))
      }
    }
  }

  private func isUndecided(_ diagnosis: PageDiagnosis) -> Bool {
    guard case .inconsistent? = diagnosis.faults.first else { return false }
    return page.asked.end == nil
  }

  /// The window with the total that a link should be reckoned from, and those that it may have
  /// been reckoned from when a value on the page is wrong.
  private func claims(
    _ expected: PageWindow,
    _ diagnosis: PageDiagnosis
  ) -> [(window: PageWindow, total: Int?)] {
    var claims = [(window: expected, total: total)]
    let own = page.total ?? total
    if own != total { claims.append((claimed ?? expected, own)) }
    switch diagnosis.faults.first {
    case .end, .start, .window, .empty, .inconsistent:
      let start = page.start ?? expected.start
      let end = page.end ?? expected.end
      claims.append((PageWindow(start: start, end: end), own))
    default: break
    }
    return claims
  }

  private func fault(
    _ role: PageRole,
    _ name: String,
    at window: PageWindow,
    total: Int?
  ) -> PageFault.Link? {
    let link = page.links[role]
    let isNext = role == .next
    let isDue: Bool? =
      total == 0 ? false : isNext ? total.map { window.end < $0 } : window.start > 1
    guard let link else {
      return isDue == true && terms.documents(name) ? .missing : nil
    }
    if isDue == false { return .unexpected }
    if link.leavesHost { return .host }
    if let change = link.change { return .parameters(change) }
    let sizes = self.sizes(window, link)
    let options = sizes.map { size in
      isNext
        ? PageWindow(start: window.end + 1, end: window.end + size)
        : PageWindow(start: max(1, window.start - size), end: window.start - 1)
    }
    guard let asked = link.asked else { return .window(expected: options.first) }
    if asked.end == nil {
      if options.isEmpty || options.contains(where: { $0.start == asked.start }) { return nil }
    } else if let found = asked.rawWindow, options.contains(found) {
      return nil
    }
    let loops = isNext ? asked.start <= page.asked.start : asked.start >= page.asked.start
    return loops ? .loop : .window(expected: options.first)
  }

  private func sizes(_ window: PageWindow, _ link: PageLink) -> [Int] {
    var sizes = page.asked.sizes
    // A page of another size than asked for is its own fault; its links may keep to that size.
    if let total, let end = page.end, page.asked.end.map({ min($0, total) }) != end {
      sizes.append(max(window.count, 1))
    }
    if sizes.isEmpty { sizes.append(link.asked?.size ?? max(window.count, 1)) }
    return sizes
  }
}

extension AskedWindow {
  /// The window as asked for, before the dialect's limit.
  var rawWindow: PageWindow? { size.map { PageWindow(start: start, end: start + $0 - 1) } }
}
