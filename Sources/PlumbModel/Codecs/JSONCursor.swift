import PlumbText

/// Steps through the values of a JSON text and keeps nothing but the place.
///
/// It reads the envelopes that carry exchanges. What it steps over is only looked at as far as
/// finding its end needs.
struct JSONCursor {
  /// A string in the text.
  struct StringRange: Hashable, Sendable {
    /// Where it is, without the quotes.
    var range: Range<Int>
    /// Whether any escape is in it.
    var hasEscapes: Bool
  }

  /// The next byte to read.
  var position: Int

  /// Where the text ends.
  var end: Int

  /// The next byte that is no white space, without reading it; `nil` at the end.
  mutating func peek(_ text: Span<UInt8>) -> UInt8? {
    position = JSONScan.skipWhiteSpace(text.bytes, from: position, to: end)
    return position < end ? text[position] : nil
  }

  /// Reads a byte if it comes next.
  mutating func skip(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
    guard peek(text) == byte else { return false }
    position += 1
    return true
  }

  /// Reads a byte that must come next.
  mutating func expect(
    _ byte: UInt8,
    in text: Span<UInt8>
  ) throws(CodecFailure) {
    guard skip(byte, in: text) else {
      throw unexpected("\"\(Character(Unicode.Scalar(byte)))\"", in: text)
    }
  }

  /// Reads a string.
  mutating func string(_ text: Span<UInt8>) throws(CodecFailure) -> StringRange {
    guard peek(text) == UInt8(ascii: "\"") else { throw unexpected("a string", in: text) }
    let start = position + 1
    var hasEscapes = false
    if let end = JSONScan.quoteEnd(text.bytes, from: start, to: end, hasEscapes: &hasEscapes) {
      position = end
      return StringRange(range: start..<(end - 1), hasEscapes: hasEscapes)
    }
    throw CodecFailure(
      "a string begins here that never ends; the file is cut short: make it anew",
      at: start - 1
    )
  }

  /// Reads a string, or `null` as `nil`.
  mutating func optionalString(_ text: Span<UInt8>) throws(CodecFailure) -> StringRange? {
    if peek(text) == UInt8(ascii: "n") {
      _ = try skipValue(text)
      return nil
    }
    return try string(text)
  }

  /// Reads the name of a member and the colon after it; `nil` at the end of the object.
  ///
  /// - Parameter isFirst: Whether no member was read before; set to `false`.
  mutating func member(
    _ text: Span<UInt8>,
    isFirst: inout Bool
  ) throws(CodecFailure) -> StringRange? {
    guard try hasNext(text, before: UInt8(ascii: "}"), isFirst: &isFirst) else { return nil }
    let name = try string(text)
    try expect(UInt8(ascii: ":"), in: text)
    return name
  }

  /// Reads up to the next item of a list or object; `false` when its end was read.
  mutating func hasNext(
    _ text: Span<UInt8>,
    before closer: UInt8,
    isFirst: inout Bool
  ) throws(CodecFailure) -> Bool {
    if skip(closer, in: text) { return false }
    if !isFirst {
      guard skip(UInt8(ascii: ","), in: text) else {
        throw unexpected("\",\" or \"\(Character(Unicode.Scalar(closer)))\"", in: text)
      }
    }
    isFirst = false
    return true
  }

  /// Reads a number that is whole, however it is written; `nil` for `null`.
  mutating func wholeNumber(_ text: Span<UInt8>) throws(CodecFailure) -> Int? {
    _ = peek(text)
    let start = position
    let words = text.text(try skipValue(text))
    if words == "null" { return nil }
    if let number = Int(words) { return number }
    if let number = Double(words), let whole = Int(exactly: number) { return whole }
    throw CodecFailure("expected a whole number, found \(text.quoted(start..<position))", at: start)
  }

  /// Returns the failure that something else stands here.
  func unexpected(_ expected: String, in text: Span<UInt8>) -> CodecFailure {
    guard position < end else {
      return CodecFailure(
        "expected \(expected), found the end; the file is cut short: make it anew",
        at: end
      )
    }
    let found = text.quoted(position..<min(end, position + 12))
    return CodecFailure("expected \(expected), found \(found)", at: position)
  }
}
