import PlumbText

/// The places of a file's bytes, found by halving: any number of them, in any order.
struct FilePlaces: Sendable {
  private let file: String
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// Where a byte stands.
  func place(of offset: Int) -> SourcePlace {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let line = bytes[lineStarts[low]..<min(max(offset, lineStarts[low]), bytes.count)]
    let column = line.count { $0 & 0xC0 != 0x80 }
    return SourcePlace(file: file, line: low + 1, column: column + 1)
  }

  /// Which byte stands at a place; the nearest one of the line when there is none.
  func offset(of place: SourcePlace) -> Int {
    guard lineStarts.indices.contains(place.line - 1) else { return bytes.count }
    var offset = lineStarts[place.line - 1]
    var scalars = 1
    while offset < bytes.count, scalars < place.column, bytes[offset] != UInt8(ascii: "\n") {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars += 1
    }
    return offset
  }
}
