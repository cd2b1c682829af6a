import PlumbModel
import PlumbRecordings

/// Records an answer whose body is too large to be held in memory, while it comes.
///
/// What cannot be written is told at the end; the answer is taken to its end all the same, as one
/// that is held in memory would be.
actor SpilledBody: BodyOverflow {
  nonisolated let limit: Int
  private let writer: SessionWriter
  private let operation: String?
  private let pathValues: PathValues
  private var recorder: BodyRecorder?
  private var failure: RecordingError?
  /// The exchange as it is recorded, without its body.
  private(set) var recorded: Exchange?

  /// Prepares for an answer.
  ///
  /// - Parameters:
  ///   - limit: The most bytes of a body that are held in memory.
  ///   - pathValues: Finds the values of a path's parameters, for the name of the file.
  init(
    _ writer: SessionWriter,
    operation: String?,
    limit: Int,
    pathValues: PathValues
  ) {
    self.writer = writer
    self.operation = operation
    self.limit = limit
    self.pathValues = pathValues
  }

  func begin(_ exchange: Exchange) {
    failure = nil
    recorder = nil
    recorded = nil
    attempt { () throws(RecordingError) in
      recorder = try writer.begin(
        exchange,
        operation: operation,
        pathValues: pathValues.values(of: exchange.request, operation)
      )
    }
  }

  func append(_ piece: [UInt8]) {
    attempt { () throws(RecordingError) in try recorder?.append(piece) }
  }

  /// Ends the body.
  ///
  /// - Parameter failure: Why the answer is not whole; `nil` when it is.
  /// - Returns: The SHA-256 of what is recorded of it; `nil` when it cannot be recorded.
  func end(failure: String?) -> String? {
    var sha256: String?
    attempt { () throws(RecordingError) in sha256 = try recorder?.end(failure: failure) }
    return sha256
  }

  /// Puts the exchange on disk, and returns the path of the recording.
  func finish(
    repeat count: Int,
    circumstances: Circumstances
  ) throws(RecordingError) -> String {
    defer { recorder = nil }
    if let failure { throw failure }
    let path = try recorder?.finish(repeat: count, circumstances: circumstances) ?? ""
    recorded = recorder?.exchange
    return path
  }

  private func attempt(_ work: () throws(RecordingError) -> Void) {
    guard failure == nil else { return }
    do throws(RecordingError) {
      try work()
    } catch {
      failure = error
      recorder = nil
    }
  }
}
