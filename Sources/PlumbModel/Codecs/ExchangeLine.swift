/// Where the parts of an exchange are in its line.
struct ExchangeLine: Sendable {
  /// How a line holds a body.
  enum Form: Sendable {
    case raw, text, base64
  }

  /// A body in its line.
  struct Body: Sendable {
    var form = Form.raw
    var text = JSONCursor.StringRange(range: 0..<0, hasEscapes: false)

    /// Whether it stands in the line as it is meant.
    var isDirect: Bool { form != .base64 && !text.hasEscapes }
  }

  /// A header field in its line.
  struct Field: Sendable {
    var name: JSONCursor.StringRange
    var value: JSONCursor.StringRange
  }

  private(set) var method: JSONCursor.StringRange?
  private(set) var url: JSONCursor.StringRange?
  private(set) var status: Int?
  private(set) var requestFields: [Field] = []
  private(set) var fields: [Field] = []
  private(set) var failure: JSONCursor.StringRange?
  private(set) var requestBody = Body()
  private(set) var body = Body()
  private(set) var start: JSONCursor.StringRange?
  private(set) var duration: Range<Int>?
  private(set) var details: Range<Int>?
  private(set) var origin: Origin?
  private var place = 0

  /// Whether every part stands in the line as it is meant, so that nothing need be copied.
  var isDirect: Bool {
    body.isDirect && requestBody.isDirect && method?.hasEscapes != true && url?.hasEscapes == false
      && !requestFields.contains { $0.name.hasEscapes || $0.value.hasEscapes }
      && !fields.contains { $0.name.hasEscapes || $0.value.hasEscapes }
  }

  /// Reads a line.
  mutating func read(_ range: Range<Int>, of text: Span<UInt8>) throws(CodecFailure) {
    reset(range)
    var cursor = JSONCursor(position: range.lowerBound, end: range.upperBound)
    guard cursor.skip(UInt8(ascii: "{"), in: text) else {
      throw CodecFailure(
        """
        expected an exchange such as {"url": "https://api.example.org/items", "status": 200, \
        "body": {}}, found \(text.quoted(range)); write one exchange a line
        """,
        at: cursor.position
      )
    }
    var isFirst = true
    var isClosed = false
    while !isClosed, let name = try cursor.member(text, isFirst: &isFirst) {
      isClosed = try readMember(name.range, &cursor, text)
    }
    if !isClosed, cursor.peek(text) != nil {
      throw cursor.unexpected("the end of the line", in: text)
    }
    guard url != nil else { throw missing("url") }
    guard status != nil else { throw missing("status") }
  }

  private mutating func reset(_ range: Range<Int>) {
    method = nil
    url = nil
    status = nil
    requestFields.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    failure = nil
    let end = range.upperBound..<range.upperBound
    body = Body(text: JSONCursor.StringRange(range: end, hasEscapes: false))
    requestBody = body
    start = nil
    duration = nil
    details = nil
    origin = nil
    place = range.lowerBound
  }

  /// Reads a member's value; `true` when it was the body, which ends the line.
  private mutating func readMember(
    _ name: Range<Int>,
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) -> Bool {
    if text.equals(name, "url") {
      url = try cursor.string(text)
    } else if text.equals(name, "status") {
      status = try readStatus(&cursor, text)
    } else if text.equals(name, "headers") {
      try Self.readFields(&cursor, text, into: &fields)
    } else if text.equals(name, "body") {
      try takeRawBody(&cursor, text)
      return true
    } else if text.equals(name, "method") {
      method = try cursor.optionalString(text)
    } else if text.equals(name, "requestHeaders") {
      try Self.readFields(&cursor, text, into: &requestFields)
    } else if text.equals(name, "bodyText") {
      body = Body(form: .text, text: try cursor.string(text))
    } else if text.equals(name, "bodyBase64") {
      body = Body(form: .base64, text: try cursor.string(text))
    } else if text.equals(name, "failed") {
      failure = try cursor.optionalString(text)
    } else if text.equals(name, "requestBodyText") {
      requestBody = Body(form: .text, text: try cursor.string(text))
    } else if text.equals(name, "requestBodyBase64") {
      requestBody = Body(form: .base64, text: try cursor.string(text))
    } else if text.equals(name, "start") {
      start = try cursor.optionalString(text)
    } else if text.equals(name, "ms") {
      duration = try cursor.skipValue(text)
    } else if text.equals(name, "origin") {
      origin = try Self.readOrigin(&cursor, text)
    } else if text.equals(name, "har") {
      details = try cursor.skipValue(text)
    } else {
      _ = try cursor.skipValue(text)
    }
    return false
  }

  private func readStatus(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) -> Int {
    _ = cursor.peek(text)
    let place = cursor.position
    guard let status = try cursor.wholeNumber(text), status == 0 || (100...999).contains(status)
    else {
      throw CodecFailure(
        """
        expected a status from 100 to 999, or 0 when no answer came, found \
        \(text.quoted(place..<cursor.position)); write the status as a number
        """,
        at: place
      )
    }
    return status
  }

  /// Takes the body as everything up to the brace that ends the line.
  private mutating func takeRawBody(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) {
    _ = cursor.peek(text)
    let lower = cursor.position
    var upper = cursor.end
    while upper > lower,
      text[upper - 1] == 0x20 || text[upper - 1] == 0x0D || text[upper - 1] == 0x09
    {
      upper -= 1
    }
    guard upper > lower, text[upper - 1] == UInt8(ascii: "}") else {
      throw CodecFailure(
        "expected \"}\" at the end of the line, after the body; the line is cut short, or "
          + "members follow the body: put \"body\" last",
        at: upper
      )
    }
    body = Body(text: JSONCursor.StringRange(range: lower..<(upper - 1), hasEscapes: false))
  }

  private static func readFields(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>,
    into fields: inout [Field]
  ) throws(CodecFailure) {
    guard cursor.peek(text) != UInt8(ascii: "n") else {
      _ = try cursor.skipValue(text)
      return
    }
    try cursor.expect(UInt8(ascii: "{"), in: text)
    var isFirst = true
    while let name = try cursor.member(text, isFirst: &isFirst) {
      fields.append(Field(name: name, value: try cursor.string(text)))
    }
  }

  private func missing(_ name: String) -> CodecFailure {
    CodecFailure(
      "expected a member \"\(name)\" in this line, found none; an exchange needs it: add it",
      at: place
    )
  }
}
