public import PlumbModel
import Synchronization

extension SessionWriter {
  /// Returns a request as its recording shows it; `nil` when it cannot be recorded.
  public func recorded(_ request: Exchange.Request) -> Exchange.Request? {
    let exchange = Exchange(request: request, response: Exchange.Response(status: 0))
    var book = book.withLock { $0 }
    return try? redactor.redacted(exchange, &book).request
  }

  /// Returns an exchange as people may see it, whether it can be recorded or not.
  public func shown(_ exchange: Exchange) -> Exchange { redactor.shown(exchange) }

  /// Takes credentials out of what is recorded.
  func redacted(_ exchange: Exchange) throws(RecordingError) -> Exchange {
    try RecordingError.refusing { () throws(RedactionRefusal) in
      guard redactor.relatesExchanges else { return try redactor.redacted(exchange) }
      return try book.withLock { book throws(RedactionRefusal) in
        try redactor.redacted(exchange, &book)
      }
    }
  }
}
