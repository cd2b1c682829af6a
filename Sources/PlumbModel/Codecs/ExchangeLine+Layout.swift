import PlumbText

extension ExchangeLine {
  /// Describes the parts where they stand.
  ///
  /// - Parameter get: Where `GET` stands in `text`, for lines that name no method.
  func fill(_ layout: inout ExchangeLayout, get: Range<Int>, from text: Span<UInt8>) {
    layout.method = method?.range ?? get
    layout.url = url?.range ?? 0..<0
    for field in requestFields {
      layout.requestFields.append(.init(name: field.name.range, value: field.value.range))
    }
    for field in fields {
      layout.fields.append(.init(name: field.name.range, value: field.value.range))
    }
    layout.requestBody = requestBody.text.range
    layout.body = body.text.range
    finish(&layout, from: text)
  }

  /// Copies the parts, without their escapes.
  ///
  /// - Parameter get: Where `GET` stands in `text`, for lines that name no method.
  func copy(
    into exchange: inout ExchangeBuffer,
    _ layout: inout ExchangeLayout,
    get: Range<Int>,
    from text: Span<UInt8>
  ) throws(CodecFailure) {
    exchange.reset()
    layout.method =
      try method.map { method throws(CodecFailure) in
        try exchange.append(method, of: text)
      } ?? exchange.append(get, of: text)
    if let url { layout.url = try exchange.append(url, of: text) }
    for field in requestFields {
      let name = try exchange.append(field.name, of: text)
      layout.requestFields.append(
        .init(name: name, value: try exchange.append(field.value, of: text))
      )
    }
    for field in fields {
      let name = try exchange.append(field.name, of: text)
      layout.fields.append(.init(name: name, value: try exchange.append(field.value, of: text)))
    }
    layout.requestBody = try copy(requestBody, "requestBody", into: &exchange, from: text)
    layout.body = try copy(body, "body", into: &exchange, from: text)
    exchange.pad()
    finish(&layout, from: text)
  }

  private func copy(
    _ body: Body,
    _ name: String,
    into exchange: inout ExchangeBuffer,
    from text: Span<UInt8>
  ) throws(CodecFailure) -> Range<Int> {
    guard body.form == .base64 else { return try exchange.append(body.text, of: text) }
    guard let range = exchange.appendBase64(body.text.range, of: text) else {
      throw CodecFailure(
        "expected base64 in \"\(name)Base64\"; write text as \"\(name)Text\"",
        at: body.text.range.lowerBound
      )
    }
    return range
  }

  private func finish(_ layout: inout ExchangeLayout, from text: Span<UInt8>) {
    layout.status = status ?? 0
    if let failure {
      // Escapes that are none are shown as they stand.
      layout.failure =
        (try? ExchangeBuffer.text(of: failure, in: text)) ?? text.text(failure.range)
    } else if layout.status == 0 {
      layout.failure = Recording.noAnswer
    }
  }
}
