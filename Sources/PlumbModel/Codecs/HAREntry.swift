/// Where the parts of an archive's entry are in the file.
struct HAREntry {
  private typealias StringRange = JSONCursor.StringRange

  private let start: Int
  private var method: StringRange?
  private var url: StringRange?
  private var requestFields: Int?
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
        try readContent(&cursor, text)
      } else if text.equals(name.range, "_error"), cursor.peek(text) == UInt8(ascii: "\"") {
        failure = try cursor.string(text)
      } else {
        let value = try cursor.skipValue(text)
        if text.equals(name.range, "headers") { fields = value.lowerBound }
      }
    }
  }

  private mutating func readContent(
    _ cursor: inout JSONCursor,
    _ text: Span<UInt8>
  ) throws(CodecFailure) {
    try cursor.expect(UInt8(ascii: "{"), in: text)
    var isFirst = true
    while let name = try cursor.member(text, isFirst: &isFirst) {
      if text.equals(name.range, "text"), cursor.peek(text) == UInt8(ascii: "\"") {
        self.text = try cursor.string(text)
      } else {
        let value = try cursor.skipValue(text)
        if text.equals(name.range, "encoding") { isBase64 = text.equals(value, "\"base64\"") }
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
    if hasResponse {
      guard let status else { throw missing("response.status") }
      layout.status = status
    }
    try HARFields(at: fields).fill(&layout.fields, &exchange, from: text)
    layout.body = exchange.count..<exchange.count
    if let body = self.text {
      if isBase64, let decoded = exchange.appendBase64(body.range, of: text) {
        layout.body = decoded
      } else {
        layout.body = try exchange.append(body, of: text)
      }
    }
    exchange.pad()
    if layout.status == 0 {
      layout.failure = failure.map { text.text($0.range) } ?? "no answer came"
    }
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
