import PlumbText

/// The services under `/online/stem_occupations/`.
struct StemService {
  let world: OccupationWorld

  /// The occupation types, in order of their titles, and all of them together.
  func types(_ incoming: Incoming) -> Answer {
    let base = "\(incoming.origin)/online/stem_occupations/"
    let types = OccupationType.all.sorted { Sorting.precedes($0.title, $1.title) }
    var items = types.map { type -> JSONTree in
      let members = world.occupations.filter { $0.types.contains(type.code) }
      let families = Set(members.map(\.family)).sorted { Sorting.precedes($0.title, $1.title) }
      return .members([
        "href": .string("\(base)\(type.code)"),
        "code": .integer(type.code),
        "title": .string(type.title),
        "job_family": .list(
          families.map { family in
            .members([
              "href": .string("\(base)\(type.code)?job_family=\(family.code)"),
              "code": .string(family.code),
              "title": .string(family.title),
            ])
          }
        ),
      ])
    }
    items.append(
      .members(["href": .string("\(base)all"), "title": .string("All STEM occupations")])
    )
    return .success(.list(items))
  }

  /// The occupations of a type.
  func inType(_ code: String, _ incoming: Incoming) -> Answer {
    guard let number = Int(code) else { return .refusal("code must be integer") }
    guard let type = OccupationType.withCode(number) else {
      return .refusal("code must be equal to one of the allowed values")
    }
    let members = world.occupations.filter { $0.types.contains(type.code) }
    let keys = ["job_family", "title", "code"]
    return list(members, incoming, keys: keys, standard: "job_family") { occupation in
      occupationTree(occupation, incoming)
    }
  }

  /// The occupations of all types.
  func all(_ incoming: Incoming) -> Answer {
    let members = world.occupations.filter { !$0.types.isEmpty }
    let keys = ["job_family", "title", "code", "stem_occupation_type"]
    return list(members, incoming, keys: keys, standard: "title") { occupation in
      guard case .object(var tree) = occupationTree(occupation, incoming) else { return .null }
      let types = occupation.types.compactMap(OccupationType.withCode)
      let trees = types.map { type -> JSONTree in
        .members(["code": .integer(type.code), "title": .string(type.title)])
      }
      tree.append(.init("stem_occupation_type", .list(trees)))
      return .object(tree)
    }
  }

  private func list(
    _ occupations: [Occupation],
    _ incoming: Incoming,
    keys: [String],
    standard: String,
    tree: (Occupation) -> JSONTree
  ) -> Answer {
    let window: Window
    switch Window.read(incoming) {
    case .failure(let refusal): return .refusal(refusal.message)
    case .success(let read): window = read
    }
    let key = incoming.sort ?? standard
    guard keys.contains(key) else {
      return .refusal("sort must be equal to one of the allowed values")
    }
    var kept = occupations
    if let family = incoming.filter("job_family") {
      guard Codes.isFamily(family) else {
        return .refusal("job_family must match pattern \"^[12345][13579]-0000$\"")
      }
      kept = kept.filter { $0.family.code == family }
    }
    let sorted = Sorting.sorted(kept, \.self, by: comparison(key))
    return .success(window.page(of: sorted, for: incoming, tree: tree))
  }

  private func comparison(_ key: String) -> (Occupation, Occupation) -> Sorting.Order {
    switch key {
    case "job_family": { .init($0.family.title, $1.family.title) }
    case "code": { .init($0.code, $1.code) }
    case "stem_occupation_type": { .init($0.types.first ?? 0, $1.types.first ?? 0) }
    default: { .init($0.title, $1.title) }
    }
  }

  private func occupationTree(_ occupation: Occupation, _ incoming: Incoming) -> JSONTree {
    .members([
      "href": .string("\(incoming.origin)/online/occupations/\(occupation.code)/"),
      "code": .string(occupation.code),
      "title": .string(occupation.title),
      "tags": .members(["bright_outlook": occupation.isBright ? .boolean(true) : nil]),
      "job_family": .members([
        "code": .string(occupation.family.code), "title": .string(occupation.family.title),
      ]),
    ])
  }
}
