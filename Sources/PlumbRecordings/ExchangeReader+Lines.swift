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
    let source = source(of: file, entry: line.entry)
    var cursor = FilePlaceCursor()
    switch form {
    case .direct:
      try visit(
        layout,
        text.bytes,
        source,
        { range in line.place(of: range, in: text, by: &cursor) },
        { remarks(in: text) }
      )
    case .copied:
      let buffer = lines.buffer
      try visit(
        layout,
        buffer.span.bytes,
        source,
        { range in line.place(of: lines.origin(of: range, in: text), in: text, by: &cursor) },
        { remarks(in: text) }
      )
    }
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
