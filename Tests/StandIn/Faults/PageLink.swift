import PlumbText

/// A link to a neighbouring page, to be done wrong.
struct PageLink {
  /// What is done wrong.
  enum Change {
    case missing, unexpected, skips, loop, dropsFilter, changesSort, host, end
  }

  /// Whether it leads to the next page instead of the one before.
  let isNext: Bool

  /// The page that it stands on.
  let page: PageNumbers

  /// The request for that page.
  let incoming: Incoming

  /// Does it wrong.
  func apply(_ change: Change, to tree: inout JSONTree) {
    let name = isNext ? "next" : "prev"
    guard let right = tree[name]?.text else {
      if change == .unexpected { tree[name] = .string(unexpected) }
      return
    }
    switch change {
    case .missing: tree[name] = nil
    case .unexpected: break
    case .skips:
      tree[name] = .string(Self.map(right) { $0 == "start" || $0 == "end" ? $1 + 1 : $1 })
    case .loop:
      let (start, end) = (page.start, page.end)
      tree[name] = .string(Self.map(right) { $0 == "start" ? start : $0 == "end" ? end : $1 })
    case .dropsFilter: tree[name] = .string(Self.droppingFirst(right))
    case .changesSort:
      let isByCode = incoming.query["sort"] == "code"
      let sort = incoming.query["sort"].map { "sort=\($0)" } ?? ""
      tree[name] = .string(right.replacing(sort, with: isByCode ? "sort=title" : "sort=code"))
    case .host: tree[name] = .string(right.replacing(incoming.origin, with: Self.otherOrigin))
    case .end: tree[name] = .string(Self.map(right) { $0 == "end" ? $1 - 2 : $1 })
    }
  }

  private static let otherOrigin = "https://www.example.com"

  private var unexpected: String {
    let kept = incoming.rawQuery.split(separator: "&").filter { part in
      !part.hasPrefix("start=") && !part.hasPrefix("end=")
    }
    let window = isNext ? [page.end + 1, page.end + 20] : [1, 20]
    let query = kept + ["start=\(window[0])", "end=\(window[1])"]
    return "\(incoming.origin)\(incoming.path)?\(query.joined(separator: "&"))"
  }

  /// The link with other numbers in its query.
  private static func map(_ link: String, _ change: (Substring, Int) -> Int) -> String {
    parts(of: link) { parts in
      parts.map { part in
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2, let number = Int(pair[1]) else { return part }
        return "\(pair[0])=\(change(pair[0], number))"
      }
    }
  }

  private static func droppingFirst(_ link: String) -> String {
    parts(of: link) { parts in
      parts.first?.hasPrefix("start=") == true ? parts : Array(parts.dropFirst())
    }
  }

  private static func parts(of link: String, _ change: ([String]) -> [String]) -> String {
    guard let mark = link.firstIndex(of: "?") else { return link }
    let query = link[link.index(after: mark)...].split(separator: "&").map(String.init)
    return "\(link[..<mark])?\(change(query).joined(separator: "&"))"
  }
}
