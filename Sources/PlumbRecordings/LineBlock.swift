#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import PlumbModel
import PlumbText

/// Whole lines of a file that lie in one buffer, one after the other.
///
/// The buffer begins with the word `GET`, which lines that name no method point to. It is kept from
/// block to block, and grows only when one line is longer than it.
public struct LineBlock: Sendable {
  /// A line in the buffer.
  struct Line: Sendable {
    /// Where it is, without its end.
    var range: Range<Int>

    /// Its number in the file, from 1.
    var number: Int

    /// The offset of its first byte in the file.
    var offset: Int

    /// How many lines of the file before it are not empty.
    var entry: Int
  }

  /// Where a block stands in its file.
  struct Start: Sendable {
    /// How many lines are before it, and how many of these are not empty.
    var number = 0
    var entry = 0

    /// The offset of its first byte.
    var offset = 0
  }

  /// Where the word `GET` is.
  static let get = 0..<3

  static let contentStart = 8
  static let pieceSize = 1 << 18

  /// The buffer; at least ``ExchangeLayout/padding`` bytes follow every line in it.
  private(set) var bytes: [UInt8] = []

  /// The lines that are not empty.
  private(set) var lines: [Line] = []

  /// Where lines end in the buffer.
  private var breaks: [Int] = []
  private var filled = contentStart
  private var scanned = contentStart

  /// Creates a block without lines.
  public init() {}

  /// The number of bytes of the file that are in the buffer.
  var count: Int { filled - Self.contentStart }

  /// Begins anew with the bytes of a line of which the rest is still to come.
  mutating func begin(with rest: [UInt8]) {
    let room = max(Self.pieceSize, 2 * rest.count)
    FileReader.grow(&bytes, to: room + Self.contentStart + ExchangeLayout.padding)
    for (index, byte) in "GET\0\0\0\0\0".utf8.enumerated() { bytes[index] = byte }
    let end = Self.contentStart + rest.count
    bytes.replaceSubrange(Self.contentStart..<end, with: rest)
    filled = end
    scanned = end
    lines.removeAll(keepingCapacity: true)
    breaks.removeAll(keepingCapacity: true)
  }

  /// Reads on; 0 at the end of the file.
  mutating func read(
    from file: borrowing InputFile,
    atMost limit: Int
  ) throws(RecordingError) -> Int {
    let size = bytes.count - ExchangeLayout.padding
    if filled * 2 > size {
      FileReader.grow(&bytes, to: min(size * 2, limit) + Self.pieceSize)
    }
    let room = bytes.count - ExchangeLayout.padding - filled
    let count = try file.read(into: &bytes, at: filled, count: room, isPartial: true)
    filled += count
    return count
  }

  /// Cuts the block behind its last line break, and returns what follows it; `nil` when no line
  /// has ended in what was read last.
  mutating func cut() -> [UInt8]? {
    findBreaks()
    guard let last = breaks.last else { return nil }
    let rest = Array(bytes[(last + 1)..<filled])
    filled = last + 1
    return rest
  }

  /// Finds the lines; where the next block begins.
  mutating func finish(from start: Start) -> Start {
    for index in filled..<(filled + ExchangeLayout.padding) { bytes[index] = 0 }
    if breaks.isEmpty { breaks = [filled] }
    var end = start
    var lower = Self.contentStart
    for upper in breaks {
      end.number += 1
      if let range = content(of: lower..<upper, isFirst: start.offset == 0 && end.number == 1) {
        let offset = start.offset + range.lowerBound - Self.contentStart
        lines.append(Line(range: range, number: end.number, offset: offset, entry: end.entry))
        end.entry += 1
      }
      lower = upper + 1
    }
    end.offset += count
    return end
  }

  private mutating func findBreaks() {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      while let place = memchr(base + scanned, Int32(UInt8(ascii: "\n")), filled - scanned) {
        let offset = UnsafeRawPointer(place) - base
        breaks.append(offset)
        scanned = offset + 1
      }
    }
    scanned = filled
  }

  /// A line without a byte order mark and white space at its end; `nil` when nothing is left.
  private func content(of line: Range<Int>, isFirst: Bool) -> Range<Int>? {
    var lower = line.lowerBound
    var upper = line.upperBound
    if isFirst, bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) { lower += 3 }
    while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
    return upper > lower ? lower..<upper : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x0D || byte == 0x20 || byte == 0x09
  }
}

extension LineBlock.Line {
  /// Returns the place in the file of a stretch of the buffer within the line.
  ///
  /// - Parameter isNamed: Whether the line names where its exchange was taken from: where it stands
  ///   now says nothing of that.
  func place(
    of part: Range<Int>,
    in text: Span<UInt8>,
    by cursor: inout FilePlaceCursor,
    isNamed: Bool
  ) -> FilePlace {
    let lower = max(part.lowerBound - range.lowerBound, 0)
    if isNamed { return FilePlace(line: 0, column: 0, offset: lower) }
    let line = text.extracting(range)
    let upper = max(part.upperBound - range.lowerBound, lower)
    var place = cursor.locate(lower..<upper, in: line.bytes, end: range.count)
    place.line = number
    place.offset = offset + lower
    return place
  }
}
