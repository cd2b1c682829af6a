import PlumbModel
import PlumbText

/// A small API whose pages are linked in the header field `Link`, RFC 8288.
struct BirdService {
  let world: CatalogWorld

  /// The listing of a habitat, or of all; a page begins after the bird that `after` names.
  func list(_ incoming: Incoming) -> Answer {
    let standard = incoming.standardSize
    guard let size = Int(incoming.query["size"] ?? "\(standard)"), (1...50).contains(size) else {
      return .refusal("size must be a whole number from 1 to 50", status: 400)
    }
    let entries = world.entries(of: incoming.filter("habitat")).sorted { $0.id < $1.id }
    var from = 0
    if let after = incoming.query["after"] {
      guard let place = entries.firstIndex(where: { Self.ring($0) == after }) else {
        return .refusal("there is no bird \"\(after)\"", status: 400)
      }
      from = place + 1
    }
    let shown = incoming.showsTen ? 10 : size
    let page = CatalogPage(entries.map(Self.tree), from: from, size: shown, incoming)
    var links: [(String, String?)] = []
    if from > 0 {
      let before = max(0, from - size)
      links.append(("first", nil))
      links.append(("prev", before == 0 ? nil : Self.ring(entries[before - 1])))
    }
    if page.end < page.count { links.append(("next", Self.ring(entries[page.end - 1]))) }
    var answer = Answer.success(.list(page.items))
    let field = links.map { "<\(Self.link(incoming, after: $1))>; rel=\"\($0)\"" }
    if !field.isEmpty {
      answer.fields.append(HTTPField(name: "Link", value: field.joined(separator: ", ")))
    }
    return answer
  }

  private static func ring(_ entry: CatalogWorld.Entry) -> String { "R\(1000 + entry.id)" }

  private static func tree(_ entry: CatalogWorld.Entry) -> JSONTree {
    .members([
      "ring": .string(ring(entry)),
      "name": .string(entry.name),
      "habitat": .string(entry.group),
    ])
  }

  /// The request's own address with another place: its other parameters come first, as sent.
  private static func link(_ incoming: Incoming, after ring: String?) -> String {
    let kept = incoming.rawQuery.split(separator: "&").filter { !$0.hasPrefix("after=") }
    let query = kept.map(String.init) + (ring.map { ["after=\($0)"] } ?? [])
    return "\(incoming.origin)\(incoming.path)"
      + (query.isEmpty ? "" : "?\(query.joined(separator: "&"))")
  }
}
