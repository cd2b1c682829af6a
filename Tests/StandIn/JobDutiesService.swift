import PlumbText

/// The services under `/online/job_duties/`.
struct JobDutiesService {
  let world: OccupationWorld

  /// The occupations that a keyword finds.
  func search(_ incoming: Incoming) -> Answer {
    guard let keyword = incoming.query["keyword"], !keyword.isEmpty else {
      return .refusal("must have required property 'keyword'")
    }
    switch Window.read(incoming) {
    case .failure(let refusal): return .refusal(refusal.message)
    case .success(let window):
      let found = world.occupations.filter { matches($0, keyword.lowercased()) }
      let sorted = Sorting.sorted(found, \.self) { left, right in
        // Whole titles first, then codes, then what only holds the word.
        .init(left.title == keyword ? 0 : 1, right.title == keyword ? 0 : 1)
      }
      let page = window.page(of: sorted, for: incoming) { occupation -> JSONTree in
        .members([
          "href": .string("\(incoming.origin)/online/job_duties/tasks/\(occupation.code)"),
          "code": .string(occupation.code),
          "title": .string(occupation.title),
          "tags": tags(occupation),
        ])
      }
      return .success(page)
    }
  }

  /// The tasks of an occupation.
  func tasks(_ code: String, _ incoming: Incoming) -> Answer {
    switch occupation(code) {
    case .failure(let refusal): return .refusal(refusal.message)
    case .success(let occupation): return .success(tree(occupation.tasks))
    }
  }

  /// The occupations whose tasks are related to chosen ones.
  func results(_ code: String, _ incoming: Incoming) -> Answer {
    do throws(Refusal) {
      let source = try occupation(code).get()
      let chosen = try Self.chosenTasks(incoming)
      let window = try Window.read(incoming).get()
      let key = incoming.sort ?? "closely_related"
      guard let compare = Self.comparisons[key] else {
        throw Refusal("sort must be equal to one of the allowed values")
      }
      let related = RelatedOccupation.all(to: source, chosen: chosen, in: world)
      let sorted = Sorting.sorted(related, \.occupation, by: compare)
      return .success(window.page(of: sorted, for: incoming) { tree($0, incoming) })
    } catch {
      return .refusal(error.message)
    }
  }

  private func matches(_ occupation: Occupation, _ keyword: String) -> Bool {
    occupation.code.hasPrefix(keyword) || occupation.title.lowercased().contains(keyword)
  }

  private func occupation(_ code: String) -> Result<Occupation, Refusal> {
    guard Codes.isOccupation(code) else {
      return .failure(Refusal("code must match pattern \"^\\d\\d-\\d{4}\\.\\d\\d$\""))
    }
    guard let occupation = world.occupation(code) else {
      return .failure(Refusal("code \"\(code)\" is not an active occupation"))
    }
    return .success(occupation)
  }

  private static func chosenTasks(_ incoming: Incoming) throws(Refusal) -> Set<Int> {
    guard let text = incoming.query["tasks"] else {
      throw Refusal("must have required property 'tasks'")
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { $0 >= 1 }
    guard numbers.count == parts.count else { throw Refusal("tasks must be integer") }
    return Set(numbers)
  }

  private static let comparisons:
    [String: @Sendable (RelatedOccupation, RelatedOccupation) -> Sorting.Order] = [
      "closely_related": { .init($1.close.count, $0.close.count) },
      "all_related": { .init($1.close.count + $1.less.count, $0.close.count + $0.less.count) },
      "title": { .init($0.occupation.title, $1.occupation.title) },
      "code": { .init($0.occupation.code, $1.occupation.code) },
      "zone": { .init($0.occupation.zone, $1.occupation.zone) },
    ]

  private func tags(_ occupation: Occupation) -> JSONTree {
    .members(["bright_outlook": occupation.isBright ? .boolean(true) : nil])
  }

  private func tree(_ tasks: [Occupation.Task]) -> JSONTree {
    .list(tasks.map { .members(["id": .string(String($0.id)), "title": .string($0.title)]) })
  }

  private func tree(_ related: RelatedOccupation, _ incoming: Incoming) -> JSONTree {
    let occupation = related.occupation
    return .members([
      "href": .string("\(incoming.origin)/online/occupations/\(occupation.code)/"),
      "code": .string(occupation.code),
      "title": .string(occupation.title),
      "tags": tags(occupation),
      "job_zone": .members([
        "code": .integer(occupation.zone),
        "title": .string(Self.zoneTitles[occupation.zone - 1]),
      ]),
      "tasks": .members([
        "closely_related": tree(related.close),
        "less_related": tree(related.less),
        "full": tree(occupation.tasks),
      ]),
    ])
  }

  private static let zoneTitles = [
    "Job Zone One: Little or No Preparation Needed",
    "Job Zone Two: Some Preparation Needed",
    "Job Zone Three: Medium Preparation Needed",
    "Job Zone Four: Considerable Preparation Needed",
    "Job Zone Five: Extensive Preparation Needed",
  ]
}
