public import PlumbChecking
public import PlumbModel
import PlumbRecordings
import PlumbText

/// Checks what a walk meets as it goes.
///
/// Each exchange is judged as its recording shows it, so that the report is that of `plumb check` on
/// the recordings. What belongs to one stop of the plan is judged together as soon as it is walked;
/// everything once more at the end.
public actor LiveCheck: WalkKeeper {
  private let recorder: Recorder
  private let checker: Checker
  private let extractor: Extractor
  private let api: API
  private let contracts: [Contract]
  private let session: String
  private let onFinding: @Sendable (Finding) -> Void

  private var reader = ExchangeReader()
  private var rank = 0
  private var whole: Extract?
  private var known: Set<String> = []
  private var dead: [DeadLink] = []
  private var followed: [DeadLink.Kind: Int] = [:]

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - recorder: Who keeps the recordings.
  ///   - checker: Who judges.
  ///   - api: The API.
  ///   - contracts: Its operations.
  ///   - session: The session's folder.
  ///   - onFinding: Called with each finding when it is first met.
  public init(
    recorder: Recorder,
    checker: Checker,
    api: API,
    contracts: [Contract],
    session: String,
    onFinding: @escaping @Sendable (Finding) -> Void = { _ in }
  ) {
    self.recorder = recorder
    self.checker = checker
    self.api = api
    self.contracts = contracts
    self.session = session
    self.onFinding = onFinding
    extractor = checker.makeExtractor()
  }

  /// Returns what an earlier walk recorded and what was whole.
  public func recorded(
    _ request: Exchange.Request,
    operation: String?,
    number: Int
  ) async throws -> Exchange? {
    try await recorder.recorded(request, operation: operation, number: number)
  }

  /// Takes an exchange.
  public func take(_ step: Walk.Step) async throws {
    let path = try await recorder.keep(step)
    defer { recorder.tell(step) }
    if let link = step.link, step.operation == nil {
      try await judge(link, step)
    } else if let path {
      try extract(path)
    } else {
      extract(step.exchange)
    }
  }

  /// Forgets the listing of a stop, because it is walked once more.
  public func forget(stop: Int) async throws {
    _ = extractor.finish()
  }

  /// Takes note that everything behind a stop was walked.
  public func finish(stop: Int) async throws {
    let part = extractor.finish()
    for finding in checker.report(on: part).findings where finding.severity > .note {
      if known.insert(finding.fingerprint).inserted { onFinding(finding) }
    }
    add(part)
  }

  /// Takes something worth telling a person.
  public func remark(_ remark: Walk.Remark) async { await recorder.remark(remark) }

  /// The report on everything that was met.
  public func report() -> Report {
    add(extractor.finish())
    let extract = whole ?? checker.makeExtractor().finish()
    var report = checker.report(on: extract)
    report.add(dead, followed: followed, contracts: contracts)
    return report
  }

  private func add(_ part: Extract) {
    if whole == nil { whole = part } else { whole?.merge(part) }
  }

  /// Judges an exchange as its recording shows it.
  private func extract(_ path: String) throws {
    let file = RecordingFile(path: path, rank: rank, session: session, format: .http, size: 0)
    rank += 1
    try reader.read(file) { layout, bytes, source, locate in
      extractor.extract(layout, in: bytes, from: source, locate: locate)
    }
  }

  /// Counts an answer of which there is no recording.
  private func extract(_ exchange: Exchange) {
    var bare = exchange
    bare.response.body = []
    let recording = Recording.encode(bare)
    let padded = recording + [UInt8](repeating: 0, count: ExchangeLayout.padding)
    let text = padded.span
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    guard (try? reader.layout(of: text, count: recording.count, into: &layout)) != nil else {
      return
    }
    let source = ExchangeSource(
      file: "\(exchange.request.method) \(exchange.request.url)",
      rank: rank,
      session: session
    )
    rank += 1
    extractor.extract(layout, in: text.bytes, from: source) { range in
      FilePlace.locate(range, in: text.bytes, end: recording.count)
    }
  }

  /// Judges whether a link leads anywhere.
  private func judge(_ link: FoundLink, _ step: Walk.Step) async throws {
    let kind = DeadLink.Kind(operation: "\(api.id)/\(link.operation)", at: link.link.at)
    followed[kind, default: 0] += 1
    let status = step.exchange.response.status
    guard step.asked?.isWeather != true else { return extract(step.exchange) }
    guard (400...499).contains(status) else { return }
    let path = await recorder.path(of: link.source, number: 0)
    dead.append(
      DeadLink(
        kind: kind,
        url: link.url,
        status: status,
        place: path.flatMap { place(of: link.pointer, in: $0) }
      )
    )
  }

  /// Where a value stands in a recording.
  private func place(of pointer: String, in path: String) -> Place? {
    let file = RecordingFile(path: path, rank: 0, session: session, format: .http, size: 0)
    var place: Place?
    try? reader.read(file) { layout, bytes, _, locate in
      guard let target = try? JSONPointer(pointer),
        let document = try? JSONDocument(in: bytes, layout.body),
        let node = document.root[target]
      else { return }
      let found = locate(node.range)
      place = Place(
        recording: path,
        entry: nil,
        pointer: pointer,
        line: found.line,
        column: found.column,
        offset: found.offset,
        length: max(node.range.count, 1),
        excerpt: found.excerpt
      )
    }
    return place
  }
}
