public import PlumbChecking
public import PlumbModel
public import PlumbRecordings
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
  private let shownPath: @Sendable (String) -> String
  private let onFinding: @Sendable (Finding) -> Void

  private var reader = ExchangeReader()
  private var rank: Int
  private var files: [String: RecordingFile] = [:]
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
  ///   - firstRank: The rank of the first exchange among all that are checked.
  ///   - shownPath: What a report calls the recording at a path.
  ///   - onFinding: Called with each finding when it is first met.
  public init(
    recorder: Recorder,
    checker: Checker,
    api: API,
    contracts: [Contract],
    session: String,
    firstRank: Int = 0,
    shownPath: @escaping @Sendable (String) -> String = { $0 },
    onFinding: @escaping @Sendable (Finding) -> Void = { _ in }
  ) {
    self.recorder = recorder
    self.checker = checker
    self.api = api
    self.contracts = contracts
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

  /// What is known once the walk has ended.
  public struct Result: Sendable {
    /// What the exchanges left behind.
    public var extract: Extract
    /// The links that lead nowhere.
    public var dead: [DeadLink]
    /// How many links of each kind were followed.
    public var followed: [DeadLink.Kind: Int]
    /// The recordings, by what reports call them.
    public var files: [String: RecordingFile]
    /// The rank of the next exchange.
    public var nextRank: Int
  }

  /// What is known of everything that was met.
  public func result() -> Result {
    add(extractor.finish())
    return Result(
      extract: whole ?? checker.makeExtractor().finish(),
      dead: dead,
      followed: followed,
      files: files,
      nextRank: rank
    )
  }

  /// The report on several walks.
  public static func report(
    on results: [Result],
    checker: Checker,
    contracts: [Contract]
  ) -> Report {
    var extract = checker.makeExtractor().finish()
    for result in results { extract.merge(result.extract) }
    var report = checker.report(on: extract)
    report.add(
      results.flatMap(\.dead),
      followed: results.reduce(into: [:]) { $0.merge($1.followed) { $0 + $1 } },
      contracts: contracts
    )
    return report
  }

  private func add(_ part: Extract) {
    if whole == nil { whole = part } else { whole?.merge(part) }
  }

  /// Judges an exchange as its recording shows it.
  private func extract(_ path: String) throws {
    let file = RecordingFile(path: path, rank: rank, session: session, format: .http, size: 0)
    let shown = shownPath(path)
    files[shown] = file
    let source = ExchangeSource(file: shown, rank: rank, session: session)
    rank += 1
    try reader.read(file) { layout, bytes, _, locate in
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
    let kind = DeadLink.Kind(operation: "\(api.id)/\(link.operation)", at: link.link.at)
    followed[kind, default: 0] += 1
    let status = step.exchange.response.status
    guard step.asked?.isWeather != true else { return false }
    guard (400...499).contains(status) else { return true }
    let path = await recorder.path(of: link.source, number: 0)
    dead.append(
      DeadLink(
        kind: kind,
        url: link.url,
        status: status,
        place: path.flatMap { place(of: link.pointer, in: $0) }
      )
    )
    return true
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
        recording: shownPath(path),
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
