import PlumbText

/// A small API that pages by offset and limit, and of which every operation is documented.
struct BookService {
  let world: CatalogWorld

  /// The listing of a genre, or of all.
  func list(_ incoming: Incoming) -> Answer {
    let standard = incoming.standardSize
    guard let from = Int(incoming.query["from"] ?? "0"), from >= 0,
      let count = Int(incoming.query["count"] ?? "\(standard)"), (1...50).contains(count)
    else { return .refusal("from and count must be whole numbers", status: 400) }
    let entries = world.entries(of: incoming.filter("genre"))
    let page = CatalogPage(
      entries.map { tree($0, incoming) },
      from: from,
      size: incoming.showsTen ? 10 : count,
      incoming
    )
    return .success(.members(["total": .integer(page.total), "book": .list(page.items)]))
  }

  /// One book.
  func one(_ id: String, _ incoming: Incoming) -> Answer {
    guard let entry = world.entries.first(where: { String($0.id) == id }) else {
      return .refusal("there is no such book", status: 404)
    }
    return .success(tree(entry, incoming))
  }

  private func tree(_ entry: CatalogWorld.Entry, _ incoming: Incoming) -> JSONTree {
    .members([
      "id": .integer(entry.id),
      "title": .string(entry.name),
      "genre": .string(entry.group),
      "href": .string("\(incoming.origin)/v1/books/\(entry.id)"),
      "more": .string("\(incoming.origin)/v1/books?genre=\(entry.group)"),
    ])
  }
}

/// The items of one page of a listing, with the faults that the request asks for.
struct CatalogPage {
  let items: [JSONTree]
  /// How many items the listing says it has, and how many it has.
  let total: Int
  let count: Int
  /// The place of the first item, from 0, and of what follows the last one.
  let start: Int
  let end: Int

  init(_ all: [JSONTree], from: Int, size: Int, _ incoming: Incoming) {
    let edit = incoming.listing ?? ListingEdit()
    let listing = edit.listing(of: all)
    let window = edit.window(for: Window(start: from + 1, end: from + size))
    start = min(window.start - 1, listing.items.count)
    end = min(window.end, listing.items.count)
    let last = max(start, end + edit.itemsTooMany)
    items = Array(listing.items.prefix(last).dropFirst(start))
    total = listing.total
    count = listing.items.count
  }
}
