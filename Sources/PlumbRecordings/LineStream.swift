#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import PlumbModel
import PlumbText

/// Lines of a file that is read in pieces into one buffer.
///
/// The buffer begins with the word `GET`, which lines that name no method point to, and grows only
/// when one line is longer than it.
struct LineStream {
  /// A line in the buffer.
  struct Line {
    /// Where it is, without its end.
    var range: Range<Int>

    /// Its number in the file, from 1.
    var number: Int

    /// The offset of its first byte in the file.
    var offset: Int
  }

  /// Where the word `GET` is.
  static let get = 0..<3

  private static let contentStart = 8
  private static let pieceSize = 1 << 18

  /// The buffer; at least ``ExchangeLayout/padding`` bytes follow every line in it.
  private(set) var bytes: [UInt8]

  /// The number of bytes read from the file.
  private(set) var bytesRead = 0

  private let limit: Int
  private var lineStart = contentStart
  private var filled = contentStart
  private var scanned = contentStart
  private var number = 0
  private var isAtEnd = false

  /// Creates a stream that reuses a buffer.
  ///
  /// - Parameter limit: The most bytes of one line.
  init(buffer: consuming [UInt8], limit: Int) {
    bytes = buffer
    self.limit = limit
    FileReader.grow(&bytes, to: Self.pieceSize + Self.contentStart + ExchangeLayout.padding)
    for (index, byte) in "GET\0\0\0\0\0".utf8.enumerated() { bytes[index] = byte }
  }

  /// Gives the buffer back.
  mutating func takeBuffer() -> [UInt8] {
    let buffer = bytes
    bytes = []
    return buffer
  }

  /// Reads the next line that is not empty; `nil` at the end.
  mutating func next(from file: borrowing InputFile) throws(RecordingError) -> Line? {
    while true {
      if let end = lineBreak() {
        if let line = take(upTo: end, breakLength: 1) { return line }
      } else if isAtEnd {
        return lineStart < filled ? take(upTo: filled, breakLength: 0) : nil
      } else {
        try readPiece(from: file)
      }
    }
  }

  /// The next line break that is in the buffer.
  private mutating func lineBreak() -> Int? {
    let found = bytes.withUnsafeBytes { buffer -> Int? in
      guard
        let base = buffer.baseAddress,
        let place = memchr(base + scanned, Int32(UInt8(ascii: "\n")), filled - scanned)
      else { return nil }
      return UnsafeRawPointer(place) - base
    }
    if found == nil { scanned = filled }
    return found
  }

  /// Takes a line off the buffer; `nil` when it is empty.
  private mutating func take(upTo end: Int, breakLength: Int) -> Line? {
    number += 1
    let offset = bytesRead - (filled - lineStart)
    let skipped = offset == 0 && bytes[lineStart...].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lower = lineStart + skipped
    lineStart = end + breakLength
    scanned = lineStart
    var upper = end
    while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
    guard upper > lower else { return nil }
    return Line(range: lower..<upper, number: number, offset: offset + skipped)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x0D || byte == 0x20 || byte == 0x09
  }

  /// Moves what is left to the front and reads more behind it.
  private mutating func readPiece(from file: borrowing InputFile) throws(RecordingError) {
    let rest = filled - lineStart
    guard rest <= limit else {
      throw RecordingError(
        line: number + 1,
        column: 1,
        message: "the line is longer than \(limit) bytes; raise the limit, "
          + "or write one exchange a line"
      )
    }
    if lineStart > Self.contentStart {
      bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        memmove(base + Self.contentStart, base + lineStart, rest)
      }
      lineStart = Self.contentStart
      filled = lineStart + rest
      scanned = filled
    }
    if rest * 2 > bytes.count {
      FileReader.grow(&bytes, to: min(bytes.count * 2, limit + Self.pieceSize))
    }
    let room = bytes.count - ExchangeLayout.padding - filled
    let count = try file.read(into: &bytes, at: filled, count: room, isPartial: true)
    isAtEnd = count == 0
    filled += count
    bytesRead += count
    for index in filled..<(filled + ExchangeLayout.padding) { bytes[index] = 0 }
  }
}

extension LineStream.Line {
  /// Returns the place in the file of a stretch of the buffer within the line.
  func place(
    of part: Range<Int>,
    in text: Span<UInt8>,
    by cursor: inout FilePlaceCursor
  ) -> FilePlace {
    let line = text.extracting(range)
    let lower = max(part.lowerBound - range.lowerBound, 0)
    let upper = max(part.upperBound - range.lowerBound, lower)
    var place = cursor.locate(lower..<upper, in: line.bytes, end: range.count)
    place.line = number
    place.offset = offset + lower
    return place
  }
}
