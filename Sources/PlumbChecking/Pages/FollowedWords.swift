import PlumbModel

/// Puts what is wrong with followed pages into findings.
struct FollowedWords {
  let words: PageWords
  let terms: PagingTerms
  let chain: FollowedChain

  private var isCursor: Bool { if case .cursor = terms.dialect { true } else { false } }
  private var nextRole: PageRole { isCursor ? .nextCursor : .next }
  private var nextName: String {
    isCursor ? "`\(terms.member(.nextCursor) ?? "nextCursor")`" : "the link \"next\""
  }

  func tooMany(_ index: Int, limit: Int) -> ConversationFinding {
    let count = chain.pages[index].count
    return words.make(
      .pageCount,
      index,
      nil,
      "the page may hold at most \(PageWords.items(limit)), it holds \(count)",
      expected: "at most \(limit)",
      found: PageWords.items(count),
      kind: "more items"
    )
  }

  func tooFew(_ index: Int, limit: Int) -> ConversationFinding {
    let count = chain.pages[index].count
    return words.make(
      .pageCount,
      index,
      nil,
      "the page must hold \(PageWords.items(limit)) for the total to be right, it holds \(count)",
      expected: PageWords.items(limit),
      found: PageWords.items(count),
      kind: "fewer items"
    )
  }

  func mismatch(_ index: Int, _ current: String) -> ConversationFinding {
    let asked = chain.pages[index].key
    let name = terms.member(.currentCursor) ?? "currentCursor"
    return words.make(
      .cursorMismatch,
      index,
      .currentCursor,
      "`\(name)` must be the cursor asked for, \"\(asked)\", it is \"\(current)\"",
      expected: "\"\(asked)\"",
      found: "\"\(current)\"",
      kind: "other cursor"
    )
  }

  func unreadable(_ index: Int) -> ConversationFinding {
    let text = chain.pages[index].extract.linkField ?? ""
    return words.make(
      .nextMissing,
      index,
      .next,
      "the header field Link must keep to RFC 8288, it is \"\(text)\"",
      expected: "links",
      found: "\"\(text)\"",
      kind: "malformed"
    )
  }

  func loop(_ index: Int, to target: Int) -> ConversationFinding {
    let next = chain.pages[index].next ?? ""
    let place = index == target ? "to this page" : "to an earlier page"
    return words.make(
      isCursor ? .cursorLoop : .nextLoop,
      index,
      nextRole,
      "\(nextName) must lead to the page after this one, it leads back \(place): \"\(next)\"",
      expected: "the page after",
      found: "\"\(next)\"",
      kind: "loop"
    )
  }

  func missing(_ index: Int, held: Int, total: Int?) -> ConversationFinding {
    let reason =
      total.map { "the total is \($0), the pages up to here hold \(held)" }
      ?? "more pages of the listing are recorded"
    return words.make(
      isCursor ? .cursorMissing : .nextMissing,
      index,
      nextRole,
      "\(reason): \(nextName) must lead on, it is missing",
      expected: "a page after",
      found: "none",
      kind: "missing"
    )
  }

  func unexpected(_ index: Int, held: Int) -> ConversationFinding {
    let next = chain.pages[index].next ?? ""
    return words.make(
      isCursor ? .cursorUnexpected : .nextUnexpected,
      index,
      nextRole,
      "the pages up to here hold all \(PageWords.items(held)), \(nextName) must be left out, "
        + "it is \"\(next)\"",
      expected: "none",
      found: "\"\(next)\"",
      kind: "unexpected"
    )
  }

  func skips(_ index: Int) -> ConversationFinding {
    let next = chain.pages[index].next ?? ""
    return words.make(
      .pageGap,
      index,
      nextRole,
      "\(nextName) must lead to the page after this one, \"\(next)\" skips a recorded page",
      expected: "the page after",
      found: "\"\(next)\"",
      kind: "skipped page"
    )
  }

  func undecided(_ index: Int, total: Int, held: Int) -> ConversationFinding {
    let names = [words.name(nextRole), words.name(.total)].sorted()
    let listed = names.map { "`\($0)`" }.joined(separator: ", ")
    return words.make(
      .pageInconsistent,
      index,
      nil,
      "the total is \(total), the pages hold \(held) and lead no further; "
        + "wrong is one of \(listed)",
      expected: "numbers that agree",
      found: names.joined(separator: ", "),
      kind: names.joined(separator: ", ")
    )
  }

  func emptyButTotal(_ index: Int, total: Int) -> ConversationFinding {
    words.make(
      .pageEmpty,
      index,
      .total,
      "an empty result must say total 0, it says \(total)",
      expected: "0",
      found: "\(total)",
      kind: "empty"
    )
  }

  /// The finding of a fault in a link of the `Link` field.
  func link(_ index: Int, _ role: PageRole, _ fault: PageFault.Link) -> ConversationFinding {
    let name = "the link \"\(role)\""
    let isNext = role == .next
    func make(_ rule: RuleID, _ must: String, _ found: String, _ kind: String)
      -> ConversationFinding
    {
      words.make(
        rule,
        index,
        role,
        "\(name) must \(must), it \(found)",
        expected: must,
        found: found,
        kind: kind
      )
    }
    return switch fault {
    case .host:
      make(
        isNext ? .nextHost : .prevHost,
        "stay on the host that was asked",
        "leaves it",
        "host"
      )
    case .parameters(let change):
      make(
        isNext ? .nextParameters : .prevParameters,
        "keep the request's path, filters and sort",
        change,
        "parameters"
      )
    case .missing:
      make(
        isNext ? .nextMissing : .prevMissing,
        "lead to the neighbouring page",
        "is missing",
        "missing"
      )
    case .unexpected:
      make(
        isNext ? .nextUnexpected : .prevUnexpected,
        "be left out at the end of the listing",
        "is there",
        "unexpected"
      )
    case .loop:
      make(
        isNext ? .nextLoop : .prevLoop,
        "lead to the neighbouring page",
        "leads to its own",
        "loop"
      )
    case .window:
      make(
        isNext ? .nextWindow : .prevWindow,
        "lead to the neighbouring page",
        "leads to another",
        "window"
      )
    }
  }
}
