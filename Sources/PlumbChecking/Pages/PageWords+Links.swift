extension PageWords {
  /// The finding of a fault in the link to a neighbour.
  func link(_ role: PageRole, _ fault: PageFault.Link, _ page: WindowPage) -> ConversationFinding {
    let name = terms.member(role) ?? "\(role)"
    let side = role == .next ? "after" : "before"
    let sent = pages[page.index].text(role) ?? ""
    func make(_ what: String, _ expected: String, _ found: String, _ kind: String)
      -> ConversationFinding
    {
      self.make(
        Self.rule(role, fault),
        page.index,
        role,
        what,
        expected: expected,
        found: found,
        kind: kind
      )
    }
    switch fault {
    case .missing:
      return make(
        "\(asked(page)) has a page \(side) it, `\(name)` must lead there, it is missing",
        "a link",
        "none",
        "missing"
      )
    case .unexpected:
      return make(
        "\(asked(page)) has no page \(side) it, `\(name)` must be left out, "
          + "it is \"\(sent)\"",
        "none",
        "\"\(sent)\"",
        "unexpected"
      )
    case .host:
      return make(
        "`\(name)` must stay on the host that was asked, it is \"\(sent)\"",
        "the same host",
        "\"\(sent)\"",
        "host"
      )
    case .parameters(let change):
      return make(
        "`\(name)` must keep the request's path, filters and sort, it \(change)",
        "the same path and parameters",
        change,
        "parameters"
      )
    case .loop:
      return make(
        "`\(name)` must lead to the page \(side) this one, it leads back: \"\(sent)\"",
        "the page \(side)",
        "\"\(sent)\"",
        "loop"
      )
    case .window(let expected):
      let due = expected.map { Self.words($0) } ?? "the window \(side)"
      return make(
        "`\(name)` must ask for \(due), it is \"\(sent)\"",
        due,
        "\"\(sent)\"",
        "window"
      )
    }
  }

  private static func rule(_ role: PageRole, _ fault: PageFault.Link) -> RuleID {
    let isNext = role == .next
    return switch fault {
    case .missing: isNext ? .nextMissing : .prevMissing
    case .unexpected: isNext ? .nextUnexpected : .prevUnexpected
    case .host: isNext ? .nextHost : .prevHost
    case .loop: isNext ? .nextLoop : .prevLoop
    case .parameters: isNext ? .nextParameters : .prevParameters
    case .window: isNext ? .nextWindow : .prevWindow
    }
  }
}
