import PlumbChecking
import PlumbModel
import PlumbRecordings
import PlumbText

/// Reads recordings with all processors and keeps what judging needs.
///
/// Each worker has its own extractor and reader and takes the next file when it is done with one; a
/// file of one exchange a line they read together. What they leave behind merges in any order, so the
/// outcome does not depend on their number.
struct CheckRun: Sendable {
  /// What was read.
  struct Outcome: Sendable {
    /// What the exchanges left behind.
    var extract: Extract?
    /// What could not be read, in the order of the files.
    var errors: [RecordingError] = []
    /// The recordings that were changed after they were recorded, in their order.
    var edited: [String] = []
  }

  /// What is said of one file, kept with its rank so that the order does not depend on who read it.
  private struct Part: Sendable {
    var extract: Extract?
    var errors: [(rank: Int, error: RecordingError)] = []
    var edited: [(rank: Int, path: String)] = []
    /// By the rank of a file that several may have read, its lines that could not be read.
    var faults: [Int: LineFaults] = [:]
  }

  /// Who judges.
  let checker: Checker
  /// The operation whose bare bodies the files hold; `nil` when they hold exchanges.
  let operation: String?
  /// How many files, or stretches of one, to read at a time; 1 or more.
  let workers: Int
  /// Whether to show a person how far it has come.
  var showsProgress = true
  /// Which exchanges are looked at; `nil` for all.
  var takes: (@Sendable (ExchangeSource) -> Bool)?

  /// Reads all files; a single worker stays on the caller's thread.
  nonisolated(nonsending) func read(_ files: [RecordingFile]) async -> Outcome {
    let queue = ReadingQueue(files, areBodies: operation != nil)
    let progress = showsProgress ? CheckProgress(files) : nil
    defer { progress?.end() }
    let count = min(workers, queue.stretches)
    guard count > 1 else { return merge([work(on: queue, progress)]) }
    let parts = await withTaskGroup(of: Part.self) { group in
      for _ in 0..<count { group.addTask { work(on: queue, progress) } }
      return await group.reduce(into: [Part]()) { $0.append($1) }
    }
    return merge(parts)
  }

  private func work(on queue: ReadingQueue, _ progress: CheckProgress?) -> Part {
    let extractor = checker.makeExtractor()
    var reader = ExchangeReader()
    var part = Part()
    while let job = queue.next() {
      switch job {
      case .file(let file):
        do throws(RecordingError) {
          try read(file, with: &reader, into: extractor, progress)
        } catch {
          part.errors.append((file.rank, error))
        }
        if reader.editedFiles.last == file.path { part.edited.append((file.rank, file.path)) }
      case .lines(let file, let blocks):
        let faults = read(blocks, of: file, with: &reader, into: extractor, progress)
        part.faults[file.rank, default: LineFaults()].merge(faults)
      case .unreadable(let file, let error):
        part.errors.append((file.rank, error))
      }
    }
    part.extract = extractor.finish()
    return part
  }

  private func read(
    _ file: RecordingFile,
    with reader: inout ExchangeReader,
    into extractor: Extractor,
    _ progress: CheckProgress?
  ) throws(RecordingError) {
    guard let operation else {
      var size = 0
      try reader.read(file) { layout, bytes, source, locate, _ in
        take(layout, bytes, source, locate, into: extractor, progress)
        size += layout.body.count
      }
      // What stands around the bodies was read too.
      progress?.add(exchanges: 0, bytes: max(file.size - size, 0))
      return
    }
    defer { progress?.add(exchanges: 1, bytes: file.size) }
    guard file.isStandardInput else {
      return try reader.readBody(file) { body, bytes, source, locate in
        extractor.extract(body: body, of: operation, in: bytes, from: source, locate: locate)
      }
    }
    let body = try StandardInput.body()
    let source = ExchangeSource(file: file.path, rank: file.rank, session: file.session)
    let bytes = body + [UInt8](repeating: 0, count: ExchangeLayout.padding)
    let span = bytes.span.bytes
    extractor.extract(body: body.indices, of: operation, in: span, from: source) { range in
      FilePlace.locate(range, in: span, end: body.count)
    }
  }

  private func read(
    _ blocks: LineBlocks,
    of file: RecordingFile,
    with reader: inout ExchangeReader,
    into extractor: Extractor,
    _ progress: CheckProgress?
  ) -> LineFaults {
    let before = reader.bytesRead
    var size = 0
    let faults = reader.read(blocks, of: file) { layout, bytes, source, locate, _ in
      take(layout, bytes, source, locate, into: extractor, progress)
      size += layout.body.count
    }
    progress?.add(exchanges: 0, bytes: reader.bytesRead - before - size)
    return faults
  }

  private func take(
    _ layout: ExchangeLayout,
    _ bytes: RawSpan,
    _ source: ExchangeSource,
    _ locate: (Range<Int>) -> FilePlace,
    into extractor: Extractor,
    _ progress: CheckProgress?
  ) {
    if takes?(source) ?? true {
      extractor.extract(layout, in: bytes, from: source, locate: locate)
    }
    progress?.add(exchanges: 1, bytes: layout.body.count)
  }

  private func merge(_ parts: [Part]) -> Outcome {
    var outcome = Outcome()
    for part in parts {
      if let extract = part.extract {
        if outcome.extract == nil {
          outcome.extract = extract
        } else {
          outcome.extract?.merge(extract)
        }
      }
    }
    var faults: [Int: LineFaults] = [:]
    for part in parts {
      faults.merge(part.faults) { known, added in
        var all = known
        all.merge(added)
        return all
      }
    }
    let broken = faults.compactMap { rank, faults in faults.error.map { (rank: rank, error: $0) } }
    outcome.errors = (parts.flatMap(\.errors) + broken).sorted { $0.rank < $1.rank }.map(\.error)
    outcome.edited = parts.flatMap(\.edited).sorted { $0.rank < $1.rank }.map(\.path)
    return outcome
  }
}
