import PlumbModel
import PlumbRecordings

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
