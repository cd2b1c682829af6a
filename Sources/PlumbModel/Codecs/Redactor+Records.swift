import PlumbText

extension Redactor {
  /// Returns a record without credentials.
  public func redacted(_ record: ExchangeRecord) throws(RedactionRefusal) -> ExchangeRecord {
    var record = record
    record.exchange = try redacted(record.exchange)
    if let details = record.details { record.details = try redacted(details) }
    return record
  }

  /// Returns what an archive said of an exchange without credentials: it is redacted like the body
  /// of a response.
  public func redacted(_ details: HARDetails) throws(RedactionRefusal) -> HARDetails {
    var writer = JSONWriter()
    details.write(to: &writer)
    let response = Exchange.Response(
      status: 200,
      fields: [HTTPField(name: "Content-Type", value: "application/json")],
      body: writer.bytes
    )
    let exchange = Exchange(request: Exchange.Request(url: ""), response: response)
    let body = try redacted(exchange).response.body
    let limits = JSONDocument.Limits(depth: 10_000)
    guard let root = try? JSONDocument(body, limits: limits).root,
      var redacted = HARDetails(decoding: root)
    else { throw RedactionRefusal(kind: "a credential", place: "a member of the archive") }
    redacted.start = details.start
    redacted.duration = details.duration
    return redacted
  }
}
