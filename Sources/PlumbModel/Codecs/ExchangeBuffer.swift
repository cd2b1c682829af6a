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
  }

  /// The exchange, its first ``count`` bytes; after ``pad()``, ``ExchangeLayout/padding`` zero
  /// bytes follow them.
  private(set) var bytes: [UInt8] = []

  /// The number of bytes that belong to the exchange.
  private(set) var count = 0

  private var segments: [Segment] = []

  /// Empties the buffer, keeping the storage.
  mutating func reset() {
    count = 0
    segments.removeAll(keepingCapacity: true)
  }

  /// Writes the zero bytes that wide reads need.
  mutating func pad() {
    makeRoom(for: ExchangeLayout.padding)
    for offset in count..<(count + ExchangeLayout.padding) { bytes[offset] = 0 }
  }

  /// Adds a stretch as it is.
  mutating func append(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
    makeRoom(for: range.count)
    let distance = count - range.lowerBound
    do {
      var span = bytes.mutableSpan
      for offset in range { span[offset + distance] = text[offset] }
    }
    return close(count + range.count, from: range, as: .literal)
  }

  /// Adds a string without its escapes.
  mutating func append(
    _ string: JSONCursor.StringRange,
    of text: Span<UInt8>
  ) throws(CodecFailure) -> Range<Int> {
    guard string.hasEscapes else { return append(string.range, of: text) }
    makeRoom(for: string.range.count + JSONUnescaping.slack)
    let start = count
    let end: Int
    do {
      var span = bytes.mutableSpan
      var output = span.mutableBytes
      end = JSONUnescaping.write(text.bytes, string.range, into: &output, at: start)
    }
    guard end >= 0 else {
      let found = text.quoted(~end..<min(string.range.upperBound, ~end + 6))
      throw CodecFailure(
        "expected an escape such as \"\\n\" or \"\\u00e9\", found \(found)",
        at: ~end
      )
    }
    return close(end, from: string.range, as: .escaped)
  }

  /// Returns a string without its escapes.
  static func text(
    of string: JSONCursor.StringRange,
    in text: Span<UInt8>
  ) throws(CodecFailure) -> String {
    var buffer = ExchangeBuffer()
    let range = try buffer.append(string, of: text)
    return String(decoding: buffer.bytes[range], as: UTF8.self)
  }

  /// Adds what a string holds in base64; `nil`, with nothing added, when it is not base64.
  mutating func appendBase64(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int>? {
    makeRoom(for: range.count)
    let start = count
    let decoded: Int?
    do {
      var span = bytes.mutableSpan
      decoded = Base64.decode(text, range, into: &span, at: start)
    }
    guard let end = decoded else { return nil }
    return close(end, from: range, as: .base64)
  }

  private mutating func makeRoom(for more: Int) {
    let lacking = count + more - bytes.count
    if lacking > 0 { bytes.append(contentsOf: repeatElement(0, count: lacking)) }
  }

  private mutating func close(_ end: Int, from origin: Range<Int>, as form: Form) -> Range<Int> {
    let range = count..<end
    count = end
    segments.append(Segment(range: range, origin: origin, form: form))
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
      return escapedOrigin(of: distance, from: segment.origin, in: text)
    }
  }

  /// Walks a string once more until so many bytes came out of it.
  private func escapedOrigin(
    of distance: Int,
    from origin: Range<Int>,
    in text: Span<UInt8>
  ) -> Int {
    var written = 0
    var index = origin.lowerBound
    while index < origin.upperBound, written < distance {
      if text[index] == UInt8(ascii: "\\"),
        let escape = JSONEscape(text.bytes, at: index, to: origin.upperBound)
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
}
