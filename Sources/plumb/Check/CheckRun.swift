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
    /// The same, as parts keep it, and the files without any exchange.
    var notes = PartNotes()
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
  /// What becomes of exchanges that are read as a share of the work; `nil` when they are all of it.
  var share: PartShare?

  /// Reads all files; a single worker stays on the caller's thread.
  nonisolated(nonsending) func read(_ files: [RecordingFile]) async -> Outcome {
    let queue = ReadingQueue(files, areBodies: operation != nil)
    let progress = showsProgress ? CheckProgress(files) : nil
    defer { progress?.end() }
    let count = min(workers, queue.stretches)
    guard count > 1 else { return Outcome(of: [work(on: queue, progress)], files) }
    let parts = await withTaskGroup(of: Part.self) { group in
      for _ in 0..<count { group.addTask { work(on: queue, progress) } }
      return await group.reduce(into: [Part]()) { $0.append($1) }
    }
    return Outcome(of: parts, files)
  }

  private func work(on queue: ReadingQueue, _ progress: CheckProgress?) -> Part {
    let extractor = checker.makeExtractor()
    var reader = ExchangeReader()
    var part = Part()
    while let job = queue.next() {
      switch job {
      case .file(let file):
        do throws(RecordingError) {
          try read(file, with: &reader, into: extractor, progress, &part)
        } catch {
          part.errors.append((file.rank, error))
        }
        if reader.editedFiles.last == file.path { part.edited.append((file.rank, file.path)) }
      case .lines(let file, let blocks):
        let faults = read(blocks, of: file, with: &reader, into: extractor, progress, &part)
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
    _ progress: CheckProgress?,
    _ part: inout Part
  ) throws(RecordingError) {
    guard let operation else {
      var size = 0
      try reader.read(file) { layout, bytes, source, locate, _ in
        take(layout, bytes, source, locate, of: file, into: extractor, progress, &part)
        size += layout.body.count
      }
      // What stands around the bodies was read too.
      progress?.add(exchanges: 0, bytes: max(file.size - size, 0))
      return
    }
    defer { progress?.add(exchanges: 1, bytes: file.size) }
    guard file.isStandardInput else {
      try reader.readBody(file) { body, bytes, source, locate in
        extractor.extract(body: body, of: operation, in: bytes, from: source, locate: locate)
      }
      part.visited.insert(file.rank)
      return
    }
    let body = try StandardInput.body()
    let name = share?.inputName ?? file.path
    let source = ExchangeSource(file: name, rank: file.rank, session: file.session)
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
    _ progress: CheckProgress?,
    _ part: inout Part
  ) -> LineFaults {
    let before = reader.bytesRead
    var size = 0
    let faults = reader.read(blocks, of: file) { layout, bytes, source, locate, _ in
      take(layout, bytes, source, locate, of: file, into: extractor, progress, &part)
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
    of file: RecordingFile,
    into extractor: Extractor,
    _ progress: CheckProgress?,
    _ part: inout Part
  ) {
    if part.last != file.rank {
      part.last = file.rank
      part.visited.insert(file.rank)
    }
    switch fate(of: source, in: file) {
    case .take(let source): extractor.extract(layout, in: bytes, from: source, locate: locate)
    case .leave: break
    case .refuse: part.unnamed = min(part.unnamed ?? .max, source.entry ?? 0)
    }
    progress?.add(exchanges: 1, bytes: layout.body.count)
  }

  private func fate(of source: ExchangeSource, in file: RecordingFile) -> PartShare.Fate {
    guard takes?(source) ?? true else { return .leave }
    return share?.fate(of: source, in: file) ?? .take(source)
  }
}
