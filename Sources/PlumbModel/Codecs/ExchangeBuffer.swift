import PlumbText

/// An exchange written out of an envelope into a buffer of its own, with the way back.
struct ExchangeBuffer: Sendable {
  /// How a stretch of the buffer was written in the envelope.
  private enum Form: Sendable {
    case literal, escaped, base64
  }

  /// A stretch of the buffer and where it comes from.
  private struct Segment: Sendable {
    var range: Range<Int>
    var origin: Range<Int>
    var form: Form
    /// Marks in a string with escapes, one about every ``markDistance`` bytes.
    var marks: [Mark] = []
  }

  /// A byte in a stretch, and the byte in the envelope that it came from.
  private struct Mark: Sendable {
    var written: Int
    var index: Int
  }

  private static let markDistance = 4_096

  /// The exchange; after ``pad()`` it ends in ``ExchangeLayout/padding`` zero bytes.
  private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []

  /// Empties the buffer, keeping the storage.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
  }

  /// Adds the zero bytes that wide reads need.
  mutating func pad() {
    for _ in 0..<ExchangeLayout.padding { bytes.append(0) }
  }

  /// Adds a stretch as it is.
  mutating func append(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.reserveCapacity(start + range.count)
    for index in range { bytes.append(text[index]) }
    return close(start, from: range, as: .literal)
  }

  /// Adds a string without its escapes.
  mutating func append(
    _ string: JSONCursor.StringRange,
    of text: Span<UInt8>
  ) throws(CodecFailure) -> Range<Int> {
    guard string.hasEscapes else { return append(string.range, of: text) }
    let start = bytes.count
    bytes.reserveCapacity(start + string.range.count)
    var index = string.range.lowerBound
    var marks = [Mark(written: 0, index: index)]
    var nextMark = start + Self.markDistance
    while index < string.range.upperBound {
      if text[index] == UInt8(ascii: "\\") {
        if bytes.count >= nextMark {
          marks.append(Mark(written: bytes.count - start, index: index))
          nextMark = bytes.count + Self.markDistance
        }
        let escape = try JSONEscape(at: index, in: text, to: string.range.upperBound)
        escape.append(to: &bytes)
        index += escape.length
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return close(start, from: string.range, as: .escaped, marks)
  }

  /// Adds what a string holds in base64; `nil`, with nothing added, when it is not base64.
  mutating func appendBase64(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int>? {
    let start = bytes.count
    guard Base64.decode(text, range, into: &bytes) else {
      bytes.removeSubrange(start...)
      return nil
    }
    return close(start, from: range, as: .base64)
  }

  private mutating func close(
    _ start: Int,
    from origin: Range<Int>,
    as form: Form,
    _ marks: [Mark] = []
  ) -> Range<Int> {
    let range = start..<bytes.count
    segments.append(Segment(range: range, origin: origin, form: form, marks: marks))
    return range
  }

  /// Returns where a stretch of the buffer stands in the envelope.
  func origin(of range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    guard
      let segment = segments.first(where: {
        $0.range.contains(range.lowerBound)
      }) ?? segments.last(where: { $0.range.upperBound <= range.lowerBound })
    else { return 0..<0 }
    let lower = origin(of: range.lowerBound, from: segment, in: text)
    let upper = origin(of: min(range.upperBound, segment.range.upperBound), from: segment, in: text)
    return lower..<max(lower, upper)
  }

  private func origin(of offset: Int, from segment: Segment, in text: Span<UInt8>) -> Int {
    let distance = min(offset, segment.range.upperBound) - segment.range.lowerBound
    switch segment.form {
    case .literal:
      return segment.origin.lowerBound + distance
    case .base64:
      return min(segment.origin.lowerBound + distance / 3 * 4, segment.origin.upperBound)
    case .escaped:
      return escapedOrigin(of: distance, from: segment, in: text)
    }
  }

  /// Walks a string once more until so many bytes came out of it.
  private func escapedOrigin(
    of distance: Int,
    from segment: Segment,
    in text: Span<UInt8>
  ) -> Int {
    let mark = Self.last(of: segment.marks, upTo: distance)
    var written = mark?.written ?? 0
    var index = mark?.index ?? segment.origin.lowerBound
    let end = segment.origin.upperBound
    while index < end, written < distance {
      if text[index] == UInt8(ascii: "\\"),
        let escape = try? JSONEscape(at: index, in: text, to: end)
      {
        guard written + escape.byteCount <= distance else { return index }
        written += escape.byteCount
        index += escape.length
      } else {
        written += 1
        index += 1
      }
    }
    return index
  }
  /// Returns the last mark that is not beyond a distance.
  private static func last(of marks: [Mark], upTo distance: Int) -> Mark? {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].written <= distance { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? marks[low - 1] : nil
  }
}
