import PlumbChecking
import PlumbModel
import PlumbNotation
import PlumbRecordings

/// What is said of exchanges once all are read: the same whether one process read them, or many.
struct Verdict {
  let library: ContractLibrary
  let checker: Checker
  let reporting: ReportingOptions
  let color: ColorOption
  let listsPlaces: Bool
  let isQuiet: Bool
  /// The server at which an API is looked for.
  let server: (API) -> String

  /// Writes the reports.
  ///
  /// - Parameters:
  ///   - extract: What the exchanges left behind.
  ///   - notes: What is to be said of the files.
  ///   - locator: Who finds the lines of places.
  ///   - nothing: What to say when there is no exchange.
  /// - Throws: ``Failure`` with what the check comes to, unless it is clean.
  func give(
    on extract: Extract,
    _ notes: PartNotes,
    _ locator: PlaceLocator,
    orElse nothing: String
  ) throws {
    for path in notes.edited.sorted(by: FileOrder.precedes) {
      Console.note("\(path): was edited after it was recorded")
    }
    for error in notes.unread.sorted(by: { FileOrder.precedes($0.key, $1.key) }) {
      Console.error(error.value)
    }
    var report = checker.report(on: extract)
    report.locatePlaces(locator.locate)
    report.summary.files = extract.files.union(notes.empty).count
    report.summary.unread = notes.unread.count
    reporting.accept(library.acceptances, in: &report)
    Leftover.keep((extract, report))
    guard report.summary.exchanges > 0 else {
      guard notes.unread.isEmpty else { throw Failure(.unreadable) }
      throw Failure(.unreadable, nothing)
    }
    try reporting.output(
      color,
      listsPlaces: listsPlaces,
      isQuiet: isQuiet,
      redactor: redactor(for: report)
    )
    .write(report)
    guard notes.unread.isEmpty else { throw Failure(.unreadable, unread(notes, report)) }
    guard report.summary.unjudged < report.summary.exchanges else {
      throw Failure(.unreadable, nothingJudged(report))
    }
    if reporting.fails(report) { throw Failure(.findings) }
  }

  /// What to say below a report that is of a part only.
  private func unread(_ notes: PartNotes, _ report: Report) -> String {
    let (count, files) = (notes.unread.count, report.summary.files)
    return """
      \(count) of \(files) file\(files == 1 ? "" : "s") could not be read whole; \
      the report is of the rest
      """
  }

  /// What to say below a report in which nothing was judged: that is no pass.
  private func nothingJudged(_ report: Report) -> String {
    guard report.unjudged.contains(where: { $0.reason == .noContract }) else {
      return
        "nothing was judged: every answer is a refusal (429), a failure (5xx) or cut short; record them anew"
    }
    let servers = library.apis.map(server).joined(separator: ", ")
    return """
      nothing was judged: no exchange belongs to an operation under contract
      the contracts are for \(servers); another server is named with --base-url, other \
      contracts with --contracts; plumb table lists the operations
      """
  }

  /// What takes credentials out of the report; it has looked through the recordings that are shown.
  private func redactor(for report: Report) -> Redactor {
    let places = report.findings.flatMap(\.places) + report.unjudged.map(\.place)
    return Redactor(of: library).learning(fromRecordings: places.map(\.recording))
  }
}
