public import PlumbModel
import Synchronization

/// Hands out the lines of one file, block by block, to as many readers as ask for them.
///
/// Reading and counting lines is done by one of them at a time; what is done with a block is not.
public final class LineBlocks: Sendable {
  private struct State: ~Copyable {
    let file: InputFile
    /// The beginning of a line of which the rest was not read yet.
    var rest: [UInt8] = []
    var start = LineBlock.Start()
    var isAtEnd = false
  }

  private let state: Mutex<State>
  private let limit: Int
  private let ended = Atomic(false)

  /// Opens a file of lines, or standard input.
  ///
  /// - Throws: ``RecordingError`` when it cannot be opened.
  public convenience init(
    _ file: RecordingFile,
    limits: RecordingLimits = RecordingLimits()
  ) throws(RecordingError) {
    let input =
      file.isStandardInput
      ? InputFile(standardInputAs: file.path) : try InputFile(opening: file.path)
    self.init(input, limit: limits.lineSize)
  }

  /// Reads the lines of an open file.
  ///
  /// - Parameter limit: The most bytes of one line.
  init(_ file: consuming InputFile, limit: Int) {
    state = Mutex(State(file: file))
    self.limit = limit
  }

  /// Whether every line was handed out.
  public var isAtEnd: Bool { ended.load(ordering: .relaxed) }

  /// Reads the next lines into a block; `false` when there are none left.
  ///
  /// - Throws: ``RecordingError`` when the file cannot be read, or a line is too long; there are
  ///   none left then.
  public func next(into block: inout LineBlock) throws(RecordingError) -> Bool {
    try state.withLock { state throws(RecordingError) in
      do throws(RecordingError) {
        guard !isAtEnd, try fill(&block, &state) else {
          ended.store(true, ordering: .relaxed)
          return false
        }
        return true
      } catch {
        ended.store(true, ordering: .relaxed)
        throw error
      }
    }
  }

  private func fill(_ block: inout LineBlock, _ state: inout State) throws(RecordingError) -> Bool {
    block.begin(with: state.rest)
    state.rest = []
    while !state.isAtEnd {
      state.isAtEnd = try block.read(from: state.file, atMost: limit) == 0
      if let rest = block.cut() {
        state.rest = rest
        break
      }
      guard block.count <= limit else { throw tooLong(state.start.number + 1) }
    }
    guard block.count > 0 else { return false }
    state.start = block.finish(from: state.start)
    // No other line is longer than what is read at a time.
    if let first = block.lines.first, first.range.count > limit { throw tooLong(first.number) }
    return true
  }

  private func tooLong(_ line: Int) -> RecordingError {
    RecordingError(
      line: line,
      column: 1,
      message: "the line is longer than \(limit) bytes; raise the limit, "
        + "or write one exchange a line"
    )
  }
}
