import PlumbText

extension JSONCursor {
  /// The lists and objects that are open, a bit for each; 64 need no storage.
  private struct Open {
    var depth = 0
    private var bits: UInt64 = 0
    private var outer: [UInt64] = []

    /// Whether the innermost is an object.
    var isObject: Bool { bits & 1 == 1 }

    mutating func push(isObject: Bool) {
      if depth & 63 == 0, depth > 0 { outer.append(bits) }
      bits = bits << 1 | (isObject ? 1 : 0)
      depth += 1
    }

    mutating func pop() {
      depth -= 1
      bits >>= 1
      if depth & 63 == 0, let last = outer.popLast() { bits = last }
    }
  }

  /// Reads over a value and returns where it is.
  ///
  /// Brackets, names, colons and commas must be where the grammar has them; what stands in strings
  /// and how numbers and words are spelled is not looked at.
  mutating func skipValue(_ text: Span<UInt8>) throws(CodecFailure) -> Range<Int> {
    guard peek(text) != nil else { throw unexpected("a value", in: text) }
    let start = position
    var open = Open()
    repeat {
      if try !skipOpening(text, &open) { continue }
      while open.depth > 0 {
        let closer = open.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        var isFirst = false
        guard try !hasNext(text, before: closer, isFirst: &isFirst) else {
          if open.isObject { try skipName(text) }
          break
        }
        open.pop()
      }
    } while open.depth > 0
    return start..<position
  }

  /// Reads a scalar, an empty list or an empty object; `false` when a list or an object was
  /// opened, and its first value comes next.
  private mutating func skipOpening(
    _ text: Span<UInt8>,
    _ open: inout Open
  ) throws(CodecFailure) -> Bool {
    switch peek(text) {
    case UInt8(ascii: "{"):
      position += 1
      if skip(UInt8(ascii: "}"), in: text) { return true }
      open.push(isObject: true)
      try skipName(text)
      return false
    case UInt8(ascii: "["):
      position += 1
      if skip(UInt8(ascii: "]"), in: text) { return true }
      open.push(isObject: false)
      return false
    case UInt8(ascii: "\""):
      _ = try string(text)
    case .some:
      try skipScalar(text)
    case nil:
      throw unexpected("the rest of a value", in: text)
    }
    return true
  }

  private mutating func skipName(_ text: Span<UInt8>) throws(CodecFailure) {
    _ = try string(text)
    try expect(UInt8(ascii: ":"), in: text)
  }

  private mutating func skipScalar(_ text: Span<UInt8>) throws(CodecFailure) {
    let start = position
    while position < end, Self.isScalar(text[position]) { position += 1 }
    guard position > start else { throw unexpected("a value", in: text) }
  }

  /// Whether numbers and the words `true`, `false` and `null` are made of such bytes.
  private static func isScalar(_ byte: UInt8) -> Bool {
    JSONScan.isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
