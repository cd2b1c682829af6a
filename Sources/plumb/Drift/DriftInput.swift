import PlumbModel
import PlumbRecordings

/// One side of a comparison, as it was asked for.
struct DriftInput: Sendable {
  /// What it is called in reports.
  var label: String
  /// Where it is.
  var path: String
  /// What stands there.
  var kind: DriftPath
  /// Which exchanges of it are meant; `nil` for all.
  var takes: (@Sendable (ExchangeSource) -> Bool)?

  /// Takes a path as it was given.
  init(_ path: String) throws(Failure) {
    label = path
    self.path = path
    kind = try DriftPath(path)
  }

  /// The recordings of a path before a day, and those from it on.
  ///
  /// - Throws: ``Failure`` when nothing says when an exchange was recorded.
  func divided(at day: CalendarDate) throws(Failure) -> [DriftInput] {
    let times = try RecordedDays(of: path)
    var (before, after) = (self, self)
    before.label = "\(path) before \(day)"
    before.takes = { source in times.day(of: source).map { $0 < day } ?? false }
    after.label = "\(path) since \(day)"
    after.takes = { source in times.day(of: source).map { !($0 < day) } ?? false }
    return [before, after]
  }
}
