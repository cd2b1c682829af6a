import PlumbText

/// A link from a page to its neighbour, compared with the page's own request.
struct PageLink: Hashable, Sendable {
  /// The window that it asks for; `nil` when it asks for none.
  var asked: AskedWindow?
  /// Whether it leads to another scheme, host or port.
  var leavesHost: Bool
  /// What else of the request it changes, in words; `nil` for nothing.
  var change: String?

  /// A link that differs from its page's address in the window only.
  init(asked: AskedWindow?) {
    self.asked = asked
    leavesHost = false
  }

  /// Reads a link of a page.
  init(_ text: String, from page: URLReference, filters: Query, terms: PagingTerms) {
    guard let link = URLReference(text)?.resolved(against: page) else {
      leavesHost = false
      change = "is no URL"
      return
    }
    let query = Query(link.query ?? "")
    asked = AskedWindow(query, terms)
    leavesHost =
      link.host?.lowercased() != page.host?.lowercased()
      || link.scheme?.lowercased() != page.scheme?.lowercased()
      || link.effectivePort != page.effectivePort
    if Self.decoded(link.path) != Self.decoded(page.path) {
      change = "leads to the path \"\(link.path)\""
    } else {
      change = Self.change(from: filters, to: terms.filters(of: query))
    }
  }

  /// The segments of a path, decoded; a slash at the end does not count.
  static func decoded(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/"))
      .map { PercentEncoding.decode(String(decoding: $0, as: UTF8.self)) }
  }

  /// What becomes of the first parameter that is not kept, in words.
  static func change(from old: Query, to new: Query) -> String? {
    guard old != new else { return nil }
    let names = Set(old.items.map(\.name)).union(new.items.map(\.name)).sorted()
    for name in names {
      let (before, after) = (old.values(of: name).sorted(), new.values(of: name).sorted())
      if before == after { continue }
      if after.isEmpty { return "drops \"\(name)\"" }
      if before.isEmpty { return "adds \"\(name)\"" }
      return "changes \"\(name)\" from \"\(before.joined(separator: ","))\" "
        + "to \"\(after.joined(separator: ","))\""
    }
    return nil
  }
}
