import PlumbModel
import PlumbText

/// Reads how listings are divided into pages.
struct PagingReader {
  let reading: NodeReading

  private static let words = ["window", "cursor", "offset", "page", "link-header"]

  /// Reads the map under `paging` of an API: one word, and the names that the dialect uses.
  func dialect(_ node: NotationNode) -> PagingDialect? {
    guard let known = reading.keys(node, "`paging`", Self.words) else { return nil }
    return dialect(known, at: node.place)
  }

  /// Reads the value of `pages` of an operation: the path of the items, or a map with a dialect of
  /// its own.
  func pages(_ entry: NotationEntry, _ shared: PagingDialect?) -> Paging? {
    guard case .map = entry.value.content else {
      guard let items = path(entry.value, "`pages`") else { return nil }
      guard let shared else {
        reading.log.error(
          "`pages` needs the `paging` of api.yaml, which says nothing of it",
          at: entry.keyPlace,
          remedy: "say there how the API divides its listings, e.g. `window: { … }`"
        )
        return nil
      }
      return Paging(dialect: shared, items: items)
    }
    guard var known = reading.keys(entry.value, "`pages`", ["items"] + Self.words) else {
      return nil
    }
    guard let items = known.removeValue(forKey: "items") else {
      reading.log.error("`pages` has no `items`, the path of the items", at: entry.keyPlace)
      return nil
    }
    let dialect = known.isEmpty ? shared : dialect(known, at: entry.keyPlace)
    guard let dialect, let path = path(items.value, "`items`") else { return nil }
    return Paging(dialect: dialect, items: path)
  }

  private func path(_ node: NotationNode, _ what: String) -> FieldPath? {
    reading.parse(node, what) { scanner throws(NotationProblem) in
      var path = try scanner.path()
      if path.steps.last == .items { path.steps.removeLast() }
      return path
    }
  }

  private func dialect(_ known: [String: NotationEntry], at place: SourcePlace) -> PagingDialect? {
    guard known.count == 1, let (word, entry) = known.first else {
      // A word that is not known has been told already.
      guard known.count > 1 || reading.log.errors == nil else { return nil }
      reading.log.error(
        "paging has one dialect: \(Self.words.map { "`\($0)`" }.joined(separator: ", "))",
        at: place
      )
      return nil
    }
    switch word {
    case "window": return window(entry)
    case "cursor": return cursor(entry)
    case "offset": return offset(entry)
    case "page": return page(entry)
    default: return linkHeader(entry)
    }
  }

  private func window(_ entry: NotationEntry) -> PagingDialect? {
    guard let names = names(entry, ["start", "end", "total"], ["next", "prev"]) else { return nil }
    return .window(
      PagingDialect.Window(
        start: names["start"] ?? "",
        end: names["end"] ?? "",
        total: names["total"] ?? "",
        next: names["next"],
        prev: names["prev"],
        atMost: names.atMost
      )
    )
  }

  private func cursor(_ entry: NotationEntry) -> PagingDialect? {
    guard let names = names(entry, ["cursor", "next"], ["limit", "current", "total"]) else {
      return nil
    }
    return .cursor(
      PagingDialect.Cursor(
        cursor: names["cursor"] ?? "",
        limit: names["limit"],
        nextCursor: names["next"] ?? "",
        currentCursor: names["current"],
        total: names["total"],
        atMost: names.atMost
      )
    )
  }

  private func offset(_ entry: NotationEntry) -> PagingDialect? {
    guard let names = names(entry, ["offset", "limit"], ["total"]) else { return nil }
    return .offset(
      PagingDialect.Offset(
        offset: names["offset"] ?? "",
        limit: names["limit"] ?? "",
        total: names["total"],
        atMost: names.atMost
      )
    )
  }

  private func page(_ entry: NotationEntry) -> PagingDialect? {
    guard let names = names(entry, ["page"], ["size", "total", "pages"]) else { return nil }
    return .page(
      PagingDialect.Page(
        page: names["page"] ?? "",
        size: names["size"],
        total: names["total"],
        pages: names["pages"],
        atMost: names.atMost
      )
    )
  }

  private func linkHeader(_ entry: NotationEntry) -> PagingDialect? {
    if case .nothing = entry.value.content { return .linkHeader(PagingDialect.LinkHeader()) }
    guard let names = names(entry, [], ["size"]) else { return nil }
    return .linkHeader(PagingDialect.LinkHeader(size: names["size"], atMost: names.atMost))
  }

  /// The names that a dialect uses, by the part they play.
  private struct Names {
    var texts: [String: String] = [:]
    var atMost: Int?
    subscript(part: String) -> String? { texts[part] }
  }

  private func names(
    _ entry: NotationEntry,
    _ required: [String],
    _ optional: [String]
  ) -> Names? {
    let known = reading.keys(entry.value, "`\(entry.key)`", required + optional + ["at_most"])
    guard let known else { return nil }
    var names = Names()
    for (part, value) in known {
      if part == "at_most" {
        names.atMost = reading.number(value.value, "`at_most`", in: 1...Int.max)
      } else {
        names.texts[part] = reading.string(value.value, "`\(part)`")
      }
    }
    let missing = required.filter { known[$0] == nil }
    for part in missing {
      reading.log.error("`\(entry.key)` has no `\(part)`", at: entry.keyPlace)
    }
    return missing.isEmpty ? names : nil
  }
}
