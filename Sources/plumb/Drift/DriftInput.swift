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

/// On which day each exchange was recorded.
struct RecordedDays: Sendable {
  private struct Key: Hashable {
    var file: String
    var entry: Int?
  }

  private var days: [Key: CalendarDate] = [:]

  /// Reads recordings for their times.
  ///
  /// - Throws: ``Failure`` when they cannot be read, or some do not say when they were made.
  init(of path: String) throws(Failure) {
    var found: [Key: CalendarDate] = [:]
    var count = 0
    var stream = RecordStream()
    let files = try RecordingFinder.files(at: [path], areBodies: false)
    try stream.read(files) { record, source throws(Failure) in
      count += 1
      guard let start = record.circumstances.start else { return }
      found[Key(file: source.file, entry: source.entry)] = CalendarDate(start)
    }
    guard found.count == count else {
      throw Failure(
        .unreadable,
        "\(path): nothing says when \(count - found.count) of \(count) exchanges were recorded; "
          + "compare two folders instead of --since"
      )
    }
    days = found
  }

  /// The day of an exchange, in UTC.
  func day(of source: ExchangeSource) -> CalendarDate? {
    days[Key(file: source.file, entry: source.entry)]
  }
}
