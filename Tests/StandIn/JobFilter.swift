import PlumbText

/// The filters of the second API's listings.
struct JobFilter {
  private let majorCode: String?
  private let minorCode: String?
  private let after: Int?
  private let before: Int?

  /// Reads the filters of a query; `nil` when a time is none.
  init?(_ incoming: Incoming) {
    let query = incoming.query
    majorCode = incoming.filter("Filter.MajorGroupCode")
    minorCode = incoming.filter("Filter.MinorGroupCode")
    switch (
      Self.time(query["Filter.LastUpdatedAfter"]), Self.time(query["Filter.LastUpdatedBefore"])
    )
    {
    case (.some(let after), .some(let before)):
      self.after = after
      self.before = before
    default:
      return nil
    }
  }

  /// Whether a job passes; both times are exclusive.
  func keeps(_ job: Job) -> Bool {
    if let majorCode, !job.groups.contains(where: { $0.majorCode == majorCode }) { return false }
    if let minorCode, !job.groups.contains(where: { $0.code == minorCode }) { return false }
    if let after, job.updated <= after { return false }
    if let before, job.updated >= before { return false }
    return true
  }

  private static func time(_ text: String?) -> Int?? {
    guard let text else { return .some(nil) }
    guard let time = UTCTime.secondsInto2025(text) else { return nil }
    return .some(time)
  }
}
