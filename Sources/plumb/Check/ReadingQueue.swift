import PlumbModel
import PlumbRecordings
import Synchronization

/// What is left to be read: files, each by one worker, and files of one exchange a line, by all.
final class ReadingQueue: Sendable {
  /// What a worker is to read next.
  enum Job: Sendable {
    /// A file that nobody else reads.
    case file(RecordingFile)
    /// Lines that are left of a file that others read too.
    case lines(RecordingFile, LineBlocks)
    /// A file that could not be opened.
    case unreadable(RecordingFile, RecordingError)
  }

  private struct State {
    var position = 0
    var open: (file: RecordingFile, blocks: LineBlocks)?
  }

  /// The bytes of a file of lines for which another worker is worth its start.
  private static let stretch = 1 << 20

  /// How many workers may find something to do.
  let stretches: Int

  private let files: [RecordingFile]
  private let areBodies: Bool
  private let state = Mutex(State())

  /// Puts files in a queue.
  ///
  /// - Parameter areBodies: Whether the files are bare bodies.
  init(_ files: [RecordingFile], areBodies: Bool) {
    self.files = files
    self.areBodies = areBodies
    stretches = files.reduce(0) { count, file in
      guard file.format == .ndjson, !areBodies else { return count + 1 }
      // Of a stream nobody knows the length.
      let many = file.isStandardInput ? Int(UInt16.max) : file.size / Self.stretch
      return count + max(1, many)
    }
  }

  /// Takes the next job; `nil` when there is none.
  func next() -> Job? {
    state.withLock { state in
      if let open = state.open, !open.blocks.isAtEnd { return .lines(open.file, open.blocks) }
      state.open = nil
      guard files.indices.contains(state.position) else { return nil }
      let file = files[state.position]
      state.position += 1
      guard file.format == .ndjson, !areBodies else { return .file(file) }
      do throws(RecordingError) {
        let blocks = try LineBlocks(file)
        state.open = (file, blocks)
        return .lines(file, blocks)
      } catch {
        return .unreadable(file, error.file.isEmpty ? error.inFile(file.path) : error)
      }
    }
  }
}
