/// An occupation with those of its tasks that are like chosen ones.
struct RelatedOccupation {
  /// The occupation.
  let occupation: Occupation

  /// The tasks that share an activity with a chosen one.
  let close: [Occupation.Task]

  /// The other tasks that share a wider activity with a chosen one.
  let less: [Occupation.Task]

  /// The occupations with at least one closely related task, without the source itself.
  static func all(
    to source: Occupation,
    chosen: Set<Int>,
    in world: OccupationWorld
  ) -> [RelatedOccupation] {
    let activities = Set(source.tasks.filter { chosen.contains($0.id) }.flatMap(\.activities))
    let wider = Set(activities.map(OccupationWorld.widerActivity))
    return world.occupations.compactMap { occupation in
      guard occupation.code != source.code else { return nil }
      let close = occupation.tasks.filter { !activities.isDisjoint(with: $0.activities) }
      guard !close.isEmpty else { return nil }
      let less = occupation.tasks.filter { task in
        activities.isDisjoint(with: task.activities)
          && !wider.isDisjoint(with: task.activities.map(OccupationWorld.widerActivity))
      }
      return RelatedOccupation(occupation: occupation, close: close, less: less)
    }
  }
}
