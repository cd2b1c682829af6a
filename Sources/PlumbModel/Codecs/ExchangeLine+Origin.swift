import PlumbText

extension ExchangeLine {
  /// The origin in its line.
  struct Origin: Sendable {
    var file: JSONCursor.StringRange?
    var entry: Int?
    var session: JSONCursor.StringRange?
  }

  /// Reads the member `origin`; what is none of ours is passed over.
  static func readOrigin(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) -> Origin? {
    guard cursor.peek(text) == UInt8(ascii: "{") else {
      _ = try cursor.skipValue(text)
      return nil
    }
    try cursor.expect(UInt8(ascii: "{"), in: text)
    var origin = Origin()
    var isFirst = true
    while let name = try cursor.member(text, isFirst: &isFirst) {
      let next = cursor.peek(text)
      if next == UInt8(ascii: "\""), text.equals(name.range, "file") {
        origin.file = try cursor.string(text)
      } else if next == UInt8(ascii: "\""), text.equals(name.range, "session") {
        origin.session = try cursor.string(text)
      } else if let next, next &- 0x30 < 10, text.equals(name.range, "entry") {
        origin.entry = try cursor.wholeNumber(text)
      } else {
        _ = try cursor.skipValue(text)
      }
    }
    return origin.file == nil ? nil : origin
  }
}

extension ExchangeLineReader {
  /// Where the exchange of the line read last came from, where the line says so.
  ///
  /// - Parameter text: The buffer in which the line was read.
  public func origin(in text: Span<UInt8>) -> ExchangeOrigin? {
    guard let origin = line.origin, let name = origin.file,
      let file = try? ExchangeBuffer.text(of: name, in: text), !file.isEmpty
    else { return nil }
    return ExchangeOrigin(
      file: file,
      entry: origin.entry.flatMap { Int32(exactly: $0) }.map { Int($0) },
      session: origin.session.flatMap { try? ExchangeBuffer.text(of: $0, in: text) }
    )
  }
}
