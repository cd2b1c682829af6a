public import PlumbModel
public import PlumbText

/// Takes exchanges one by one and keeps what judging needs. One per thread.
///
/// While an exchange conforms, nothing is made of it: the memory kept grows with the findings and
/// with a few bytes for each exchange, not with the bodies.
public final class Extractor {
  let plan: CheckPlan
  /// Whether requests are held against other exchanges: the same asked again, and refusals of
  /// addresses that the API gave.
  let holdsRequests: Bool
  let log: FindingLog
  let walker: BodyWalker
  let books: [TableBook]
  let judges: [RequestJudge]
  let linkJudges: [LinkJudge]
  let lawJudges: [LawJudge]
  let listingReaders: [ListingReader]
  let observesValues: Bool
  var gatherers: [ObservedKey: ValueGatherer] = [:]
  var tapeIndex = TapeIndex()
  var extract: Extract
  /// The request of the exchange that is being read; `nil` for a bare body.
  private var request: ExchangeLayout?
  private var session: (name: String, hash: UInt64) = ("", 0)

  init(plan: CheckPlan, options: Checker.Options) {
    self.plan = plan
    holdsRequests = options.families.contains(.http)
    log = FindingLog(placeLimit: options.placeLimit ?? Int.max)
    books = plan.tables.map { TableBook(plan: $0.plan) }
    let empty = TableBook(plan: TablePlan(TablePlan.Draft()))
    walker = BodyWalker(log: log, table: books.first ?? empty, depthLimit: options.depthLimit)
    judges = plan.operations.map { RequestJudge($0) }
    linkJudges = plan.operations.map { LinkJudge($0.conversation.links, plan.router) }
    lawJudges = plan.operations.map { LawJudge($0.conversation.laws) }
    listingReaders = plan.operations.map { ListingReader($0.conversation) }
    observesValues = options.observesValues
    extract = Extract(
      plan: plan,
      placeLimit: options.placeLimit ?? Int.max,
      keepsSources: options.keepsSources
    )
  }

  /// Judges one exchange by itself.
  ///
  /// - Parameters:
  ///   - layout: Where the exchange's parts lie in `bytes`.
  ///   - bytes: The buffer; at least ``ExchangeLayout/padding`` bytes follow the body in it.
  ///   - source: Where the exchange comes from.
  ///   - locate: Turns a range of `bytes` into a place in the file; called only for findings.
  public func extract(
    _ layout: ExchangeLayout,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) {
    guard EndOfBody.stopsScans(after: layout.body, in: bytes) else {
      let copy = BodyCopy(of: layout.body, in: bytes)
      var layout = layout
      layout.body = copy.body
      return extract(layout, in: copy.bytes.span.bytes, from: source) { locate(copy.origin($0)) }
    }
    log.begin(source)
    request = layout
    extract.count(source, bytes: layout.body.count)
    judge(layout, in: bytes, from: source, locate: locate)
    keepPlaces(layout.body, in: bytes, from: source, locate: locate)
  }

  /// Judges a bare body as the operation's first documented success.
  ///
  /// - Parameters:
  ///   - body: Where the body lies in `bytes`.
  ///   - operation: The operation, as `api/operation` or, where that is unambiguous, `operation`.
  ///   - bytes: The buffer; at least ``ExchangeLayout/padding`` bytes follow the body in it.
  ///   - source: Where the body comes from.
  ///   - locate: Turns a range of `bytes` into a place in the file; called only for findings.
  public func extract(
    body: Range<Int>,
    of operation: String,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) {
    guard EndOfBody.stopsScans(after: body, in: bytes) else {
      let copy = BodyCopy(of: body, in: bytes)
      let text = copy.bytes.span.bytes
      return extract(body: copy.body, of: operation, in: text, from: source) {
        locate(copy.origin($0))
      }
    }
    log.begin(source)
    request = nil
    extract.count(source, bytes: body.count)
    let index = plan.operations.firstIndex { $0.name == operation || $0.contract.id == operation }
    guard let index,
      let response = plan.operations[index].responses.firstIndex(where: { !$0.isError })
    else { return }
    extract.judged[index] += 1
    extract.responses[index][response] += 1
    readBody(body, of: index, response: response, in: bytes)
    if observesValues {
      let key = ObservedKey(operation: index, response: response)
      observe(body, of: key, in: bytes, from: source, locate: locate)
    }
    keepPlaces(body, in: bytes, from: source, locate: locate)
  }

  /// Returns what was kept, for merging; the extractor goes on from nothing.
  public func finish() -> Extract {
    for (index, book) in books.enumerated() {
      book.learned.collect(into: book.presence)
      extract.tables[index] = book.presence.take()
      extract.bodies[index] = book.bodies
      book.bodies = 0
    }
    extract.entries = log.takeEntries()
    extract.values = takeValues()
    defer {
      extract = Extract(
        plan: plan,
        placeLimit: extract.placeLimit,
        keepsSources: extract.keepsSources
      )
    }
    return extract
  }

  /// A hash of the session's name, worked out once for each.
  func sessionHash(_ source: ExchangeSource) -> UInt64 {
    if session.name != source.session {
      session = (source.session, NameHash.of(source.session))
    }
    return session.hash
  }

  /// Walks a body through the table of a documented response, if its body is documented.
  func readBody(_ body: Range<Int>, of operation: Int, response: Int, in bytes: RawSpan) {
    guard let table = plan.operations[operation].responses[response].table else { return }
    log.table = Int32(table)
    walker.table = books[table]
    books[table].bodies += 1
    walker.read(body, in: bytes)
    log.table = Int32(-1 - operation)
  }

  private func keepPlaces(
    _ body: Range<Int>,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) {
    guard !log.pending.isEmpty else { return }
    let pending = log.takePending()
    let answers = PlaceFinder.answers(to: pending.map(\.site), in: bytes, body: body)
    let line = request.map { layout in
      let isRefused = layout.status == 401 || layout.status == 403
      return LogPlace.RequestLine(
        method: bytes.text(layout.method),
        url: bytes.text(layout.url),
        refusedFields: isRefused ? layout.requestFields.map { bytes.text($0.name) } : nil
      )
    }
    for (order, (wanted, answer)) in zip(pending, answers).enumerated() {
      let file = locate(answer.range)
      let place = Place(
        recording: source.file,
        entry: source.entry,
        pointer: answer.pointer,
        line: file.line,
        column: file.column,
        offset: file.offset,
        length: max(1, answer.range.count),
        excerpt: file.excerpt
      )
      var kept = LogPlace(
        rank: source.rank,
        order: order,
        place: place,
        found: wanted.found,
        request: line
      )
      kept.isByName = source.isNamed
      log.keep(kept, in: wanted.entry)
    }
  }
}
