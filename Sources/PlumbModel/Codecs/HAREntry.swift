/// Where the parts of an archive's entry are in the file.
struct HAREntry {
  private typealias StringRange = JSONCursor.StringRange

  private let start: Int
  private var method: StringRange?
  private var url: StringRange?
  private var requestFields: Int?
  private var requestText: StringRange?
  private var isRequestBase64 = false
  private var hasResponse = false
  private var status: Int?
  private var fields: Int?
  private var text: StringRange?
  private var isBase64 = false
  private var failure: StringRange?

  /// Reads an entry, in whatever order its members are.
  init(reading cursor: inout JSONCursor, in text: Span<UInt8>) throws(CodecFailure) {
    _ = cursor.peek(text)
    start = cursor.position
    try cursor.expect(UInt8(ascii: "{"), in: text)
    var isFirst = true
    while let name = try cursor.member(text, isFirst: &isFirst) {
      if text.equals(name.range, "request"), cursor.peek(text) == UInt8(ascii: "{") {
        try readRequest(&cursor, text)
      } else if text.equals(name.range, "response"), cursor.peek(text) == UInt8(ascii: "{") {
        hasResponse = true
        try readResponse(&cursor, text)
      } else {
        _ = try cursor.skipValue(text)
      }
    }
  }

  private mutating func readRequest(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) {
    try cursor.expect(UInt8(ascii: "{"), in: text)
    var isFirst = true
    while let name = try cursor.member(text, isFirst: &isFirst) {
      if text.equals(name.range, "method") {
        method = try cursor.optionalString(text)
      } else if text.equals(name.range, "url") {
        url = try cursor.optionalString(text)
      } else if text.equals(name.range, "postData"), cursor.peek(text) == UInt8(ascii: "{") {
        try readText(&cursor, text, into: &requestText, &isRequestBase64)
      } else {
        let value = try cursor.skipValue(text)
        if text.equals(name.range, "headers") { requestFields = value.lowerBound }
      }
    }
  }

  private mutating func readResponse(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) {
    try cursor.expect(UInt8(ascii: "{"), in: text)
    var isFirst = true
    while let name = try cursor.member(text, isFirst: &isFirst) {
      if text.equals(name.range, "status") {
        status = try cursor.wholeNumber(text) ?? 0
      } else if text.equals(name.range, "content"), cursor.peek(text) == UInt8(ascii: "{") {
        try readText(&cursor, text, into: &self.text, &isBase64)
      } else if text.equals(name.range, "_error"), cursor.peek(text) == UInt8(ascii: "\"") {
        failure = try cursor.string(text)
      } else {
        let value = try cursor.skipValue(text)
        if text.equals(name.range, "headers") { fields = value.lowerBound }
      }
    }
  }

  /// Reads what `content` and `postData` hold.
  private func readText(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>,
    into string: inout StringRange?,
    _ isBase64: inout Bool
  ) throws(CodecFailure) {
    try cursor.expect(UInt8(ascii: "{"), in: text)
    var isFirst = true
    while let name = try cursor.member(text, isFirst: &isFirst) {
      if text.equals(name.range, "text"), cursor.peek(text) == UInt8(ascii: "\"") {
        string = try cursor.string(text)
      } else {
        let value = try cursor.skipValue(text)
        // Only `content` has an encoding by the specification; some tools give `postData` one.
        if text.equals(name.range, "encoding") || text.equals(name.range, "_encoding") {
          isBase64 = text.equals(value, "\"base64\"")
        }
      }
    }
  }

  /// Writes the exchange into a buffer of its own.
  func fill(
    _ exchange: inout ExchangeBuffer,
    _ layout: inout ExchangeLayout,
    from text: Span<UInt8>
  ) throws(CodecFailure) {
    exchange.reset()
    layout.reset()
    layout.method = try exchange.append(required(method, "request.method"), of: text)
    layout.url = try exchange.append(required(url, "request.url"), of: text)
    try HARFields(at: requestFields).fill(&layout.requestFields, &exchange, from: text)
    if let requestText {
      layout.requestBody = try append(requestText, isBase64: isRequestBase64, to: &exchange, text)
    }
    if hasResponse {
      guard let status else { throw missing("response.status") }
      layout.status = status
    }
    try HARFields(at: fields).fill(&layout.fields, &exchange, from: text)
    layout.body = exchange.count..<exchange.count
    if let body = self.text {
      layout.body = try append(body, isBase64: isBase64, to: &exchange, text)
    }
    exchange.pad()
    if let failure, !failure.range.isEmpty {
      layout.failure = try ExchangeBuffer.text(of: failure, in: text)
    } else if layout.status == 0 {
      layout.failure = Recording.noAnswer
    }
  }

  /// Adds a body; base64 that cannot be decoded is kept as text.
  private func append(
    _ body: StringRange,
    isBase64: Bool,
    to exchange: inout ExchangeBuffer,
    _ text: Span<UInt8>
  ) throws(CodecFailure) -> Range<Int> {
    if isBase64, let decoded = exchange.appendBase64(body.range, of: text) { return decoded }
    return try exchange.append(body, of: text)
  }

  private func required(
    _ string: StringRange?,
    _ name: String
  ) throws(CodecFailure) -> StringRange {
    guard let string else { throw missing(name) }
    return string
  }

  private func missing(_ name: String) -> CodecFailure {
    CodecFailure(
      "expected \"\(name)\" in this entry, found none; an exchange needs it: add it, "
        + "or take the entry out",
      at: start
    )
  }
}
