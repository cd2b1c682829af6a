/// Reads the lines before a body, as HTTP/1.1 writes them and recordings keep them.
///
/// Source: RFC 9112, sections 4 and 5.
enum HTTPHeadReader {
  /// Reads header fields up to the empty line, which is read too, or the end.
  static func readFields(
    _ text: Span<UInt8>,
    _ lines: inout LineReader,
    into fields: inout [ExchangeLayout.Field]
  ) throws(CodecFailure) {
    while !lines.isAtEnd {
      let before = lines.position
      let line = lines.next(in: text)
      if line.isEmpty { return }
      if text.has("###", at: line.lowerBound) {
        lines.position = before
        return
      }
      var colon = line.lowerBound
      while colon < line.upperBound, text[colon] != UInt8(ascii: ":") { colon += 1 }
      guard colon > line.lowerBound, colon < line.upperBound else {
        throw CodecFailure(
          """
          expected a header field such as "Accept: application/json" or an empty line, found \
          \(text.quoted(line)); put the colon in, or an empty line before the body
          """,
          at: line.lowerBound
        )
      }
      let value = text.trimmed((colon + 1)..<line.upperBound)
      fields.append(ExchangeLayout.Field(name: line.lowerBound..<colon, value: value))
    }
  }

  /// Reads the status of a status line; `nil` when it is none.
  static func status(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard
      text.has("HTTP/", at: line.lowerBound),
      let space = line.first(where: { text[$0] == UInt8(ascii: " ") }),
      space + 4 <= line.upperBound,
      space + 4 == line.upperBound || text[space + 4] == UInt8(ascii: " ")
    else { return nil }
    var status = 0
    for index in (space + 1)..<(space + 4) {
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = text[index] else { return nil }
      status = status * 10 + Int(text[index] - UInt8(ascii: "0"))
    }
    return status >= 100 ? status : nil
  }
}
