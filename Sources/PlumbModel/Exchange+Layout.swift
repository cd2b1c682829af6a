import PlumbText

extension Exchange {
  /// Copies an exchange out of the buffer in which it lies, with its body as it stands there.
  package init(_ layout: ExchangeLayout, in bytes: RawSpan) {
    self.init(
      request: Request(
        method: bytes.text(layout.method),
        url: bytes.text(layout.url),
        fields: Self.fields(layout.requestFields, in: bytes),
        body: bytes.array(layout.requestBody)
      ),
      response: Response(
        status: layout.status,
        fields: Self.fields(layout.fields, in: bytes),
        body: bytes.array(layout.body),
        failure: layout.failure
      )
    )
  }

  static func fields(_ fields: [ExchangeLayout.Field], in bytes: RawSpan) -> [HTTPField] {
    var result: [HTTPField] = []
    for field in fields {
      result.append(HTTPField(name: bytes.text(field.name), value: bytes.text(field.value)))
    }
    return result
  }
}
