public import PlumbModel
public import PlumbText

extension ExchangeReader {
  /// Reads exchanges that stand one on a line, up to the first line that breaks its form.
  mutating func readLines(
    _ file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    let blocks = try LineBlocks(file, limits: limits)
    while let block = try nextBlock(of: blocks) {
      defer { self.block = block }
      for line in block.lines { try visitLine(line, in: block, of: file, visit) }
    }
  }

  /// Reads the lines that are left of a file that others may read too, and hands on their exchanges.
  ///
  /// - Returns: The lines that break their form: the others were visited. Of a file that cannot be
  ///   read any further, the place where it ended.
  public mutating func read(
    _ blocks: LineBlocks,
    of file: RecordingFile,
    visit: Visitor
  ) -> LineFaults {
    var faults = LineFaults()
    do throws(RecordingError) {
      while let block = try nextBlock(of: blocks) {
        defer { self.block = block }
        for line in block.lines {
          do throws(RecordingError) {
            try visitLine(line, in: block, of: file, visit)
          } catch {
            faults.add(error.file.isEmpty ? error.inFile(file.path) : error)
          }
        }
      }
    } catch {
      faults.add(error.file.isEmpty ? error.inFile(file.path) : error)
    }
    return faults
  }

  /// Takes the block out, filled anew, to be put back after use.
  private mutating func nextBlock(of blocks: LineBlocks) throws(RecordingError) -> LineBlock? {
    var next = LineBlock()
    swap(&next, &block)
    guard try blocks.next(into: &next) else {
      block = next
      return nil
    }
    bytesRead += next.count
    return next
  }

  private mutating func visitLine(
    _ line: LineBlock.Line,
    in block: borrowing LineBlock,
    of file: RecordingFile,
    _ visit: Visitor
  ) throws(RecordingError) {
    let text = block.bytes.span
    let form = try lines.read(
      line.range,
      of: text,
      number: line.number,
      get: LineBlock.get,
      into: &layout
    )
    let source =
      lines.origin(in: text).map { named(by: $0) } ?? source(of: file, entry: line.entry)
    let isNamed = source.isNamed
    var cursor = FilePlaceCursor()
    switch form {
    case .direct:
      try visit(
        layout,
        text.bytes,
        source,
        { range in line.place(of: range, in: text, by: &cursor, isNamed: isNamed) },
        { remarks(in: text) }
      )
    case .copied:
      let buffer = lines.buffer
      try visit(
        layout,
        buffer.span.bytes,
        source,
        { range in
          let range = lines.origin(of: range, in: text)
          return line.place(of: range, in: text, by: &cursor, isNamed: isNamed)
        },
        { remarks(in: text) }
      )
    }
  }

  /// Where the exchange of a line comes from that says so itself.
  private mutating func named(by origin: ExchangeOrigin) -> ExchangeSource {
    let rank = namedRanks[origin.file] ?? (1 << 30) + namedRanks.count
    namedRanks[origin.file] = rank
    var source = ExchangeSource(
      file: origin.file,
      rank: rank,
      entry: origin.entry,
      session: origin.session ?? origin.file
    )
    source.isNamed = true
    return source
  }

  /// What the line read last says besides.
  private func remarks(in text: Span<UInt8>) -> FileRemarks {
    let times = lines.times(in: text)
    return FileRemarks(
      start: times.start,
      duration: times.duration,
      details: lines.details(in: text)
    )
  }
}
