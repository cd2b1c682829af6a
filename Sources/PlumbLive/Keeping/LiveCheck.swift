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
  private let session: String
  private let shownPath: @Sendable (String) -> String
  private let onFinding: @Sendable (Finding) -> Void

  private var reader = ExchangeReader()
  private var rank: Int
  private var files: [String: RecordingFile] = [:]
  private var whole: Extract?
  private var known: Set<String> = []
  private var links: FollowedLinks

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - recorder: Who keeps the recordings.
  ///   - checker: Who judges.
  ///   - api: The API.
  ///   - session: The session's folder.
  ///   - firstRank: The rank of the first exchange among all that are checked.
  ///   - shownPath: What a report calls the recording at a path.
  ///   - onFinding: Called with each finding when it is first met.
  public init(
    recorder: Recorder,
    checker: Checker,
    api: API,
    session: String,
    firstRank: Int = 0,
    shownPath: @escaping @Sendable (String) -> String = { $0 },
    onFinding: @escaping @Sendable (Finding) -> Void = { _ in }
  ) {
    self.recorder = recorder
    self.checker = checker
    links = FollowedLinks(api: api.id)
    self.session = session
    self.shownPath = shownPath
    self.onFinding = onFinding
    rank = firstRank
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

  /// Returns a request as its recording shows it.
  public func shown(_ request: Exchange.Request) async -> Exchange.Request {
    await recorder.shown(request)
  }

  /// Returns what records a body that is too large to be held in memory.
  public func overflow(operation: String?) async -> (any BodyOverflow)? {
    await recorder.overflow(operation: operation)
  }

  /// Returns the body of an exchange that was recorded.
  public func body(of step: Walk.Step) async throws -> [UInt8]? {
    try await recorder.body(of: step)
  }

  /// Takes an exchange.
  public func take(_ step: Walk.Step) async throws {
    let kept = try await recorder.keep(step)
    await recorder.tell(step)
    if let link = step.link, step.operation == nil, await isJudged(link, step) { return }
    switch kept {
    case .recorded(let path): try extract(path)
    case .noted(let exchange): extract(exchange)
    case .refused: break
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

  /// What is known of everything that was met.
  public func result() -> Result {
    add(extractor.finish())
    return Result(
      extract: whole ?? checker.makeExtractor().finish(),
      dead: links.dead,
      followed: links.counts,
      files: files,
      nextRank: rank
    )
  }

  private func add(_ part: Extract) {
    if whole == nil { whole = part } else { whole?.merge(part) }
  }

  /// Judges an exchange as its recording shows it.
  private func extract(_ path: String) throws {
    let file = file(at: path, rank: rank)
    let shown = shownPath(path)
    files[shown] = file
    let source = ExchangeSource(file: shown, rank: rank, session: session)
    rank += 1
    try reader.read(file) { layout, bytes, _, locate, _ in
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
      file: "(not recorded)",
      rank: rank,
      session: session
    )
    rank += 1
    extractor.extract(layout, in: text.bytes, from: source) { range in
      FilePlace.locate(range, in: text.bytes, end: recording.count)
    }
  }

  /// Judges whether a link leads anywhere; returns whether that could be judged.
  private func isJudged(_ link: FoundLink, _ step: Walk.Step) async -> Bool {
    links.count(link)
    let status = step.exchange.response.status
    guard step.asked?.isWeather != true else { return false }
    guard (400...499).contains(status) else { return true }
    let path = await recorder.path(of: link.source, number: 0)
    let place = path.flatMap { path in
      reader.place(of: link.pointer, in: file(at: path, rank: 0), shownPath: shownPath(path))
    }
    links.add(dead: link, status: status, at: place)
    return true
  }

  private func file(at path: String, rank: Int) -> RecordingFile {
    RecordingFile(path: path, rank: rank, session: session, format: .http, size: 0)
  }
}
