import PlumbText

/// A small API that pages by page number.
struct TrailService {
  let world: CatalogWorld

  /// The listing of a region, or of all.
  func list(_ incoming: Incoming) -> Answer {
    let standard = incoming.standardSize
    guard let number = Int(incoming.query["page"] ?? "1"), number >= 1,
      let size = Int(incoming.query["per_page"] ?? "\(standard)"), (1...100).contains(size)
    else { return .refusal("page and per_page must be whole numbers from 1", status: 400) }
    var entries = world.entries(of: incoming.filter("region"))
    if incoming.sort == "length" { entries.sort { ($0.size, $0.id) < ($1.size, $1.id) } }
    let shown = incoming.showsTen ? 10 : size
    let from = (number - 1) * shown
    let page = CatalogPage(entries.map(Self.tree), from: from, size: shown, incoming)
    return .success(
      .members([
        "page": .integer(number),
        "pages": .integer((page.total + size - 1) / size),
        "total": .integer(page.total),
        "trail": .list(page.items),
      ])
    )
  }

  private static func tree(_ entry: CatalogWorld.Entry) -> JSONTree {
    .members([
      "code": .string("TR\(entry.id)"),
      "name": .string(entry.name),
      "region": .string(entry.group),
      "length": .integer(entry.size),
    ])
  }
}
