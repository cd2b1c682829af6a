import PlumbText

/// The part of a listing that a request asks for.
struct Window: Hashable, Sendable {
  /// The most items a window may have.
  static let limit = 2000

  /// How many items are shown when the request does not say.
  static let standard = 20

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
    guard let end = number("end", incoming, standard: start + standard - 1) else {
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

  private init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The items of the window.
  func items<Item>(of all: [Item]) -> [Item] {
    guard start <= all.count else { return [] }
    return Array(all[(start - 1)..<min(end, all.count)])
  }

  /// The page of a listing: its window, the links to its neighbours, its items.
  func page(of items: [JSONTree], total: Int, for incoming: Incoming) -> JSONTree {
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
      "end": .integer(min(end, total)),
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
