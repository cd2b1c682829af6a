import PlumbText

/// Puts what is wrong with pages into findings.
struct PageWords {
  let terms: PagingTerms
  let pages: [PageExtract]

  /// The finding of a fault.
  func finding(_ fault: PageFault, on page: WindowPage, total: Int?) -> ConversationFinding {
    switch fault {
    case .count(let expected): count(page, expected)
    case .end(let expected): end(page, expected, total)
    case .start(let expected): start(page, expected)
    case .window(let expected): window(page, expected)
    case .empty: empty(page)
    case .inconsistent(let roles): inconsistent(page, roles, total)
    case .beyond: beyond(page, total)
    case .pages(let expected): pageCount(page, expected, total)
    case .link(let role, let link): self.link(role, link, page)
    }
  }

  /// The same as something that another fault brought with it.
  func symptom(_ fault: PageFault, on page: WindowPage, total: Int?) -> ConversationFinding.Symptom
  {
    let finding = finding(fault, on: page, total: total)
    return .init(rule: finding.rule, field: finding.field, message: finding.message)
  }

  // MARK: Values

  private func count(_ page: WindowPage, _ expected: Int) -> ConversationFinding {
    let asked = self.asked(page)
    return make(
      .pageCount,
      page.index,
      nil,
      "\(asked) must hold \(Self.items(expected)), it holds \(page.count)",
      expected: Self.items(expected),
      found: Self.items(page.count),
      kind: page.count < expected ? "fewer items" : "more items"
    )
  }

  private func end(_ page: WindowPage, _ expected: Int, _ total: Int?) -> ConversationFinding {
    let found = page.end ?? 0
    let name = terms.member(.end) ?? "end"
    let isPast = total.map { found > $0 } ?? false
    return make(
      isPast ? .pageBounds : .pageEndWrong,
      page.index,
      .end,
      "\(asked(page)) ends at \(expected)\(of(total)), `\(name)` says \(found)",
      expected: "\(expected)",
      found: "\(found)",
      kind: isPast ? "past the total" : found < expected ? "too low" : "too high"
    )
  }

  private func start(_ page: WindowPage, _ expected: Int) -> ConversationFinding {
    let found = page.start ?? 0
    let name = terms.member(.start) ?? "start"
    let rule: RuleID =
      found < 1 ? .pageBounds : page.asked.isDefault ? .pageDefault : .pageWindow
    return make(
      rule,
      page.index,
      .start,
      "\(asked(page)) starts at \(expected), `\(name)` says \(found)",
      expected: "\(expected)",
      found: "\(found)",
      kind: found < 1 ? "below 1" : "start"
    )
  }

  private func window(_ page: WindowPage, _ expected: PageWindow) -> ConversationFinding {
    let found = Self.words(
      PageWindow(start: page.start ?? expected.start, end: page.end ?? expected.end)
    )
    let promise =
      page.asked.isDefault
      ? "a request that names no window is documented to get \(Self.words(expected))"
      : "the request asks for \(Self.words(expected))"
    return make(
      page.asked.isDefault ? .pageDefault : .pageWindow,
      page.index,
      .start,
      "\(promise), the answer is \(found)",
      expected: Self.words(expected),
      found: found,
      kind: "window"
    )
  }

  private func empty(_ page: WindowPage) -> ConversationFinding {
    let found = zip(["start", "end"], [page.start, page.end]).compactMap { name, value in
      value.map { "\(name) \($0)" }
    }.joined(separator: ", ")
    return make(
      .pageEmpty,
      page.index,
      .end,
      "an empty result must say start 1, end 0, total 0 with an empty list, it says \(found)",
      expected: "start 1, end 0",
      found: found,
      kind: "empty"
    )
  }

  /// Several single values would do.
  func inconsistent(
    _ page: WindowPage,
    _ roles: [PageRole?],
    _ total: Int?
  ) -> ConversationFinding {
    let names = roles.map { name($0) }.sorted()
    let listed = names.map { "`\($0)`" }.joined(separator: ", ")
    var values: [String] = []
    if let start = page.start { values.append("start \(start)") }
    if let end = page.end { values.append("end \(end)") }
    if let total = page.total ?? total { values.append("total \(total)") }
    values.append(Self.items(page.count))
    return make(
      .pageInconsistent,
      page.index,
      nil,
      "\(asked(page)), its numbers and its links must agree, it has "
        + "\(values.joined(separator: ", ")); wrong is one of \(listed)",
      expected: "numbers that agree",
      found: names.joined(separator: ", "),
      kind: names.joined(separator: ", ")
    )
  }

  private func beyond(_ page: WindowPage, _ total: Int?) -> ConversationFinding {
    make(
      .pageTotalWrong,
      page.index,
      .total,
      "a listing of \(total ?? 0) items has none from \(page.asked.start) on, "
        + "the page there holds \(page.count)",
      expected: "at least \(page.asked.start + page.count - 1)",
      found: "\(total ?? 0)",
      kind: "too low"
    )
  }

  private func pageCount(_ page: WindowPage, _ expected: Int, _ total: Int?) -> ConversationFinding
  {
    let found = page.pages ?? 0
    return make(
      .pageTotalWrong,
      page.index,
      .pages,
      "\(total ?? 0) items at \(page.asked.size ?? 0) a page make \(expected) pages, "
        + "`\(terms.member(.pages) ?? "pages")` says \(found)",
      expected: "\(expected)",
      found: "\(found)",
      kind: found < expected ? "too low" : "too high"
    )
  }

  // MARK: Making

  /// The finding, placed at a member, or at the items for `nil`.
  func make(
    _ rule: RuleID,
    _ page: Int,
    _ role: PageRole?,
    _ message: String,
    expected: String,
    found: String,
    kind: String
  ) -> ConversationFinding {
    let extract = pages[page]
    var finding = ConversationFinding(
      rule: rule,
      page: page,
      pointer: "",
      message: message,
      expected: expected,
      found: found,
      kind: kind
    )
    if let role {
      if let name = terms.member(role) {
        finding.field = JSONPointer(tokens: [name]).description
      }
      if let member = extract.members[role] {
        finding.pointer = member.pointer
        finding.field = member.pointer
        finding.range = member.offset..<(member.offset + max(member.length, 1))
      }
    } else {
      finding.pointer = extract.items.pointer
      finding.field = extract.items.pointer
      if let place = extract.items.place(of: 0) { finding.range = place }
    }
    return finding
  }

  /// The name of the value that plays a part; `items` for the list itself.
  func name(_ role: PageRole?) -> String { role.map { terms.member($0) ?? "\($0)" } ?? "items" }

  /// What was asked for, as the subject of a sentence.
  func asked(_ page: WindowPage) -> String {
    guard let window = page.asked.window else { return "the page from \(page.asked.start)" }
    return "the page \(Self.words(window))"
  }

  private func of(_ total: Int?) -> String { total.map { " of \($0)" } ?? "" }

  static func words(_ window: PageWindow) -> String {
    window.end < window.start ? "no items" : "\(window.start) to \(window.end)"
  }

  static func items(_ count: Int) -> String { count == 1 ? "1 item" : "\(count) items" }
}
