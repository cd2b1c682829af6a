import PlumbModel
import PlumbText

/// The services of the second API: a listing by cursor, and a search of it.
struct TahatuService {
  let world: JobWorld

  /// The listing, filtered.
  func list(_ incoming: Incoming) -> Answer {
    page(of: world.jobs, incoming)
  }

  /// The jobs whose titles and descriptions hold a word.
  func search(_ incoming: Incoming) -> Answer {
    guard let word = incoming.query["KeyWord"]?.lowercased(), !word.isEmpty else {
      return Self.badRequest("The KeyWord field is required.")
    }
    let found = world.jobs.filter { job in
      job.titleEnglish.lowercased().contains(word)
        || job.description?.lowercased().contains(word) == true
    }
    return page(of: found, incoming)
  }

  private func page(of jobs: [Job], _ incoming: Incoming) -> Answer {
    let limitText = incoming.query["Limit"] ?? String(incoming.standardSize)
    guard let limit = Int(limitText), (1...Int(Int32.max)).contains(limit) else {
      return Self.badRequest("The value '\(limitText)' is not valid for Limit.")
    }
    guard let filter = JobFilter(incoming) else {
      return Self.badRequest("The value is not valid for Filter.")
    }
    let kept = jobs.filter(filter.keeps)
    var start = 0
    if let cursor = incoming.query["Cursor"] {
      guard let found = kept.firstIndex(where: { $0.code == cursor }) else {
        return Self.badRequest("The value '\(cursor)' is not valid for Cursor.")
      }
      start = found
    }
    let listing = incoming.listing?.listing(of: kept.map(\.tree))
    let count = listing?.items.count ?? kept.count
    let end = max(start, min(start + limit, count))
    let body = JSONTree.members([
      "nextCursor": end < count ? .string(kept[end].code) : nil,
      "currentCursor": start < count ? .string(kept[start].code) : nil,
      "totalCount": .integer(listing?.total ?? kept.count),
      "data": .list(
        listing.map { Array($0.items.prefix(end).dropFirst(start)) }
          ?? kept[start..<end].map(\.tree)
      ),
    ])
    return .success(body, escaping: .forHTML)
  }

  private static func badRequest(_ detail: String) -> Answer {
    let body = JSONTree.members([
      "title": .string("Bad Request"), "status": .integer(400), "detail": .string(detail),
    ])
    return Answer(status: 400, body: .json(body, .forHTML))
  }
}
