import PlumbText

/// The part of a listing that a request asks for.
struct Window: Hashable, Sendable {
  /// The most items a window may have.
  static let limit = 2000

  /// The first item's place, from 1.
  let start: Int

  /// The last item's place.
  let end: Int

  /// Reads the window of a request; a message in the words of a validator when it has none.
  static func read(_ incoming: Incoming) -> Result<Window, Refusal> {
    guard let start = number("start", incoming, standard: 1) else {
      return .failure(Refusal("start must be integer"))
    }
    guard start >= 1 else { return .failure(Refusal("start must be >= 1")) }
    let standard = start + incoming.standardSize - 1
    guard let end = number("end", incoming, standard: standard) else {
      return .failure(Refusal("end must be integer"))
    }
    guard end >= start else { return .failure(Refusal("end must be >= start")) }
    guard end - start < limit else {
      return .failure(Refusal("end must be <= start + \(limit - 1)"))
    }
    return .success(Window(start: start, end: end))
  }

  private static func number(_ name: String, _ incoming: Incoming, standard: Int) -> Int? {
    guard let text = incoming.query[name] else { return standard }
    guard let number = Int(text), abs(number) <= 1_000_000_000 else { return nil }
    return number
  }

  /// Creates a window.
  init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The page of a listing: its window, the links to its neighbours, its items.
  func page<Item>(of all: [Item], for incoming: Incoming, tree: (Item) -> JSONTree) -> JSONTree {
    guard let edit = incoming.listing else {
      let items = all.dropFirst(start - 1).prefix(end - start + 1).map(tree)
      return page(of: items, end: min(end, all.count), total: all.count, for: incoming)
    }
    let listing = edit.listing(of: all.map(tree))
    let shown = edit.window(for: self)
    let end = min(shown.end, listing.items.count)
    let items = listing.items.prefix(end + edit.itemsTooMany).dropFirst(shown.start - 1)
    return shown.page(of: Array(items), end: end, total: listing.total, for: incoming)
  }

  private func page(
    of items: [JSONTree],
    end last: Int,
    total: Int,
    for incoming: Incoming
  ) -> JSONTree {
    guard total > 0 else {
      return .members([
        "start": .integer(1), "end": .integer(0), "total": .integer(0), "occupation": .list([]),
      ])
    }
    let size = end - start + 1
    let prev = start > 1 ? (start: max(1, start - size), end: start - 1) : nil
    let next = end < total ? (start: end + 1, end: end + size) : nil
    return .members([
      "start": .integer(start),
      "end": .integer(last),
      "total": .integer(total),
      "prev": prev.map { .string(link(incoming, $0.start, $0.end)) },
      "next": next.map { .string(link(incoming, $0.start, $0.end)) },
      "occupation": .list(items),
    ])
  }

  /// The request's own address with another window: its other parameters come first, as sent.
  private func link(_ incoming: Incoming, _ start: Int, _ end: Int) -> String {
    let kept = incoming.rawQuery.split(separator: "&").filter { part in
      !part.hasPrefix("start=") && !part.hasPrefix("end=")
    }
    let query = kept + ["start=\(start)", "end=\(end)"]
    return "\(incoming.origin)\(incoming.path)?\(query.joined(separator: "&"))"
  }
}

/// Why a request is refused.
struct Refusal: Error, Hashable, Sendable {
  /// The message.
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
