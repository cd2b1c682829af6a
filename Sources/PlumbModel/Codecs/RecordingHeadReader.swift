/// Reads the `#` lines with which a recording begins.
struct RecordingHeadReader {
  private static let firstLine: StaticString = "# plumb.recording/"

  func read(
    _ text: Span<UInt8>,
    _ lines: inout LineReader,
    into head: inout RecordingHead,
    _ layout: inout ExchangeLayout
  ) throws(CodecFailure) {
    guard !lines.isAtEnd else {
      throw CodecFailure("the file is empty; record the exchange anew", at: 0)
    }
    try readVersion(text, lines.next(in: text))
    while true {
      guard !lines.isAtEnd else {
        throw CodecFailure(
          """
          the file ends inside the head; expected an empty line and then the request; \
          record the exchange anew
          """,
          at: lines.end
        )
      }
      let line = lines.next(in: text)
      if line.isEmpty { break }
      guard text[line.lowerBound] == UInt8(ascii: "#") else {
        throw CodecFailure(
          """
          expected a line that begins with "#", or the empty line that ends the head, found \
          \(text.quoted(line)); put an empty line before the request
          """,
          at: line.lowerBound
        )
      }
      try readLine(text, line, into: &head, &layout)
    }
    lines.skipEmptyLines(in: text)
    head.end = lines.position
  }

  private func readVersion(_ text: Span<UInt8>, _ line: Range<Int>) throws(CodecFailure) {
    guard text.has(Self.firstLine, at: line.lowerBound) else {
      let isText = !line.prefix(60).contains { text[$0] < 0x20 && text[$0] != 0x09 }
      throw CodecFailure(
        """
        expected "# plumb.recording/1" in the first line, found \
        \(isText ? text.quoted(line) : "bytes that are no text"); a file that ends in .http must \
        be a recording
        """,
        at: line.lowerBound
      )
    }
    let digits = line.dropFirst(Self.firstLine.utf8CodeUnitCount)
    guard let version = Int(text.text(digits)), version >= 1 else {
      throw CodecFailure(
        "expected the format version 1, found \(text.quoted(digits)); record the exchange anew",
        at: digits.lowerBound
      )
    }
    guard version <= RecordingReader.version else {
      throw CodecFailure(
        """
        expected format version 1, found \(version); the recording was made by a newer Plumb: \
        update Plumb to read it
        """,
        at: digits.lowerBound
      )
    }
  }

  private func readLine(
    _ text: Span<UInt8>,
    _ line: Range<Int>,
    into head: inout RecordingHead,
    _ layout: inout ExchangeLayout
  ) throws(CodecFailure) {
    if let value = value(of: "# body:", in: text, line) {
      guard let body = Self.layout(of: text, value) else {
        throw CodecFailure(
          """
          expected "compact", "spaced", "indented 2", "as received", "beside" or "none", found \
          \(text.quoted(value)); record the exchange anew
          """,
          at: value.lowerBound
        )
      }
      head.body = body
    } else if let value = value(of: "# checksum:", in: text, line) {
      guard
        text.has("xxh64 ", at: value.lowerBound), value.count == 22,
        let sum = RecordingReader.hexadecimal(text, value.dropFirst(6))
      else {
        throw CodecFailure(
          """
          expected "xxh64" and 16 hexadecimal digits, found \(text.quoted(value)); \
          remove the line if you edited the recording
          """,
          at: value.lowerBound
        )
      }
      head.checksum = sum
    } else if let value = value(of: "# sha256:", in: text, line) {
      guard
        value.count == 64,
        stride(from: 0, to: 64, by: 16).allSatisfy({ start in
          let part = (value.lowerBound + start)..<(value.lowerBound + start + 16)
          return RecordingReader.hexadecimal(text, part) != nil
        })
      else {
        throw CodecFailure(
          """
          expected 64 lower-case hexadecimal digits, found \(text.quoted(value)); \
          remove the line if you edited the recording
          """,
          at: value.lowerBound
        )
      }
      head.sha256 = value
    } else if let value = value(of: "# request body:", in: text, line) {
      let words = text.text(value).split(separator: " ")
      guard
        words.count == 2, words[1] == "bytes", let count = Int(words[0]),
        (1...(1 << 40)).contains(count)
      else {
        throw CodecFailure(
          """
          expected a length such as "12 bytes", found \(text.quoted(value)); \
          remove the line if you edited the recording
          """,
          at: value.lowerBound
        )
      }
      head.requestBodyCount = count
    } else if let value = value(of: "# failed:", in: text, line) {
      layout.failure = text.text(value)
    }
  }

  private func value(
    of name: StaticString,
    in text: Span<UInt8>,
    _ line: Range<Int>
  ) -> Range<Int>? {
    guard line.count >= name.utf8CodeUnitCount, text.has(name, at: line.lowerBound) else {
      return nil
    }
    return text.trimmed(line.dropFirst(name.utf8CodeUnitCount))
  }

  /// Reads the commonest layout without making a string of it.
  private static func layout(of text: Span<UInt8>, _ value: Range<Int>) -> BodyLayout? {
    if value.count == 7, text.has("compact", at: value.lowerBound) { return BodyLayout(.compact) }
    return BodyLayout(word: text.text(value))
  }
}
