public import PlumbModel
public import PlumbRecordings

/// Keeps what a walk meets in a session's folder.
///
/// Only the final answer joins the recordings; refusals before it, and answers that are refusals for
/// speed or failures of the server, are noted beside them.
public actor Recorder: WalkKeeper {
  private let writer: SessionWriter
  private let pathValues: PathValues
  private let resumes: Bool
  private let longest: Int
  private let onRemark: @Sendable (Walk.Remark) -> Void
  private let onTake: @Sendable (Walk.Step) -> Void
  private var order = 0
  private var paths = TakenPaths()

  /// Creates a recorder.
  ///
  /// - Parameters:
  ///   - writer: The session.
  ///   - contracts: The operations of the API.
  ///   - site: Where they are asked.
  ///   - resumes: Whether what the session holds already is not asked again.
  ///   - longest: The most bytes of a body that are held in memory; a longer one is written beside
  ///     its recording as it comes.
  ///   - onTake: Called with each exchange, once it is on disk.
  ///   - onRemark: Called with what is worth telling a person.
  public init(
    writer: SessionWriter,
    contracts: [Contract],
    site: Site,
    resumes: Bool,
    longest: Int = 4 << 20,
    onTake: @escaping @Sendable (Walk.Step) -> Void = { _ in },
    onRemark: @escaping @Sendable (Walk.Remark) -> Void = { _ in }
  ) {
    self.writer = writer
    pathValues = PathValues(contracts: contracts, base: site.base)
    self.resumes = resumes
    self.longest = longest
    self.onTake = onTake
    self.onRemark = onRemark
  }

  /// Returns what an earlier walk recorded and what was whole.
  public func recorded(
    _ request: Exchange.Request,
    operation: String?,
    number: Int
  ) async throws -> Exchange? {
    guard resumes, let path = writer.path(of: request, repeat: number) else { return nil }
    // What failed, or can no longer be read, is asked again.
    guard let exchange = try? RecordedFiles.read(path), exchange.response.failure == nil else {
      return nil
    }
    paths[request, number] = path
    return exchange
  }

  /// Returns a request as its recording shows it.
  public func shown(_ request: Exchange.Request) -> Exchange.Request {
    writer.recorded(request) ?? request
  }

  /// Returns what records a body that is too large to be held in memory.
  public func overflow(operation: String?) -> (any BodyOverflow)? {
    SpilledBody(writer, operation: operation, limit: longest, pathValues: pathValues)
  }

  /// Returns the body of an exchange that was recorded.
  public func body(of step: Walk.Step) throws -> [UInt8]? {
    let path = path(of: step.exchange.request, number: step.number)
    return try path.map { try RecordedFiles.read($0).response.body }
  }

  /// Takes an exchange.
  public func take(_ step: Walk.Step) async throws {
    _ = try await keep(step)
    await tell(step)
  }

  /// Tells whoever watches of an exchange that was kept; of one whose body nobody holds, without the
  /// credentials that its body gave away.
  func tell(_ step: Walk.Step) async {
    var step = step
    let body = step.asked?.spilled as? SpilledBody
    if let recorded = await body?.recorded { step.exchange = recorded }
    onTake(step)
  }

  /// What became of an exchange.
  enum Kept: Sendable {
    /// It stands in this recording.
    case recorded(String)
    /// It is none that a recording could show; it is noted. This is it without credentials.
    case noted(Exchange)
    /// It holds what must not be written.
    case refused
  }

  /// How many exchanges were not recorded, because they hold what must not be written.
  public private(set) var refusedCount = 0

  /// Writes an exchange.
  func keep(_ step: Walk.Step) async throws -> Kept {
    let request = step.exchange.request
    guard let asked = step.asked else {
      return path(of: request, number: step.number).map { .recorded($0) } ?? .noted(step.exchange)
    }
    do throws(RecordingError) {
      for refusal in asked.refusals { try note(refusal, request) }
      return try await keep(asked, of: step)
    } catch {
      // Errors of the disk name a file; those of an exchange name none.
      guard error.file.isEmpty else { throw error }
      refusedCount += 1
      onRemark(.notWritten(writer.shown(step.exchange).request.url, reason: error.message))
      return .refused
    }
  }

  private func keep(
    _ asked: Courier.Asked,
    of step: Walk.Step
  ) async throws(RecordingError) -> Kept {
    let circumstances = circumstances(asked.began, asked.took)
    guard !asked.isNoAnswer else {
      return .noted(try writer.note(step.exchange, circumstances: circumstances))
    }
    let request = step.exchange.request
    let path: String
    if let body = asked.spilled as? SpilledBody {
      _ = await body.end(failure: step.exchange.response.failure)
      path = try await body.finish(repeat: step.number, circumstances: circumstances)
    } else {
      path = try writer.write(
        step.exchange,
        operation: step.operation,
        repeat: step.number,
        pathValues: pathValues.values(of: request, step.operation),
        circumstances: circumstances
      )
    }
    paths[request, step.number] = path
    return .recorded(path)
  }

  private func note(
    _ refusal: Courier.Refusal,
    _ request: Exchange.Request
  ) throws(RecordingError) {
    let response = Exchange.Response(
      status: refusal.status,
      fields: refusal.fields,
      failure: refusal.failure
    )
    try writer.note(
      Exchange(request: request, response: response),
      circumstances: circumstances(refusal.began, refusal.took)
    )
  }

  /// Forgets the listing of a stop, because it is walked once more.
  public func forget(stop: Int) async throws {}

  /// Takes note that everything behind a stop was walked.
  public func finish(stop: Int) async throws {}

  /// Takes something worth telling a person.
  public func remark(_ remark: Walk.Remark) async { onRemark(remark) }

  /// The recording of a request that was taken.
  func path(of request: Exchange.Request, number: Int) -> String? { paths[request, number] }

  private func circumstances(_ began: Duration, _ took: Duration) -> Circumstances {
    defer { order += 1 }
    let parts = began.components
    let start = Timestamp(
      microseconds: parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000
    )
    return Circumstances(order: order, start: start, duration: took)
  }
}
