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
    while position < end {
      let byte = text[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
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
    var index = start
    var hasEscapes = false
    while index < end {
      switch text[index] {
      case UInt8(ascii: "\""):
        position = index + 1
        return StringRange(range: start..<index, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index += 2
      default:
        index += 1
      }
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

  /// Reads over a value and returns where it is.
  mutating func skipValue(_ text: Span<UInt8>) throws(CodecFailure) -> Range<Int> {
    guard peek(text) != nil else { throw unexpected("a value", in: text) }
    let start = position
    var depth = 0
    repeat {
      switch peek(text) {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { throw unexpected("a value", in: text) }
        depth -= 1
        position += 1
      case UInt8(ascii: "\""):
        _ = try string(text)
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw unexpected("a value", in: text) }
        position += 1
      case .some:
        try skipScalar(text)
      case nil:
        throw unexpected("the rest of a value", in: text)
      }
    } while depth > 0
    return start..<position
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

  private mutating func skipScalar(_ text: Span<UInt8>) throws(CodecFailure) {
    let start = position
    while position < end {
      switch text[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        position += 1
      default:
        guard position > start else { throw unexpected("a value", in: text) }
        return
      }
    }
  }
}
