/// The header fields of an archive's request or response.
struct HARFields {
  private let start: Int?

  /// Fields whose list begins at an offset of the file; none when `nil`.
  init(at start: Int?) {
    self.start = start
  }

  /// Copies the fields into an exchange's buffer.
  ///
  /// Something that is no list holds no fields; pseudo fields are left out.
  func fill(
    _ fields: inout [ExchangeLayout.Field],
    _ exchange: inout ExchangeBuffer,
    from text: Span<UInt8>
  ) throws(CodecFailure) {
    guard let start, text[start] == UInt8(ascii: "[") else { return }
    var cursor = JSONCursor(position: start + 1, end: text.count)
    var isFirst = true
    while try cursor.hasNext(text, before: UInt8(ascii: "]"), isFirst: &isFirst) {
      guard
        let (name, value) = try readField(&cursor, text),
        let first = name.range.first, text[first] != UInt8(ascii: ":")
      else { continue }
      let nameRange = try exchange.append(name, of: text)
      let valueRange = try value.map { value throws(CodecFailure) in
        try exchange.append(value, of: text)
      }
      fields.append(
        ExchangeLayout.Field(
          name: nameRange,
          value: valueRange ?? nameRange.upperBound..<nameRange.upperBound
        )
      )
    }
  }

  private typealias Field = (name: JSONCursor.StringRange, value: JSONCursor.StringRange?)

  private func readField(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) -> Field? {
    switch cursor.peek(text) {
    case UInt8(ascii: "["):
      let pair = try strings(&cursor, text)
      guard let name = pair.first else { return nil }
      return (name, pair.dropFirst().first)
    case UInt8(ascii: "{"):
      return try readObject(&cursor, text)
    default:
      _ = try cursor.skipValue(text)
      return nil
    }
  }

  private func readObject(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) -> Field? {
    try cursor.expect(UInt8(ascii: "{"), in: text)
    var name: JSONCursor.StringRange?
    var value: JSONCursor.StringRange?
    var isFirst = true
    while let member = try cursor.member(text, isFirst: &isFirst) {
      let isName = text.equals(member.range, "name")
      if cursor.peek(text) == UInt8(ascii: "\""), isName || text.equals(member.range, "value") {
        let string = try cursor.string(text)
        if isName { name = string } else { value = string }
      } else if cursor.peek(text) == UInt8(ascii: "["), text.equals(member.range, "value") {
        value = try strings(&cursor, text).first
      } else {
        _ = try cursor.skipValue(text)
      }
    }
    return name.map { ($0, value) }
  }

  /// Reads the strings of a list and passes over its other items.
  private func strings(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) -> [JSONCursor.StringRange] {
    try cursor.expect(UInt8(ascii: "["), in: text)
    var strings: [JSONCursor.StringRange] = []
    var isFirst = true
    while try cursor.hasNext(text, before: UInt8(ascii: "]"), isFirst: &isFirst) {
      if cursor.peek(text) == UInt8(ascii: "\"") {
        strings.append(try cursor.string(text))
      } else {
        _ = try cursor.skipValue(text)
      }
    }
    return strings
  }
}
