/// A table, and what one thread has learned and counted through it.
final class TableBook {
  let plan: TablePlan
  let learned: LearnedWays
  let presence: PresenceTable
  var narrowing: NarrowingCheck
  /// The number of bodies read.
  var bodies = 0

  init(plan: TablePlan) {
    self.plan = plan
    learned = LearnedWays(plan: plan)
    presence = PresenceTable(plan: plan)
    narrowing = NarrowingCheck(plan: plan)
  }
}
