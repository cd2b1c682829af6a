extension SessionNote {
  /// Returns a recorded exchange with what its recording leaves out.
  package func joined(to exchange: Exchange) -> ExchangeRecord {
    var exchange = exchange
    exchange.request.fields = Self.join(exchange.request.fields, with: requestFields)
    exchange.response.fields = Self.join(exchange.response.fields, with: fields)
    return ExchangeRecord(exchange, circumstances, details: details)
  }

  /// Puts values in the place of placeholders, and the other fields behind.
  private static func join(_ kept: [HTTPField], with volatile: [HTTPField]) -> [HTTPField] {
    var rest = volatile
    let joined = kept.map { field in
      guard
        field.value == VolatileFields.placeholder,
        let index = rest.firstIndex(where: { $0.name == field.name })
      else { return field }
      return rest.remove(at: index)
    }
    return joined + rest
  }
}
