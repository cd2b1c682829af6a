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
    let limitText = incoming.query["Limit"] ?? "20"
    guard let limit = Int(limitText), (1...Int(Int32.max)).contains(limit) else {
      return Self.badRequest("The value '\(limitText)' is not valid for Limit.")
    }
    guard let filter = JobFilter(incoming.query) else {
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
    let end = min(start + limit, kept.count)
    let body = JSONTree.members([
      "nextCursor": end < kept.count ? .string(kept[end].code) : nil,
      "currentCursor": start < kept.count ? .string(kept[start].code) : nil,
      "totalCount": .integer(kept.count),
      "data": .list(kept[start..<end].map(tree)),
    ])
    return .success(body, escaping: .forHTML)
  }

  private static func badRequest(_ detail: String) -> Answer {
    let body = JSONTree.members([
      "title": .string("Bad Request"), "status": .integer(400), "detail": .string(detail),
    ])
    return Answer(status: 400, body: .json(body, .forHTML))
  }

  private func tree(_ job: Job) -> JSONTree {
    let other = job.otherTitles.isEmpty ? nil : JSONTree.list(job.otherTitles.map { .string($0) })
    return .members([
      "occupationCode": .string(job.code),
      "titleEnglish": .string(job.titleEnglish),
      "titleMaori": job.titleMaori.map { .string($0) },
      "altJobTitlesEnglish": other,
      "descriptionEnglish": job.description.map { .string($0) },
      "isKaupapaMaori": job.isKaupapaMaori ? .boolean(true) : nil,
      "detailedWorkActivitiesEnglish": .list(job.tasks.map { .string($0) }),
      "trainingDuration": job.training.map { .string($0) },
      "lastUpdatedDate": .string(UTCTime.text(secondsInto2025: job.updated)),
      "remuneration": pay(job.pay),
      "registrationAuthority": job.registration.map { .members(["name": .string($0)]) },
      "minorGroups": .list(
        job.groups.enumerated().map { group($0.element, isFirst: $0.offset == 0) }
      ),
    ])
  }

  private func pay(_ pay: [String]) -> JSONTree? {
    guard pay.count == 5 else { return nil }
    return .members([
      "payLowerBound": .number(pay[0]),
      "payMidLowerBound": .number(pay[1]),
      "payMidUpperBound": .number(pay[3]),
      "payUpperBound": .number(pay[4]),
      "payMedian": .number(pay[2]),
    ])
  }

  private func group(_ group: JobGroup, isFirst: Bool) -> JSONTree {
    .members([
      "groupRelationType": .string(isFirst ? "Primary" : "Secondary"),
      "minorGroup": .members([
        "code": .string(group.code),
        "nameEnglish": .string(group.nameEnglish),
        "nameMaori": .string(group.nameMaori),
      ]),
    ])
  }
}
